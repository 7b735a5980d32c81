"""Kinds of options, and the options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from factcheck.cli import completion
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.config import Configuration, Options
    from factcheck.model import Format

F = TypeVar("F", bound=Callable[..., Any])
Proposing = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one, shown in their order."""

    def put(command: F) -> F:
        return reduce(lambda made, option: option(made), reversed(options), command)

    return put


def listed(name: str, metavar: str, text: str, proposed: Proposing | None = None) -> Callable[[F], F]:
    """An option for several words: parted by commas, or the option repeated.

    Args:
        proposed: what a shell proposes for it.
    """
    return click.option(name, multiple=True, callback=_words, metavar=metavar, help=text, shell_complete=proposed)


def _words(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


class _Date(click.DateTime):
    """A day, with a refusal that shows how to write one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no date; write it as 2026-05-01", param, ctx)


# The options of a command that decide which articles are checked, and by what.
deciding = together(
    listed(
        "--country",
        "CODE",
        "The readers' country (US, GB …); otherwise taken from the text.",
        completion.countries,
    ),
    listed("--select", "RULE", "Run only these rules or families.", completion.rules_and_families),
    listed("--ignore", "RULE", "Leave out these rules or families.", completion.rules_and_families),
    click.option("--preview", is_flag=True, help="Run the rules too that are still being tried out."),
    click.option(
        "--date",
        type=_Date(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The date of articles that give none.",
    ),
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this configuration instead of the one nearest to each article.",
    ),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Pass over these files, as in .gitignore."),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Pass over what is excluded, or no content, even where it is named outright.",
    ),
)


def configured(given: dict[str, Any], paths: tuple[Path, ...]) -> Configuration:
    """The configuration, with what the `deciding` options say over it.

    Args:
        paths: what is to be checked; the rules there are include those of the first path's own configuration.

    Raises:
        click.BadParameter: an option names a country or a rule that nobody knows.
    """
    from factcheck.config import Configuration
    from factcheck.store import use_kept

    use_kept(not given.get("no_cache"))
    made = Configuration(_options(given))
    _check_names(made, paths, given)
    return made


def chosen(paths: tuple[Path, ...], configuration: Configuration) -> tuple[Path, ...]:
    """The paths, or what the configuration calls the content where none are given, or else the folder at hand."""
    from factcheck.walking import content_of

    try:
        return paths or content_of(configuration.settings_for(Path()))
    except UserError:
        return (Path(),)  # told when its turn comes


def _options(given: dict[str, Any]) -> Options:
    from factcheck.config import Options, country_code

    date: dt.datetime | None = given["date"]
    try:
        countries = tuple(map(country_code, given["country"]))
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--country") from None
    return Options(
        countries=countries,
        select=given["select"],
        ignore=given["ignore"],
        preview=given.get("preview", False),
        fail_on=given.get("fail_on"),
        date=date.date() if date else None,
        format=_format(given.get("input_format")),
        exclude=given["exclude"],
        config=given["config"],
    )


def _format(name: str | None) -> Format | None:
    from factcheck.model import Format

    return Format(name) if name else None


def _check_names(made: Configuration, paths: tuple[Path, ...], given: dict[str, Any]) -> None:
    from factcheck.config import RuleNames

    try:
        own = made.settings_for(paths[0] if paths else Path()).rules
    except UserError:
        own = ()  # told when its articles' turn comes
    names = RuleNames(own)
    for option in ("select", "ignore"):
        for name in given[option]:
            try:
                names.checked(name)
            except ValueError as error:
                raise click.BadParameter(str(error), param_hint=f"--{option}") from None
