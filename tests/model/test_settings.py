"""Which rules run, and what fails a run."""

from __future__ import annotations

import pickle

import pytest

from factcheck.model import Diagnostic, Settings, Severity, Span


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        ([], [], True),
        (["wrong-number"], [], True),
        (["numbers"], [], True),
        (["other"], [], False),
        ([], ["wrong-number"], False),
        ([], ["numbers"], False),
        (["numbers"], ["wrong-number"], False),
        (["wrong-number"], ["numbers"], True),  # a rule's own name weighs more than its family's
        (["wrong-number"], ["wrong-number"], False),
    ],
)
def test_which_rules_run(select: list[str], ignore: list[str], runs: bool) -> None:
    settings = Settings(select=tuple(select), ignore=tuple(ignore))
    assert settings.runs("wrong-number", "numbers") is runs


def test_a_rule_that_is_off_runs_when_asked_for() -> None:
    assert not Settings().runs("terms", "language", off=True)
    assert Settings(select=("language",)).runs("terms", "language", off=True)
    assert Settings(select=("terms",)).runs("terms", "language", off=True)


def test_a_rules_own_severity_weighs_more_than_its_familys() -> None:
    settings = Settings(severities=(("terms", Severity.INFO), ("language", Severity.ERROR)))
    assert settings.severity_of("terms", "language") is Severity.INFO
    assert settings.severity_of("others", "language") is Severity.ERROR
    assert settings.severity_of("others", "numbers") is None


@pytest.mark.parametrize(("fail_on", "fails"), [(Severity.ERROR, False), (Severity.WARNING, True), (None, False)])
def test_what_fails_a_run(fail_on: Severity | None, fails: bool) -> None:
    found = Diagnostic("terms", "language", Severity.WARNING, "m", Span(0, 1))
    assert Settings(fail_on=fail_on).fails([found]) is fails


def test_settings_can_be_the_key_of_a_cache_and_go_to_another_process() -> None:
    settings = Settings(countries=("US",), severities=(("terms", Severity.INFO),))
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert hash(settings) == hash(Settings(countries=("US",), severities=(("terms", Severity.INFO),)))


@pytest.mark.parametrize(
    ("settings", "runs"),
    [
        (Settings(), False),
        (Settings(preview=True), True),
        (Settings(select=("words",)), True),
        (Settings(select=("leftovers",)), False),
        (Settings(select=("leftovers",), preview=True), True),
        (Settings(ignore=("words",), preview=True), False),
    ],
)
def test_a_preview_runs_by_its_name_or_where_previews_are_wanted(settings: Settings, runs: bool) -> None:
    assert settings.runs("words", "leftovers", preview=True) is runs
