"""JUnit's XML: valid, and read back by a library of its own."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from junitparser import Error, Failure, JUnitXml
from lxml import etree

from factcheck.model import FileError, FileReport, Severity
from tests.reports.builders import finding, report, written
from tests.reports.hostile import reports

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
SOURCE = "Café \U0001f600\nIt has 7 beds\nor so."


def suites(*results: FileReport | FileError) -> JUnitXml:
    data = written("junit", *results).encode()
    SCHEMA.assertValid(etree.fromstring(data))
    return JUnitXml.fromstring(data)


def test_an_empty_run_is_whole() -> None:
    assert len(suites()) == 0


def test_an_article_without_findings_is_a_test_that_passes() -> None:
    (suite,) = suites(report(SOURCE))
    assert (suite.name, suite.tests, suite.failures, suite.errors) == ("a.md", 1, 0, 0)
    (case,) = suite
    assert case.is_passed
    assert case.name == "no problems found"


def test_a_finding_is_a_failure_named_by_what_stays_when_lines_move() -> None:
    (suite,) = suites(report(SOURCE, finding(SOURCE, "7 beds\nor", "Wrong <b>.\nWrite: 8."), path="posts/a.md"))
    assert (suite.tests, suite.failures) == (1, 1)
    (case,) = suite
    assert (case.classname, case.name) == ("posts/a.md", "invented-rule: 7 beds or")
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", "Wrong <b>.")
    assert failure.text == "2:8 error invented-rule\nWrong <b>.\nWrite: 8."


def test_a_finding_that_needs_no_action_passes_and_is_told() -> None:
    (suite,) = suites(report(SOURCE, finding(SOURCE, "7 beds", "Not verified.", Severity.INFO)))
    assert suite.failures == 0
    (case,) = suite
    assert case.system_out == "2:8 info invented-rule\nNot verified."


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    (suite,) = suites(FileError("b.md", "is not text"))
    assert suite.errors == 1
    (case,) = suite
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.message == "is not text"


def test_the_examples(checked: list[FileReport]) -> None:
    read = suites(*checked)
    assert [len(list(suite)) for suite in read] == [max(len(one.diagnostics), 1) for one in checked]


@given(reports())
def test_nothing_hostile_breaks_it(hostile: FileReport) -> None:
    (suite,) = suites(hostile)
    assert len(list(suite)) == max(len(hostile.diagnostics), 1)
    assert suite.failures == sum(found.severity is not Severity.INFO for found in hostile.diagnostics)
    assert len(etree.fromstring(written("junit", hostile).encode()).findall(".//testcase")) == len(list(suite))
