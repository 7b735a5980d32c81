"""`factcheck quantities`: what the number reader makes of a text, for whoever wants its numbers or measures it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click

from factcheck.errors import UserError


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", help="One JSON object a line.")
def quantities(file: BinaryIO, format_: str) -> None:
    """Show every quantity in FILE, or in standard input: one JSON object for each line of text.

    \b
    {"quantities": [{"start": 0, "end": 16, "text": "more than 23,500", "value": 23500,
                     "bound": ">", "change": null, "unit": "runaways"}]}

    A range has "low" and "high" instead of "value". The bound is "=", "~" (about), "<" or ">".
    """
    from factcheck.claims.quantities_json import line_record
    from factcheck.reports.json_list import dumped

    for number, line in enumerate(file, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            message = f"not UTF-8 (byte {error.start} of the line)"
            raise UserError(message, path=str(Path(file.name)), line=number) from None
        click.echo(dumped(line_record(text)))
