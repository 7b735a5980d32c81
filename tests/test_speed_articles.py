"""The articles that speed is measured on are as the benchmark says they are."""

from __future__ import annotations

import re

import pytest

from benchmarks.articles import Writer
from factcheck import Linter
from factcheck.claims.sentences import sentences

pytestmark = pytest.mark.slow

_FIGURE = re.compile(r"\d|\b[Oo]ne in |\bTwo in ")


def test_the_same_seed_writes_the_same_articles() -> None:
    assert [Writer(seed=4).article() for _ in range(2)] == [Writer(seed=4).article() for _ in range(2)]
    assert Writer(seed=4).article() != Writer(seed=5).article()


def test_about_four_kilobytes_with_a_number_in_about_a_quarter_of_the_sentences() -> None:
    writer = Writer()
    articles = [writer.article() for _ in range(50)]
    assert 3_000 < sum(map(len, articles)) / len(articles) < 5_000
    paragraphs = [line for text in articles for line in text.split("\n") if line.endswith(".") and " " in line]
    told = [line[slice(*span)] for line in paragraphs for span in sentences(line)]
    assert 0.2 < sum(_FIGURE.search(sentence) is not None for sentence in told) / len(told) < 0.35


def test_about_half_of_those_numbers_are_claims() -> None:
    writer = Writer()
    reports = [Linter().check_text(writer.article()).files[0] for _ in range(20)]
    assert 3 < sum(len(report.claims) for report in reports) / len(reports) < 9


def test_new_words_keep_coming() -> None:
    writer = Writer()
    first = {word for _ in range(40) for word in writer.article().split()}
    more = [word for _ in range(40) for word in writer.article().split()]
    assert sum(word not in first for word in more) / len(more) > 0.03
