"""Writes one page for each rule, from what `factcheck explain` prints too: the entries in rules/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from factcheck.checks.rule import Example, Rule
from factcheck.checks.rules import load_rules


def write_pages(app: Sphinx) -> None:
    """Write `rules/index.md` and `rules/<name>.md` into the sources; pages of rules that are gone are removed."""
    folder = Path(app.srcdir) / "rules"
    folder.mkdir(exist_ok=True)
    rules = sorted(load_rules().values(), key=lambda rule: (rule.family, rule.name))
    pages = {"index.md": _index(rules), **{f"{rule.name}.md": _page(rule) for rule in rules}}
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:  # an unchanged page need not be built again
            path.write_text(text, "utf-8")


def _index(rules: Iterable[Rule]) -> str:
    parts = ["# Rules", "Every rule with its family. A name leads to the reason for it and to examples."]
    names = []
    for family, members in groupby(rules, key=lambda rule: rule.family):
        parts.append(f"## {family}")
        rows = ["| rule | severity | finds |", "| --- | --- | --- |"]
        for rule in members:
            names.append(rule.name)
            rows.append(f"| [{rule.name}]({rule.name}.md) | {_severity(rule)} | {_line(rule.summary)} |")
        parts.append("\n".join(rows))
    parts.append("\n".join(["```{toctree}", ":hidden:", "", *names, "```"]))
    return "\n\n".join(parts) + "\n"


def _page(rule: Rule) -> str:
    parts = [f"# {rule.name}", f"*{rule.family} · {_severity(rule)}*", _line(rule.summary), _line(rule.why)]
    parts += _examples("Flagged", rule.bad)
    parts += _examples("Left alone", rule.good)
    if rule.source:
        parts += ["## Guidance", _line(rule.source)]
    parts.append(
        f"To silence it in one place, write `<!-- factcheck: ignore[{rule.name}] the reason -->` above it; "
        "[all the ways](../configuration.md#one-place)."
    )
    return "\n\n".join(parts) + "\n"


def _examples(title: str, examples: Iterable[Example]) -> Iterator[str]:
    yield f"## {title}"
    for example in examples:
        yield f"`````text\n{example.text.rstrip()}\n`````"


def _severity(rule: Rule) -> str:
    return f"{rule.severity}; {rule.unless_asked}" if rule.unless_asked else rule.severity.value


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
