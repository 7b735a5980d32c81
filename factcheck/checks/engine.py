"""The rules at work: every family's checks run over an article, their findings worded as diagnostics."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from factcheck.checks import claims, document, hotline, language, leftovers, sourcing
from factcheck.checks.article import Article, Check, Finding
from factcheck.checks.phrases import phrase_rules
from factcheck.checks.rule import Rule
from factcheck.model import Diagnostic, Settings

_CHECKS: tuple[Check, ...] = (
    *document.CHECKS,
    *claims.CHECKS,
    *sourcing.CHECKS,
    *leftovers.CHECKS,
    *hotline.CHECKS,
    *language.CHECKS,
    phrase_rules,
)


def diagnose(article: Article, settings: Settings) -> tuple[Diagnostic, ...]:
    """Every diagnostic of an article, in the order of its source.

    Args:
        settings: say which rules are to speak, and how gravely.
    """
    enabled = _enabled(article.rules, settings, english=article.english)
    article = replace(article, enabled=enabled)
    found = {
        worded(finding, article.rules[finding.rule], settings)
        for check in _CHECKS
        for finding in check(article)
        if finding.rule in enabled
    }
    if not article.document.editable:
        found = {replace(diagnostic, fix=None) for diagnostic in found}
    return tuple(sorted(found, key=lambda d: (d.span, -d.severity.weight, d.rule, d.message)))


def _enabled(rules: Mapping[str, Rule], settings: Settings, *, english: bool) -> frozenset[str]:
    """The rules that are to speak, worked out once for articles in a row with the same settings."""
    chosen = (settings.select, settings.ignore, settings.preview, english)
    if _latest and _latest[0][0] is rules and _latest[0][1] == chosen:
        return _latest[0][2]
    enabled = frozenset(
        rule.name for rule in rules.values() if rule.runs(settings) and (english or not rule.english)
    )
    _latest[:] = [(rules, chosen, enabled)]
    return enabled


_latest: list[tuple[Mapping[str, Rule], tuple[Collection[str], Collection[str], bool, bool], frozenset[str]]] = []


def worded(finding: Finding, rule: Rule, settings: Settings) -> Diagnostic:
    """A finding as the editor reads it: the rule's message with its holes filled."""
    template = rule.message if isinstance(rule.message, str) else rule.message[finding.case]
    chosen = settings.severity_of(rule.name, rule.family)
    return Diagnostic(
        rule=rule.name,
        family=rule.family,
        severity=chosen or finding.severity or rule.severity,
        message=template.format_map(finding.values).strip(),
        span=finding.span,
        references=finding.references,
        fix=finding.fix,
    )
