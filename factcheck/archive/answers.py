"""What the results of an archive say: the questions of whoever keeps it, asked of the Parquet files by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from factcheck.archive.dataset import written

_WRONG: Final = "verdict IN ('debunked', 'outdated', 'contradicted') AND stance = 'stated'"
_MEASURE: Final = "coalesce(myth, measure, '(none)')"
MOST: Final = 25  # rows of an answer in a report


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the results.

    Attributes:
        name: of its CSV file.
        chart: the column that a chart shows, if any; the first column names its bars.
    """

    name: str
    title: str
    sql: str
    chart: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: a table."""

    question: Question
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


QUESTIONS: Final = (
    Question(
        "summary",
        "The archive",
        f"""SELECT (SELECT count(*) FROM articles) AS pages, (SELECT count(*) FROM claims) AS statistics,
            (SELECT count(DISTINCT id) FROM claims WHERE {_WRONG}) AS pages_with_a_wrong_number,
            (SELECT count(DISTINCT id) FROM findings WHERE rule = 'missing-hotline') AS pages_without_help_line,
            (SELECT count(*) FROM errors) AS pages_not_checked""",
    ),
    Question(
        "numbers",
        "Wrong numbers, by the pages they stand on",
        f"""SELECT {_MEASURE} AS measure, verdict, count(DISTINCT id) AS pages, count(DISTINCT site) AS sites,
            mode(number) AS mostly_written FROM claims WHERE {_WRONG}
            GROUP BY ALL ORDER BY pages DESC, measure, verdict""",
        "pages",
    ),
    Question(
        "sites",
        "Sites with most pages that hold a wrong number",
        f"""SELECT coalesce(a.site, '(no address)') AS site, count(DISTINCT c.id) AS pages_with_a_wrong_number,
            count(DISTINCT a.id) AS pages
            FROM articles a LEFT JOIN (SELECT id FROM claims WHERE {_WRONG}) c USING (id)
            GROUP BY ALL HAVING pages_with_a_wrong_number > 0 ORDER BY pages_with_a_wrong_number DESC, site""",
        "pages_with_a_wrong_number",
    ),
    Question(
        "years",
        "Wrong numbers by the year of the page",
        f"""SELECT coalesce(left(a.date, 4), '(no date)') AS year, count(*) AS wrong_numbers,
            count(DISTINCT c.id) AS pages FROM claims c JOIN articles a USING (id) WHERE {_WRONG}
            GROUP BY ALL ORDER BY year""",
        "wrong_numbers",
    ),
    Question(
        "help_lines",
        "Pages without a help line, by their readers' country",
        """SELECT coalesce(country, '(not known)') AS country, count(DISTINCT id) AS pages
            FROM findings JOIN articles USING (id) WHERE rule = 'missing-hotline'
            GROUP BY ALL ORDER BY pages DESC, country""",
        "pages",
    ),
    Question(
        "first",
        "What to mend first",
        f"""SELECT a.id AS page, a.errors, coalesce(c.wrong, 0) AS wrong_numbers, a.title
            FROM articles a LEFT JOIN (SELECT id, count(*) AS wrong FROM claims WHERE {_WRONG} GROUP BY id) c
            USING (id) WHERE a.errors > 0 OR c.wrong > 0
            ORDER BY wrong_numbers DESC, a.errors DESC, page""",
    ),
    Question(
        "errors",
        "Pages that could not be checked",
        "SELECT kind, message, count(*) AS pages, min(id) AS one_of_them FROM errors GROUP BY ALL "
        "ORDER BY pages DESC, message",
    ),
)


def answers(folder: Path, questions: Sequence[Question] = QUESTIONS, most: int | None = MOST) -> Iterator[Answer]:
    """The answers to questions, in their order.

    Args:
        most: how many rows of each; None: all.

    Raises:
        UserError: the folder holds no results.
    """
    with duckdb.connect() as database:
        for name in written(folder):
            database.read_parquet(str(folder / name / "*.parquet")).create_view(name)
        for question in questions:
            asked = database.execute(question.sql if most is None else f"{question.sql} LIMIT {most}")
            columns = tuple(column[0] for column in asked.description or ())
            yield Answer(question, columns, tuple(asked.fetchall()))
