"""What a shell proposes while a command is typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.checks.rule import Rule


def families(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The families of rules whose names begin with what is typed."""
    return _beginning(typed, _families().items())


def rules_or_families(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The rules and families whose names begin with what is typed."""
    return _beginning(typed, _named().items())


def rules_and_families(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The rules and families that can be the last of some names parted by commas."""
    return _last_of(typed, _named().items())


def countries(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The codes of countries that can be the last of some parted by commas."""
    from pycountry import countries

    every = ((country.alpha_2, country.name) for country in countries)
    return _last_of(typed, sorted((*every, ("EU", "European Union"))))


def _families() -> dict[str, str]:
    return {rule.family: f"all rules of the family {rule.family}" for rule in _rules()}


def _named() -> dict[str, str]:
    return _families() | {rule.name: rule.summary for rule in _rules()}


def _rules() -> list[Rule]:
    from pathlib import Path

    from factcheck.checks.rules import load_rules
    from factcheck.config import Configuration

    try:
        return list(load_rules(Configuration().settings_for(Path()).rules).values())
    except UserError:  # a shell proposes what it can, and keeps quiet
        return list(load_rules(()).values())


def _last_of(typed: str, known: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    before, comma, last = typed.rpartition(",")
    return _beginning(last, known, before + comma)


def _beginning(typed: str, known: Iterable[tuple[str, str]], before: str = "") -> list[CompletionItem]:
    found = sorted((word, " ".join(text.split())) for word, text in known if word.startswith(typed))
    return [CompletionItem(before + word, help=text) for word, text in found]
