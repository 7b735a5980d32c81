"""What the fuzz tests share: texts made of the pieces that readers look for, and how long to look.

`FACTCHECK_FUZZ=20000 pytest tests/hostile -k fuzz` looks longer: so many examples a test.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from factcheck.model import FileReport

LONG = settings(
    max_examples=int(os.environ.get("FACTCHECK_FUZZ", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
MARKUP = (
    "[", "](", "![", "](http://a.b/", "http://a.b/", "www.a.b ", "<http://a.b>", "[^1]", "[^1]: ", "[a]: b\n",
    "# ", "> ", "- ", "1. ", "| ", "|-|\n", "---\n", "+++\n", "title: a\n", "factcheck: {country: US}\n",
    "date: 2019\n", "```\n", "~~~", "    ", "<div>", "</p>", "<a href='", "<!-- factcheck: ignore[claims] -->",
    "<!--", "-->", "<![CDATA[", "<script>", "</script>", "<table><tr><td>", "<li>", "<img alt='a ", "&amp;",
    "&", "&#x0;", "&#xd800;", "&#99999999;", "&nbsp;", "&lt;b&gt;", "*", "**", "_", "~~", "`", "\\",
    "{{< a >}}", "{% a %}", "==",
)  # fmt: skip
CHARACTERS = (
    "â€™", "Ã©", "“", "”", "’", "'", '"', "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2028", "\ufeff",
    "\ufffd", "\x1b[31m", "\x85", "\x0c", "a\u0301", "ß", "İ", "ı", "ﬁ", "Å", "𝟕", "²", "٣", "Ⅻ", "½", "①",
    "👧🏽", "🇺🇸", "中文 ", "\r\n", "\r", "\n\n", "\n", "\t", " ",
)  # fmt: skip
NUMBERS = (
    "0", "7", "007", "2019", "1,000", "26,300", "1.5", ".5", "1/2", "9" * 30, "1e9", "one ", "two ", "twenty-",
    "hundred ", "thousand ", "million ", "bn ", "half ", "third ", "quarter ", "dozens of ", "thousands of ",
    "a ", "in ", "out of ", "every ", "per ", "and ", "or ", "to ", "from ", "between ", "than ", "more than ",
    "about ", "nearly ", "up to ", "%", " percent ", "per cent", "$", "US$", "€", "£", "Rs ", "-", "–", "—",
    ",", ".", ":", ";", "(", ")", "#", "+", "~", "<", ">", "/", "×", "-fold ", "times ", "doubled ", "rise ",
    "second largest ", "top ten ", "No. ", "-year-old ", "years ", "age ", "May 5 ", "FY ", "the 2010s ",
    "2019/20 ", "§ ", "18 U.S.C. ", "1-888-373-7888",
)  # fmt: skip
WORDS = (
    "In 2019, 300 victims of trafficking were found. ", "victims ", "of trafficking ", "children ", "women ",
    "worldwide ", "in the United States ", "in Georgia ", "in Kent County ", "According to the ILO, ",
    "NCMEC says ", "a report found ", "studies show ", "It is a myth that ", "not ", "if ", "last year ",
    "since then ", "so far this year ", "Source: ", "ATLANTA (AP) — ", "Share this post", "Lorem ipsum ",
    "[Insert name]", "As an AI language model", "Updated on:", "call the hotline ", "text 233733 ", "He said: ",
)  # fmt: skip
MIXED = st.sampled_from(MARKUP + CHARACTERS + NUMBERS + WORDS) | st.text(max_size=8)
TEXTS = st.lists(MIXED, max_size=40).map("".join)
NUMBER_TEXTS = st.lists(st.sampled_from(NUMBERS * 2 + WORDS + CHARACTERS), max_size=30).map("".join) | st.text()


def holds(report: FileReport) -> None:
    """Every place lies in the source."""
    end = len(report.document.source)
    for found in report.diagnostics:
        assert 0 <= found.span.start <= found.span.end <= end
        for edit in found.fix.edits if found.fix else ():
            assert 0 <= edit.start <= edit.end <= end
    for judged in report.claims:
        assert 0 <= judged.claim.number.start < judged.claim.number.end <= end
        assert 0 <= judged.claim.span.start < judged.claim.span.end <= end
