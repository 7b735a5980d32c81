"""`factcheck init`: settings to begin with, asked for or given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from factcheck.cli import completion
from factcheck.cli.options import listed
from factcheck.cli.telling import tell
from factcheck.errors import UserError


@click.command()
@listed("--country", "CODE", "The readers' country (US, GB …); several parted by commas.", completion.countries)
@listed("--content", "PATH", "Where the articles are; several parted by commas.")
@click.option(
    "--pre-commit/--no-pre-commit", default=None, help="Let pre-commit check articles before each commit."
)
@click.option("--yes", is_flag=True, help="Ask nothing; what is not given is left at what would be proposed.")
@click.option("--force", is_flag=True, help="Write the settings anew where there are some already.")
def init(
    country: tuple[str, ...], content: tuple[str, ...], pre_commit: bool | None, yes: bool, force: bool
) -> None:
    """Write a file with settings for the articles in the folder at hand.

    Asks for what is not given, on a terminal; elsewhere it takes what it would propose.
    """
    from factcheck.init import existing_settings, propose_content, repository_of

    here = Path()
    existing = existing_settings(here)
    if existing and not force and not pre_commit:
        message = "holds settings already; change them there, or write them anew with --force"
        raise UserError(message, path=str(existing))
    repository = repository_of(here)
    if pre_commit and repository is None:
        raise UserError("--pre-commit: this folder is in no git repository; make one with `git init`")
    asks = not yes and sys.stdin.isatty() and sys.stdout.isatty()
    if force or not existing:
        countries = _checked("--country", country, _countries)
        folders = _checked("--content", content, _paths) or propose_content(here)
        if asks and not country:
            countries = _asked(
                "Your readers' country, as US or Ireland (empty: told from each article)", (), _countries
            )
        if asks and not content:
            folders = _asked("Folders with articles, parted by commas", folders, _paths)
        _write(here, countries, folders)
    if asks and pre_commit is None and repository:
        pre_commit = click.confirm("Check articles before each git commit, with pre-commit?", default=False)
    if pre_commit and repository:
        _add_hook(repository, here)
    tell("Next: factcheck check")


def _write(here: Path, countries: tuple[str, ...], folders: tuple[str, ...]) -> None:
    from factcheck.init import settings_above, write_settings

    path = write_settings(here, countries=countries, content=folders)
    readers = ", ".join(countries) or "told from each article"
    tell(f"{path} is written (readers: {readers}; articles: {', '.join(folders) or 'anywhere'}).")
    if above := settings_above(here):
        tell(f"{os.path.relpath(above)} no longer holds here; to change only some of it, write `overrides` there.")


def _add_hook(repository: Path, here: Path) -> None:
    from factcheck.init import CONFIG_NAME, add_hook

    path = os.path.relpath(repository / CONFIG_NAME)
    if add_hook(repository, here):
        tell(f"{path} has an entry for factcheck; `pre-commit install` lets git call it.")
    else:
        tell(f"{path} has an entry for factcheck already.")


Reading = Callable[[tuple[str, ...]], tuple[str, ...]]


def _countries(names: tuple[str, ...]) -> tuple[str, ...]:
    from factcheck.config import country_code

    return tuple(map(country_code, names))


def _paths(names: tuple[str, ...]) -> tuple[str, ...]:
    """Paths from the folder at hand, those of folders with a slash at the end."""
    for name in names:
        if not Path(name).exists():
            raise ValueError(f'there is no file or folder "{name}"')
    relative = (Path(os.path.relpath(name)) for name in names)
    return tuple(f"{path.as_posix()}/" if path.is_dir() else path.as_posix() for path in relative)


def _checked(option: str, words: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    try:
        return reading(words)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint=option) from None


def _asked(question: str, proposal: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    """The answer to a question, asked again until it can be read; the proposal where it is empty."""

    def value(text: str) -> tuple[str, ...]:
        try:
            return reading(tuple(word.strip() for word in text.split(",") if word.strip()))
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    answer: tuple[str, ...] = click.prompt(
        question, default=", ".join(proposal), show_default=bool(proposal), value_proc=value
    )
    return answer
