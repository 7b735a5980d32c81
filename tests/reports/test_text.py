"""The report for people."""

from __future__ import annotations

import io
from dataclasses import replace

import docx

from factcheck.documents import read
from factcheck.model import FileError, FileReport, Reference, Severity, Stance, Verdict
from factcheck.reports import Style, Summary, reporter
from tests.reports.builders import claim, finding, report

SOURCE = "A title\n\nThe shelter has 40 beds, a 2019 count says.\n"
MESSAGE = "The register has 44 beds in 2019.\nWrite: The shelter has 44 beds.\nSource: Register, https://example.org/beds"


def written(*results: FileReport | FileError, **style: object) -> str:
    out, summary = io.StringIO(), Summary()
    made = reporter("text", out, Style(**style))  # type: ignore[arg-type]
    for result in results:
        summary.add(result)
        made.add(result)
    made.close(summary)
    return out.getvalue()


def test_a_finding_stands_under_its_words_with_every_line_of_its_message() -> None:
    assert written(report(SOURCE, finding(SOURCE, "40 beds", MESSAGE))) == (
        "a.md\n"
        "\n"
        "  3:17    error   invented-rule\n"
        "     3 │ The shelter has 40 beds, a 2019 count says.\n"
        "       │                 ───────\n"
        "       The register has 44 beds in 2019.\n"
        "       Write: The shelter has 44 beds.\n"
        "       Source: Register, https://example.org/beds\n"
        "\n"
        "1 article · no statistics · 1 error\n"
    )


def test_the_last_line_counts_what_was_found() -> None:
    claims = (
        claim("It has 7 beds.", "7", Verdict.SUPPORTED),
        claim("It has 7 beds.", "7"),
        claim("It has 7 beds.", "7"),
    )
    results = [
        report("It has 7 beds.", finding("It has 7 beds.", "beds", severity=Severity.INFO), claims=claims),
        report("Fine."),
        FileError("broken.md", "is not text"),
    ]
    assert written(*results).splitlines()[-1] == (
        "2 articles · 3 statistics: 1 supported, 2 without support · 1 info · 1 problem to mend first"
    )


def test_an_article_without_findings_takes_no_room() -> None:
    assert written(report("Fine.")) == "1 article · no statistics · no problems found\n"


def test_quiet_leaves_out_the_last_line() -> None:
    assert written(report("Fine."), quiet=True) == ""


def test_statistics_are_listed_on_demand_also_the_good_ones() -> None:
    good = claim("It has 7 beds.", "7 beds", Verdict.SUPPORTED)
    source = Reference("Beds: 7, US, in 2019", "Register, https://example.org/beds", "https://example.org/beds")
    shown = written(
        replace(report("It has 7 beds.", claims=(good,)), references={"beds/US/2019": source}), claims=True
    )
    assert (
        "  1:8     supported        7 beds\n       Beds: 7, US, in 2019. Register, https://example.org/beds\n"
    ) in shown


def test_a_wrong_number_that_the_article_refutes_is_not_listed_as_right() -> None:
    judged = claim("It has 7 beds.", "7 beds", Verdict.SUPPORTED)
    refuted = replace(judged, claim=replace(judged.claim, stance=Stance.REFUTED))
    shown = written(report("It has 7 beds.", claims=(refuted,)), claims=True)
    assert "  1:8     told as false    7 beds\n" in shown
    assert "1 statistic: 1 told as false" in shown


def test_long_messages_are_broken_between_words_but_an_address_stays_whole() -> None:
    address = "https://example.org/" + "a-very-long-address/" * 6
    shown = written(
        report(SOURCE, finding(SOURCE, "40 beds", f"{'Some words of advice. ' * 8}{address}")), width=60
    )
    body = [line for line in shown.splitlines() if line.startswith("       ") and "│" not in line]
    assert any(line.strip() == address for line in body)
    assert all(len(line) <= 60 for line in body if address not in line)


def test_nothing_of_an_article_acts_on_the_terminal() -> None:
    source = "It has \x1b]0;owned\x0740 beds\u202e."
    shown = written(report(source, finding(source, "40 beds", "Not \x1b[2J40."), path="a\x1b[1m.md"), color=True)
    assert "\x1b]" not in shown and "\x1b[2J" not in shown and "\x1b[1m.md" not in shown
    assert "\x07" not in shown and "\u202e" not in shown


def test_colour_only_where_asked_for() -> None:
    result = report(SOURCE, finding(SOURCE, "40 beds"))
    assert "\x1b" not in written(result)
    assert "\x1b[31m40 beds\x1b[0m" in written(result, color=True)


def test_a_file_without_lines_is_told_by_paragraph_and_sentence() -> None:
    data = io.BytesIO()
    word = docx.Document()
    for text in ("A title", "", "The shelter opens at six. It has 40 beds, and 7 cots."):
        word.add_paragraph(text)
    word.save(data)
    document = read(data.getvalue(), "a.docx")
    result = FileReport(document, diagnostics=(finding(document.source, "40 beds", MESSAGE),))
    assert written(result).startswith(
        "a.docx\n"
        "\n"
        "  paragraph 2, sentence 2 error   invented-rule\n"
        "       │ The shelter opens at six. It has 40 beds, and 7 cots.\n"
    )
    assert "  paragraph 1 error" in written(replace(result, diagnostics=(finding(document.source, "title", "x"),)))
