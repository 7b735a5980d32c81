"""Every rule's own examples: the bad ones draw the rule at the words they name, the good ones do not."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import pytest

from factcheck.checks.rule import Example, Rule
from factcheck.checks.rules import load_rules
from factcheck.linter import Linter
from factcheck.model import Diagnostic, Settings

RULES = load_rules()
BAD = [(rule, example) for rule in RULES.values() for example in rule.bad]
GOOD = [(rule, example) for rule in RULES.values() for example in rule.good]


@lru_cache(maxsize=32)
def _linter(settings: Settings) -> Linter:
    return Linter(settings)


def drawn(rule: Rule, example: Example) -> list[Diagnostic]:
    """The diagnostics of a rule on an example, switched on even if it is off by default."""
    settings = Settings(
        select=(rule.name,) if rule.unless_asked else (),
        countries=(example.country,) if example.country else (),
        date=dt.date.fromisoformat(example.date) if example.date else None,
    )
    (report,) = _linter(settings).check_text(example.text, format=example.format).files
    return [diagnostic for diagnostic in report.diagnostics if diagnostic.rule == rule.name]


def _name(pair: object) -> str:
    return pair.name if isinstance(pair, Rule) else pair.text[:40] if isinstance(pair, Example) else ""


@pytest.mark.parametrize(("rule", "example"), BAD, ids=_name)
def test_bad_example_is_found(rule: Rule, example: Example) -> None:
    found = drawn(rule, example)
    if example.flag:
        start = example.text.index(example.flag)
        end = start + len(example.flag)
        found = [d for d in found if d.span.start < end and start < d.span.end]
    assert found, f"{rule.name} is silent about {example.flag or example.text!r}"


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=_name)
def test_good_example_is_left_alone(rule: Rule, example: Example) -> None:
    assert drawn(rule, example) == []


@pytest.mark.parametrize(("rule", "example"), BAD, ids=_name)
def test_what_to_write_and_the_source_stand_on_lines_of_their_own(rule: Rule, example: Example) -> None:
    for diagnostic in drawn(rule, example):
        assert not re.search(r"\S (?:Write|Source): ", diagnostic.message)
