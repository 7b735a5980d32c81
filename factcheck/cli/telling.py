"""What commands tell besides reports: nothing in it acts on a terminal or in the log of a build server."""

from __future__ import annotations

import sys
from typing import Any

import click

from factcheck.reports.visible import visible, visible_lines


def tell(text: str) -> None:
    """Write lines to standard output."""
    click.echo(visible_lines(text))


def tell_json(value: Any) -> None:
    """Write a JSON value in several lines to standard output."""
    from factcheck.reports.json_list import dumped

    click.echo(dumped(value, indent=2))


def warn(message: str) -> None:
    """Write one line to standard error."""
    sys.stdout.flush()  # on a terminal both appear in the order they were written
    click.echo(visible(f"factcheck: {message}"), err=True)


def say(path: str, message: str) -> None:
    """Tell something about a file on standard error."""
    warn(f"{path}: {message}")
