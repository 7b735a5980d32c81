"""Commented templates of new entries, each a file of its kind."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from factcheck.errors import UserError

FOLDERS = {"measure": "measures", "myth": "myths", "hotline": "hotlines"}


def template(kind: str, id: str, today: dt.date) -> str:
    """The template of a kind of entry with its id and date filled in, for a file in its folder of a corpus.

    Args:
        kind: a key of `FOLDERS`.
    """
    text = Path(__file__).with_name(f"{kind}.yaml").read_text("utf-8")
    return text.format(id=id, today=today.isoformat())


def write_template(kind: str, id: str, today: dt.date, corpus: Path) -> Path:
    """Write the template as a new file of a corpus folder, which is made if need be.

    Raises:
        UserError: the entry's file is there already, or cannot be written.
    """
    path = corpus / FOLDERS[kind] / f"{id}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(template(kind, id, today))
    except FileExistsError:
        raise UserError("is there already; choose another id, or edit that file", path=str(path)) from None
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(path)) from None
    return path
