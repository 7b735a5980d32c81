"""All commands, and how each of their ends is told. Everything heavy loads when it is needed."""

from __future__ import annotations

import io
import itertools
import os
import sys
from importlib import import_module

import click

from factcheck import __version__
from factcheck.errors import UserError
from factcheck.reports.visible import visible, visible_lines

CANNOT_RUN = 2


# name of the command: its module
_COMMANDS = {
    "init": "init",
    "check": "check",
    "rules": "rules",
    "explain": "rules",
    "baseline": "baseline",
    "corpus": "corpus",
    "quantities": "quantities",
    "archive": "archive",
    "clean": "clean",
    "serve": "serve",
}


class _Commands(click.Group):
    """Commands each of which loads when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"factcheck.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "-V", "--version", prog_name="factcheck")
def cli() -> None:
    """Check articles about human trafficking before they are published.

    Finds every statistic and holds it against a reference set, finds text that was never meant to be
    published, and articles that leave a reader in danger without a number to call. Nothing leaves this
    computer.

    \b
      factcheck init                    choose a country and folders, once
      factcheck check draft.md          check an article
      factcheck check content/          check every article in a folder
      factcheck explain missing-hotline say what a rule is for
    """


def called(arguments: list[str]) -> int:
    """Run a command.

    Returns:
        The exit status, as `factcheck.cli.run`.

    Raises:
        KeyboardInterrupt: by Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # The same bytes whatever the locale; a file name that is no text must not end the run.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _refuse_files_like_options(arguments)
        status = cli.main(arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.Abort:  # Ctrl-C too, as click tells it
        raise KeyboardInterrupt from None
    except Exception as error:
        return _failed(error)


def _refuse_files_like_options(arguments: list[str]) -> None:
    """`factcheck check *` in a folder with a file called `--exclude=*.md`: a file's name decides nothing.

    Raises:
        UserError: an option is also the name of a file here.
    """
    for argument in itertools.takewhile(lambda argument: argument != "--", arguments):
        if argument.startswith("-") and len(argument) > 1 and os.path.lexists(argument):
            problem = "is an option, and the name of a file here; write -- before the files, or delete it"
            raise UserError(problem, path=argument)


def _failed(error: Exception) -> int:
    """Say why the check could not be run, and give the status for it."""
    try:
        return _told(error)
    except OSError:  # standard error cannot be written either: only the status tells it
        return _without_output(CANNOT_RUN)


def _told(error: Exception) -> int:
    match error:
        case click.ClickException():
            shown = io.StringIO()
            error.show(shown)
            click.echo(visible_lines(shown.getvalue().rstrip()), err=True)
        case UserError():
            click.echo(visible(f"factcheck: {error}"), err=True)
        case BrokenPipeError():  # whoever read the report has seen enough (`| head`)
            return _without_output(1)  # what click returns where it notices first
        case OSError():
            click.echo(f"factcheck: the report cannot be written: {error.strerror or error}", err=True)
            return _without_output(CANNOT_RUN)
        case _:  # Python's own status would be 1: "something was found"
            import traceback  # which few runs need

            traceback.print_exception(error)
            click.echo("factcheck: a mistake in factcheck itself; please report it with the lines above", err=True)
    return CANNOT_RUN


def _without_output(status: int) -> int:
    """The status, with standard output cut off: what is left in its buffer would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
