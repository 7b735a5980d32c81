"""The family as a whole: silent unless asked for, mild, and true to its sources."""

from __future__ import annotations

import pytest

from factcheck.checks.rule import Rule
from factcheck.checks.rules import load_rules
from factcheck.model import Severity
from tests.checks.language.drafts import said

FAMILY = [rule for rule in load_rules().values() if rule.family == "language"]
DRAFT = "The raid found two child prostitutes, and child pornography was seized."


def test_the_family_is_silent_unless_asked_for() -> None:
    assert said(DRAFT) == []


def test_the_family_speaks_when_it_is_selected() -> None:
    assert {d.rule for d in said(DRAFT, "language")} == {"child-prostitute", "child-pornography"}


def test_one_rule_can_be_selected_alone() -> None:
    assert {d.rule for d in said(DRAFT, "child-prostitute")} == {"child-prostitute"}


@pytest.mark.parametrize("rule", FAMILY, ids=lambda rule: rule.name)
def test_every_rule_is_mild_and_off_by_default(rule: Rule) -> None:
    assert rule.off
    assert rule.severity is Severity.INFO


@pytest.mark.parametrize("rule", FAMILY, ids=lambda rule: rule.name)
def test_every_rule_names_its_guidance_with_an_address(rule: Rule) -> None:
    assert rule.source
    assert "https://" in rule.source or "http://" in rule.source


@pytest.mark.parametrize("rule", FAMILY, ids=lambda rule: rule.name)
def test_every_message_cites_the_guidance(rule: Rule) -> None:
    messages = [rule.message] if isinstance(rule.message, str) else rule.message.values()
    assert all("{source}" in message for message in messages)


def test_a_message_shows_the_address_of_its_guidance() -> None:
    (one,) = said("The raid found two child prostitutes.", "language")
    assert "https://justiceroundtable.org/" in one.message


def test_text_in_another_language_is_left_alone() -> None:
    page = '<html lang="es"><p>La red vendía child pornography, dijo la policía.</p></html>'
    assert said(page, "language", format="html") == []
