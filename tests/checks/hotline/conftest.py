"""Checks small articles with the shipped rules and reference set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import documents
from factcheck.checks import Article, Rule, load_rules
from factcheck.checks.article import Finding
from factcheck.checks.hotline import check_hotlines
from factcheck.checks.hotline.services import Services
from factcheck.context import Context
from factcheck.model import Document, Format
from factcheck.reference import Corpus, load_corpus

Check = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="session")
def rules() -> dict[str, Rule]:
    return load_rules()


@pytest.fixture(scope="session")
def services(corpus: Corpus) -> Services:
    return Services(corpus.hotlines)


def read(text: str, format: Format = Format.MARKDOWN) -> Document:
    return documents.read(text.encode(), "draft", format)


@pytest.fixture(scope="session")
def check(corpus: Corpus, rules: dict[str, Rule]) -> Check:
    """The findings in a text: `check(text, "US")`, or without a country to have it read from the text."""

    def run(text: str, *countries: str, format: Format = Format.MARKDOWN, rule: str = "") -> list[Finding]:
        document = read(text, format)
        article = Article(document, (), corpus, rules, Context(document, corpus.clues, countries))
        return [finding for finding in check_hotlines(article) if rule in ("", finding.rule)]

    return run


def names(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]
