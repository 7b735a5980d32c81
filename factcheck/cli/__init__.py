"""The command line: options in, a report and an exit status out. Everything heavy loads when it is needed."""

from __future__ import annotations

import os
import sys
import traceback

import click

from factcheck import __version__
from factcheck.cli.check import check
from factcheck.cli.corpus import corpus
from factcheck.cli.quantities import quantities
from factcheck.cli.rules import explain, rules
from factcheck.errors import UserError

CANNOT_RUN = 2
INTERRUPTED = 130  # 128 and the number of the signal, as shells have it


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "-V", "--version", prog_name="factcheck")
def cli() -> None:
    """Check articles about human trafficking before they are published.

    Finds every statistic and holds it against a reference set, finds text that was never meant to be
    published, and articles that leave a reader in danger without a number to call. Nothing leaves this
    computer.

    \b
      factcheck check draft.md          check an article
      factcheck check content/          check every article in a folder
      factcheck explain missing-hotline say what a rule is for
    """


for command in (check, rules, explain, corpus, quantities):
    cli.add_command(command)


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line.

    Returns:
        0: nothing at or above `--fail-on`; 1: something; 2: the check could not be run; 130: interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # The same bytes whatever the locale; a file name that is no text must not end the run.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return CANNOT_RUN
    except UserError as error:
        click.echo(f"factcheck: {error}", err=True)
        return CANNOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except Exception:  # Python's own status would be 1: "something was found"
        traceback.print_exc()
        click.echo(
            "factcheck: this is a mistake in factcheck itself; please report it with the lines above", err=True
        )
        return CANNOT_RUN


def _reader_left() -> int:
    """Whoever read our output has seen enough (`| head`): end without a word, also when Python flushes.

    The status is the one that click gives where it notices first.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
