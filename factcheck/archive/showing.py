"""Answers as a text, as a page with charts, or as CSV files."""

from __future__ import annotations

import csv
import io
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

import jinja2

from factcheck.archive.answers import Answer
from factcheck.reports.visible import visible

_WIDEST = 48  # cells of a column of the text


def as_text(answers: Iterable[Answer]) -> str:
    """Answers as tables for a terminal."""
    return "\n".join(_text(answer) for answer in answers)


def _text(answer: Answer) -> str:
    columns = [name.replace("_", " ") for name in answer.columns]
    rows = [columns, *([_cell(value) for value in row] for row in answer.rows)]
    widths = [min(_WIDEST, max(len(row[at]) for row in rows)) for at in range(len(columns))]
    lines = [answer.question.title, ""]
    for row in rows if answer.rows else []:
        cells = (
            _aligned(text, width, value) for text, width, value in zip(row, widths, _kinds(answer), strict=True)
        )
        lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join([*lines, *([] if answer.rows else ["  none"]), ""])


def _kinds(answer: Answer) -> Sequence[Any]:
    return answer.rows[0] if answer.rows else ()


def _aligned(text: str, width: int, value: Any) -> str:
    short = text if len(text) <= width else f"{text[: width - 1]}…"
    return short.rjust(width) if isinstance(value, int | float) else short.ljust(width)


def _cell(value: Any) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return "" if value is None else visible(str(value))


def as_csv(answer: Answer) -> str:
    """An answer as a CSV file with its column names. No cell is a formula to a spreadsheet program."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_harmless(value) for value in row] for row in answer.rows)
    return out.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value


def as_page(answers: Iterable[Answer], folder: str) -> str:
    """Answers as a page that needs nothing else."""
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    css = _file("answers.css")
    shown = [_with_chart(answer) for answer in answers]
    digest = b64encode(sha256(css.encode()).digest()).decode()
    page = environment.from_string(_file("answers.html.jinja"))
    return page.render(css=css, css_hash=digest, folder=folder, answers=shown) + "\n"


def _with_chart(answer: Answer) -> dict[str, Any]:
    chart = answer.question.chart
    at = answer.columns.index(chart) if chart else None
    longest = max((row[at] for row in answer.rows), default=1) if at is not None else 1
    rows = [
        {
            "cells": [_cell(value) for value in row],
            "bar": round(100 * row[at] / (longest or 1)) if at is not None else None,
        }
        for row in answer.rows
    ]
    numbers = [bool(answer.rows) and isinstance(value, int | float) for value in _kinds(answer)]
    heads = [name.replace("_", " ") for name in answer.columns]
    return {
        "title": answer.question.title,
        "heads": heads,
        "numbers": numbers,
        "rows": rows,
        "chart": at is not None,
    }


def _file(name: str) -> str:
    return files("factcheck.archive").joinpath("page", name).read_text("utf-8")
