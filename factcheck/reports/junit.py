"""JUnit's XML, which every build server shows: an article is a suite, a finding in it a failed test.

The form is the one that Jenkins' xUnit plugin checks (junit-10.xsd) and GitLab reads.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from factcheck.model import Diagnostic, FileError, FileReport, Severity
from factcheck.model.lines import Lines
from factcheck.reports.paths import relative
from factcheck.reports.reporter import Reporter
from factcheck.reports.summary import Summary
from factcheck.reports.visible import visible, visible_lines

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n'
_WORDS = 60  # characters of the flagged words in a test's name


class JunitReporter(Reporter):
    """Writes one suite an article, its tests the findings, or one that passes where there is none."""

    _before = _HEAD

    def add(self, result: FileReport | FileError) -> None:
        path = visible(relative(result.path if isinstance(result, FileError) else result.document.path))
        suite = ET.Element("testsuite", name=path)
        cases = _unread(result) if isinstance(result, FileError) else _cases(result)
        for case in cases:
            case.attrib |= {"classname": path, "file": path}
        suite.extend(cases)
        suite.attrib |= {
            "tests": str(len(cases)),
            "failures": str(len(suite.findall("*/failure"))),
            "errors": str(len(suite.findall("*/error"))),
        }
        ET.indent(suite)
        self.out.write(f"{self._before}{ET.tostring(suite, encoding='unicode')}\n")
        self._before = ""

    def close(self, summary: Summary) -> None:
        self.out.write(f"{self._before}</testsuites>\n")


def _unread(error: FileError) -> list[ET.Element]:
    case = ET.Element("testcase", name="can be read")
    ET.SubElement(case, "error", message=visible(error.message), type="unreadable")
    return [case]


def _cases(report: FileReport) -> list[ET.Element]:
    source, lines = report.document.source, Lines(report.document.source)
    return [_case(found, source, lines) for found in report.diagnostics] or [
        ET.Element("testcase", name="no problems found")
    ]


def _case(found: Diagnostic, source: str, lines: Lines) -> ET.Element:
    """A test named by what stays when lines move: build servers compare two runs by the names."""
    words = " ".join(source[found.span.start : found.span.end][:_WORDS].split())
    line, column = lines.position(found.span.start)
    case = ET.Element("testcase", name=visible(f"{found.rule}: {words}"), line=str(line))
    told = f"{line}:{column} {found.severity} {found.rule}\n{visible_lines(found.message)}"
    if found.severity is Severity.INFO:  # nothing to do: the test passes
        ET.SubElement(case, "system-out").text = told
    else:
        first = visible(found.message.partition("\n")[0])
        ET.SubElement(case, "failure", message=first, type=found.severity.value).text = told
    return case
