"""`factcheck serve`: the local page for whoever would rather not use a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from factcheck.cli import completion
from factcheck.cli.options import configured, listed
from factcheck.cli.telling import tell, warn

_PORT = 8423


@click.command()
@listed(
    "--country",
    "CODE",
    "The readers' country (US, GB …) to begin with; it can be changed on the page.",
    completion.countries,
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this configuration instead of the one of the folder at hand.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="Where the page is found on this computer; 0: at any free port.",
)
@click.option("--no-browser", is_flag=True, help="Only show the address, open no browser.")
def serve(country: tuple[str, ...], config: Path | None, port: int, no_browser: bool) -> None:
    """Check articles on a page in your browser: paste, drop a file, or type.

    The page is shown by this computer to this computer; nothing leaves it. Drafts stay in the browser's tab
    and are stored nowhere. Ctrl-C ends it.
    """
    given: dict[str, Any] = {"country": country, "config": config, "select": (), "ignore": (), "exclude": ()}
    configuration = configured({**given, "date": None}, ())
    settings = configuration.settings_for(Path())
    from factcheck.linter import Linter
    from factcheck.serve.server import listening
    from factcheck.serve.server import serve as answer

    listener = listening(port)
    answer(Linter(settings), listener, lambda address: _ready(address, no_browser))


def _ready(address: str, no_browser: bool) -> None:
    tell(f"factcheck is ready: {address}")
    tell("Nothing leaves this computer. Keep this window open; Ctrl-C ends factcheck.")
    sys.stdout.flush()
    if no_browser:
        return
    import webbrowser

    if not webbrowser.open(address):
        warn("no browser could be opened; open the address above in yours")
