"""What the page is told of a draft: the report as `--format json` writes it, and the words that people read."""

from __future__ import annotations

import re
from typing import Any, Final

from factcheck.fingerprint import fingerprints
from factcheck.model import Diagnostic, FileReport, JudgedClaim
from factcheck.reports.json_list import dumped
from factcheck.reports.standing import standing
from factcheck.serve.drafts import written

_LABEL: Final = re.compile(r"(Write|Instead|Source): (.+)")


def answer(report: FileReport) -> str:
    """JSON: `report`, the whole report, byte by byte as the command writes it; `page`, what else is shown."""
    return f'{{"report": {written(report, "json").strip()}, "page": {dumped(_page(report))}}}'


def _page(report: FileReport) -> dict[str, Any]:
    marks = fingerprints(report)
    return {
        "findings": [_finding(one, mark, report) for one, mark in zip(report.diagnostics, marks, strict=True)],
        "statistics": [_statistic(judged, report) for judged in report.claims],
        "rules": {name: {"summary": rule.summary, "why": rule.why} for name, rule in report.rules.items()},
        "warnings": list(report.document.warnings),
    }


def _finding(found: Diagnostic, mark: str, report: FileReport) -> dict[str, Any]:
    """One finding, in the order of the diagnostics.

    what: the lines that say what is wrong. write: a sentence that may take the place of the article's own.
    instead: what to say that is no ready sentence. sentence: where the article's own sentence stands.
    """
    labelled: dict[str, str] = {}
    what = []
    for line in found.message.split("\n"):
        match = _LABEL.match(line)
        if match:
            labelled[match[1].lower()] = match[2]
        else:
            what.append(line)
    own = next((one.claim.span for one in report.claims if one.claim.number == found.span), None)
    return {
        "mark": mark,
        "what": what,
        "write": labelled.get("write"),
        "instead": labelled.get("instead"),
        "source": labelled.get("source"),
        "sentence": list(own) if own else None,
        "references": _references(found.references, report),
    }


def _statistic(judged: JudgedClaim, report: FileReport) -> dict[str, Any]:
    told = standing(judged)
    return {
        "standing": told.name.lower(),
        "label": told.value,
        "references": _references(judged.judgement.references, report),
    }


def _references(keys: tuple[str, ...], report: FileReport) -> list[dict[str, str]]:
    held = (report.references[key] for key in keys if key in report.references)
    return [{"says": one.says, "source": one.source, "url": one.url} for one in held]
