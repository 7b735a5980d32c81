"""`factcheck rules`, `factcheck explain` and the command by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.checks.rules import load_rules
from tests.cli.conftest import Command


def test_rules_lists_every_rule_under_its_family(factcheck: Command) -> None:
    ran = factcheck("rules")
    assert ran.status == 0
    lines = ran.out.splitlines()
    for rule in load_rules().values():
        assert rule.family in lines
        assert any(line.split()[:2] == [rule.name, rule.severity] for line in lines)


def test_explain_gives_reason_and_examples(factcheck: Command) -> None:
    ran = factcheck("explain", "placeholder-text")
    rule = load_rules()["placeholder-text"]
    assert ran.status == 0
    assert ran.out.startswith("placeholder-text (leftovers, ")
    assert rule.why.strip() in ran.out
    assert "Flagged:" in ran.out and "Left alone:" in ran.out


def test_explain_of_a_wrong_name_says_the_nearest(factcheck: Command) -> None:
    ran = factcheck("explain", "placeholder")
    assert (ran.status, ran.out) == (2, "")
    assert 'did you mean "placeholder-text"?' in ran.err


@pytest.mark.parametrize("command", ["rules", "explain"])
def test_a_family_lists_its_rules(factcheck: Command, command: str) -> None:
    ran = factcheck(command, "language")
    assert ran.status == 0
    listed = {line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")}
    assert listed == {rule.name for rule in load_rules().values() if rule.family == "language"}


def test_a_wrong_family_is_answered_with_those_there_are(factcheck: Command) -> None:
    assert 'did you mean "language"?' in factcheck("rules", "langauge").err
    assert "claims, document, hotline, language" in factcheck("rules", "zeppelins").err
    assert factcheck("rules", "zeppelins").status == 2


def test_part_of_a_name_proposes_those_that_begin_with_it_then_those_that_hold_it(factcheck: Command) -> None:
    assert 'did you mean "vague-quantity" or "vague-attribution"?' in factcheck("explain", "vague").err
    assert 'did you mean "missing-hotline"' not in factcheck("explain", "hotl").err
    assert '"content-farm-source"' in factcheck("explain", "farm").err


def test_own_rules_are_listed_too(factcheck: Command, folder: Path) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "placeholder-text.yaml").write_text("name: placeholder-text\nseverity: info\n")
    (folder / ".factcheck.yaml").write_text("rules: house\n")
    assert factcheck("explain", "placeholder-text").out.startswith("placeholder-text (leftovers, info)")


def test_version_and_help(factcheck: Command) -> None:
    assert factcheck("--version").out == f"factcheck, version {__version__}\n"
    assert "factcheck check draft.md" in factcheck("--help").out
    assert factcheck().status == 2
    assert "Usage" in factcheck().err
    assert factcheck("chekc").status == 2


def test_a_preview_is_told_as_one_and_runs_when_wanted(factcheck: Command, tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text("Human being trafficking is a crime in every country.\n")
    assert "preview" in factcheck("explain", "spun-text").out
    assert "spun-text" not in factcheck("check", str(draft)).out
    for option in ("--preview", "--select=spun-text"):
        assert "spun-text" in factcheck("check", option, str(draft)).out
    (tmp_path / ".factcheck.yaml").write_text("preview: true\n")
    assert "spun-text" in factcheck("check", str(draft)).out
