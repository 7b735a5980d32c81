"""What `--output [FORMAT=]FILE` means."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.config import nearest
from factcheck.errors import UserError
from factcheck.reports import FORMATS

if TYPE_CHECKING:
    from factcheck.cli.inputs import Inputs


def targets(outputs: Iterable[str], inputs: Inputs) -> list[tuple[str, Path]]:
    """The format and the file of each output.

    Args:
        outputs: as given on the command line.
        inputs: what the run reads, and must not be overwritten.

    Raises:
        UserError: a format is not known or not clear, or a report would overwrite another one or what is read.
    """
    taken: set[Path] = set()
    found = [_target(output) for output in outputs]
    for _, file in found:
        if file.resolve() in taken:
            raise UserError("no report can be written to this file: it takes another one", path=str(file))
        inputs.keep(file)
        taken.add(file.resolve())
    return found


def _target(output: str) -> tuple[str, Path]:
    """The format and the file of `[FORMAT=]FILE`.

    Raises:
        UserError: there is no such format, or the ending means none.
    """
    name, equals, file = output.partition("=")
    if equals and name in FORMATS:
        return name, Path(file)
    if equals and name.isalpha():
        raise UserError(f"there is no format {name}{nearest(name, FORMATS)} ({', '.join(FORMATS)})", path=output)
    endings = {ending: name for name, (_, _, ending) in FORMATS.items() if ending}
    ending = Path(output).suffix.lower()
    if ending not in endings:
        known = ", ".join(sorted(endings))
        raise UserError(f"its format is not clear from its ending ({known}): write FORMAT={output}", path=output)
    return endings[ending], Path(output)
