"""`factcheck clean`: nothing kept any more."""

from __future__ import annotations

import click

from factcheck.errors import UserError


@click.command()
def clean() -> None:
    """Delete what earlier runs have kept."""
    from factcheck.files import cache_folder

    folder = cache_folder()
    try:
        for pattern in ("results.sqlite*", "*-*.json"):
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"cannot be deleted: {error.strerror}", path=str(folder)) from None
