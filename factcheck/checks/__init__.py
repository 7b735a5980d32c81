"""The rules at work: every family's checks run over an article, their findings worded as diagnostics."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.checks.article import Article, Check, Finding
from factcheck.checks.rule import Rule
from factcheck.checks.rules import load_rules
from factcheck.model import Diagnostic, Severity

__all__ = ["Article", "Finding", "Rule", "diagnose", "load_rules"]


def _checks() -> tuple[Check, ...]:
    from importlib import import_module

    found: list[Check] = []
    for family in ("claims", "sourcing", "leftovers", "hotline", "language"):
        try:
            found += import_module(f"factcheck.checks.{family}").CHECKS
        except ModuleNotFoundError:
            continue
    return tuple(found)


def diagnose(
    article: Article, enabled: frozenset[str], severities: Mapping[str, Severity]
) -> tuple[Diagnostic, ...]:
    """Every diagnostic of an article, in the order of its source.

    Args:
        enabled: names of the rules that are to speak.
        severities: a rule's severity where the user has changed it.
    """
    found = {
        _worded(finding, article.rules[finding.rule], severities)
        for check in _checks()
        for finding in check(article)
        if finding.rule in enabled and (article.english or not article.rules[finding.rule].english)
    }
    return tuple(sorted(found, key=lambda d: (d.span, -d.severity.weight, d.rule, d.message)))


def _worded(finding: Finding, rule: Rule, severities: Mapping[str, Severity]) -> Diagnostic:
    template = rule.message if isinstance(rule.message, str) else rule.message[finding.case]
    return Diagnostic(
        rule=rule.name,
        family=rule.family,
        severity=severities.get(rule.name, finding.severity or rule.severity),
        message=template.format_map(finding.values).strip(),
        span=finding.span,
        references=finding.references,
        fix=finding.fix,
    )
