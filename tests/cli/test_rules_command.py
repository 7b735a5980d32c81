"""`factcheck rules`, `factcheck explain` and the command by itself."""

from __future__ import annotations

from pathlib import Path

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
