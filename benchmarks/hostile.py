"""Rows about articles made to hang a program: their time grows with their length and no faster.

`python -m benchmarks.hostile [NAME …]` shows each at one, two and four times 100,000 characters: seconds, and
their ratio to those of an ordinary article of that length. `--characters 1000000 --times 1` does so at a megabyte,
and `"one line of prose" --characters 5000000 --times 1` for a single line of five.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks.articles import Writer
from benchmarks.rows import Row, seconds
from factcheck import Linter
from factcheck.model import Format

CHARACTERS = 100_000
_SENTENCE = "In 2019 more than 300 victims of trafficking were found. "


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece) + 1)


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda size: (
        opening * (size // (len(opening) + len(closing)))
        + "in"
        + closing * (size // (len(opening) + len(closing)))
    )


def _table(size: int) -> str:
    columns = size // 8
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n|" + "300|" * columns + "\n"


def _page(piece: str) -> Callable[[int], str]:
    return lambda size: "<html><body><nav>Home</nav>" + _repeated(piece)(size)


def _footnote(number: int) -> str:
    return f"300 victims[^{number}].\n\n[^{number}]: ILO, 2019.\n\n"


HOSTILE: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "open brackets": _repeated("["),
        "open brackets of images": _repeated("!["),
        "open links": _repeated("[a]("),
        "closing brackets": _repeated("]"),
        "parentheses": _nested("(", ")"),
        "digits": _repeated("7"),
        "digits and commas": _repeated("7,"),
        "one in one in": _repeated("one in "),
        "number words": _repeated("hundred thousand "),
        "ranges": _repeated("7-"),
        "quotes": _nested("“", "”"),
        "straight quotes": _repeated('" '),
        "block quotes": _repeated("> "),
        "list marks": _repeated("- "),
        "emphasis": _repeated("*a_ "),
        "backticks": _repeated("`a"),
        "entities": _repeated("&amp;"),
        "unfinished entities": _repeated("&#"),
        "zero-width characters": _repeated("\u200b"),
        "combining characters": _repeated("a\u0301"),
        "mojibake": _repeated("â€™"),
        "one line of prose": _repeated(_SENTENCE),
        "one word": _repeated("trafficking"),
        "capitals": _repeated("United States "),
        "full stops": _repeated("."),
        "sentences of a letter": _repeated("A. "),
        "line ends": _repeated("\n"),
        "blanks": _repeated(" "),
        "tabs": _repeated("\t"),
        "table of many columns": _table,
        "open tags": _repeated("<div>"),
        "nested tags": _nested("<b>", "</b>"),
        "angle brackets": _repeated("<"),
        "comments": _repeated("<!-- factcheck: ignore -->"),
        "open comments": _repeated("<!--"),
        "claims with links": _repeated("In 2019, [300 victims of trafficking](http://a.org/b) were found. "),
        "claims with notes": _repeated("In 2019, 300 victims of trafficking were found.[^1] "),
        "claims told twice": _repeated(
            "It is not true that 300 victims were trafficked. 300 victims were trafficked. "
        ),
        "footnotes": _repeated("[^1] "),
        "marks of one long footnote": lambda size: (
            _repeated("In 2019, 300 victims of trafficking were freed.[^1] ")(size // 2)
            + "\n\n[^1]: "
            + _repeated("UNODC and the ILO and the FBI, 2014, https://www.ilo.org/a. ")(size // 2)
        ),
        "numbers of one paragraph": _repeated("In 2019, 300 victims of trafficking were freed. "),
        "numbers of one sentence": _repeated("300 victims of trafficking and 12 pimps and "),
        "many footnotes": lambda size: "".join(
            f"300 victims[^{n}].\n\n[^{n}]: ILO, 2019.\n\n" for n in range(size // 40)
        ),
        "many headings": _repeated("# 300 victims of trafficking\n\n"),
        "many comments": _repeated("<!-- factcheck: disable[claims] -->\n\n300 victims of trafficking\n\n"),
        "addresses": _repeated("http://a.b/ "),
        "one address": _repeated("www."),
        "telephone numbers": _repeated("1-888-373-7888 "),
        "shortcodes": _repeated("{{< a "),
        "front matter without an end": lambda size: "---\n" + _repeated("a: [b\n")(size),
        "years": _repeated("2019 "),
        "per cent": _repeated("7% of "),
        "money": _repeated("$7 billion "),
        "one sentence of claims": _repeated("300 victims of trafficking, "),
        "one sentence of shares": _repeated("60% of victims of trafficking and "),
        "one sentence of quotations": _repeated("“300 victims of trafficking” "),
        "one sentence of sources": _repeated("300 victims according to the ILO, "),
        "one sentence of years": _repeated("300 victims in 2019, "),
        "one sentence of past tense": _repeated("In 2019 the ILO said 300 victims were found and "),
        "one sentence of places": _repeated("300 victims in Kent County, "),
        "myths refuted": _repeated("It is a myth that 300,000 children are trafficked in the United States. "),
        "questions": _repeated("Are 300 victims trafficked? "),
        "claims in a list": _repeated("- In 2019, 300 victims of trafficking\n"),
        "claims in paragraphs": _repeated("In 2019, 300 victims of trafficking were found.\n\n"),
        "a table of many rows": lambda size: (
            "| Year | Victims |\n|---|---|\n" + _repeated("| 2019 | 300 |\n")(size)
        ),
        "quoted claims": _repeated("> In 2019, 300 victims of trafficking were found.\n"),
        "front matter of many keys": lambda size: (
            "---\n" + "".join(f"k{n}: [a]\n" for n in range(size // 12)) + "---\n"
        ),
        "front matter of a long number": lambda size: f"---\na: 1{_repeated(':1')(size)}\n---\n",
        "front matter of a long key": lambda size: f"+++\na{_repeated('.a')(size)} = 1\n+++\n",
        "link definitions": lambda size: "".join(f"[a{n}]: http://a.b/{n}\n" for n in range(size // 20)),
        "links to definitions": lambda size: "[a]: http://a.b/\n\n" + _repeated("[300 victims][a] ")(size),
        "open quotes": _repeated("“"),
        "open parentheses": _repeated("("),
        "dashes": _repeated("—"),
        "apostrophes": _repeated("'s "),
        "commas": _repeated(", "),
        "and": _repeated("and "),
        "up to": _repeated("up to "),
        "of the": _repeated("of the "),
        "names": _repeated("Jane Roe, 15, of Kent County, "),
        "initials": _repeated("U.S. "),
        "insert here": _repeated("[Insert "),
        "share this": _repeated("Share this post "),
        "lorem ipsum": _repeated("Lorem ipsum dolor sit amet "),
        "escapes": _repeated("\\"),
        "control characters": _repeated("\x1b[31m"),
        "emoji": _repeated("👧🏽"),
        "surrogate-like entities": _repeated("&#xd83d;"),
        "headings without text": _repeated("#\n"),
        "rules": _repeated("***\n"),
        "fences": _repeated("```\n"),
        "open table cells": _repeated("<td>"),
        "nested tables": _nested("<table><tr><td>", "</td></tr></table>"),
        "nested lists of HTML": _nested("<ul><li>", "</li></ul>"),
        "attributes": lambda size: f"<a {_repeated('a=b ')(size)}>300 victims</a>",
        "a long attribute": lambda size: f"<img alt='{_repeated('300 victims ')(size)}'>",
        "declarations": _repeated("<!"),
        "processing instructions": _repeated("<?"),
        "character data": _repeated("<![CDATA["),
        "scripts": _repeated("<script>"),
        "closing tags": _repeated("</p>"),
        "letters of other scripts": _repeated("жертв 300 "),
        "mixed digits": _repeated("٣7"),
        "fractions": _repeated("½"),
        "superscripts": _repeated("7²"),
        "mail addresses": _repeated("a@b.org "),
        "at signs": _repeated("a@"),
        "hashes": _repeated("#7 "),
        "equals signs": _repeated("a=\n=\n"),
        "paragraphs of a page": _page("<p>In 2019 more than 300 victims of trafficking were found."),
        "divisions of a page": _page("<div><p>In 2019 more than 300 victims of trafficking were found."),
        "parts of a page": _page("<div class='nav menu share'>300 victims"),
        "links of a page": _page("<a href=u>300 victims</a> "),
        "tables of a page": _page("<table><tr><td>300 victims"),
        "open remarks of templates": _repeated("{# "),
        "open expressions": _repeated("{{ a } "),
        "expressions in tags": _repeated("<a {{ b }} "),
        "open programs": _repeated("<% "),
        "fields without a fence": _repeated("Title: a\n"),
        "open notes": _repeated("^["),
        "nested notes": _nested("^[a ", "]"),
        "nested images": _nested("![", "](u)"),
        "open marks of footnotes": lambda size: "[^1]: x\n\n" + _repeated("[^a")(size),
        "references to nothing": lambda size: "[a]: u\n\n" + _repeated("[a][a")(size),
        "open titles of links": _repeated('[a](b "'),
        "open addresses of links": _repeated("[a](<b"),
        "definition lists": _repeated("a\n: b\n"),
        "open containers": _repeated("::: a\n"),
        "admonitions": _repeated("!!! note\n    a\n"),
        "open formulas": _repeated("$$ a\n\n"),
        "formulas": _repeated("$a^"),
        "rows of backticks": lambda size: "".join("`" * n + "a" for n in range(int((2 * size) ** 0.5))),
        "struck out": _repeated("~a~~b "),
        "escaped bars of a table": lambda size: "|a\n|-\n" + _repeated("|\\|\n")(size),
        "open comments in a line": _repeated("a <!-- "),
        "quoted lists": _repeated("> - a\n"),
    }
)


def hostile(megabytes: float) -> Row:
    """The slowest hostile article against an ordinary one of the same length, in every format."""
    times = measure(CHARACTERS, list(HOSTILE))
    ordinary = _ordinary(CHARACTERS)
    worst = max(times, key=lambda key: times[key][0])
    return Row(
        "the slowest of the hostile articles / an ordinary one of the same length",
        tuple(time / ordinary for time in times[worst]),
        most=10,
        note=f"{worst[0]} as {worst[1]}; {len(HOSTILE)} kinds, {CHARACTERS:,} characters",
    )


def measure(size: int, names: list[str]) -> dict[tuple[str, Format], tuple[float, ...]]:
    """The seconds that each article takes in each format."""
    linter = Linter().prepared()
    linter.check_text(_SENTENCE)
    return {
        (name, format): (seconds(lambda n=name, f=format: linter.check_text(HOSTILE[n](size), f.value)),)
        for name in names
        for format in (Format.TEXT, Format.MARKDOWN, Format.HTML)
    }


def _ordinary(size: int) -> float:
    linter, writer = Linter().prepared(), Writer(seed=7)
    text = ""
    while len(text) < size:
        text += writer.article() + "\n\n"
    return seconds(lambda: linter.check_text(text[:size]))


def main() -> None:
    """Show the time of each article, and how it stands to that of an ordinary one of its length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *HOSTILE], help="all where none")
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 2, 4], help="how many times that length")
    given = parser.parse_args()
    sizes = [given.characters * factor for factor in given.times]
    ordinary = [_ordinary(size) for size in sizes]
    print(_line("an ordinary article", "markdown", ordinary, ordinary))
    for name in given.names or HOSTILE:
        measured = [measure(size, [name]) for size in sizes]
        for key in measured[0]:
            print(_line(*key, [one[key][0] for one in measured], ordinary), flush=True)


def _line(name: str, format: str, times: list[float], ordinary: list[float]) -> str:
    """Seconds at each length with their ratio to the ordinary, and a mark where the ratio grows."""
    ratios = [time / other for time, other in zip(times, ordinary, strict=True)]
    mark = "  grows faster" if ratios[-1] > max(1.0, 1.5 * ratios[0]) else ""
    shown = "".join(f"{time:9.2f} s {ratio:6.2f}" for time, ratio in zip(times, ratios, strict=True))
    return f"{name:30} {format:9}{shown}{mark}"


if __name__ == "__main__":
    main()
