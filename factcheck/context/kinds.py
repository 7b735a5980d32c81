"""What kind of text an article is, by the words of kinds.yaml and by its structure."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from factcheck.context.counts import Counts, table

_CELLS: Final = 12  # so many cells of a table, or short lines with a figure, that hold half of all words
_DIFFERENT: Final = 2  # so many different words of a kind
_SPOKEN_TO: Final = 2  # words that speak to the reader


class Kind(StrEnum):
    """What kind of text an article is."""

    APPEAL = "appeal"  # speaks to the public: a guide, an appeal, advice
    NEWS = "news"  # and every other report for the public
    REPORT = "report"  # news of figures
    STATEMENT = "statement"  # of a company, on its supply chain
    RESEARCH = "research"  # an abstract, a study, a page on estimates and how they are made
    REFERENCE = "reference"  # a page about a report or a ranking
    FACT_CHECK = "fact-check"  # checks a claim, or discusses figures of others
    CATALOGUE = "catalogue"  # entries, courses, goods, archives
    CASE = "case"  # court and police news of one case
    HISTORY = "history"
    TRANSCRIPT = "transcript"
    TABLE = "table"
    LAW = "law"


def kind_of(counts: Counts) -> Kind:
    """The kind of an article: the first that fits, in the order of kinds.yaml."""
    if counts.all["history"] >= _DIFFERENT and counts.all["history"] >= counts.all["field"]:
        return Kind.HISTORY
    if counts.cells >= _CELLS and 2 * counts.words_in_cells >= counts.words:
        return Kind.TABLE
    for at, entry in enumerate(table("kinds")["kinds"]):
        if _fits(entry, at, counts):
            return Kind(entry["kind"])
    return Kind.APPEAL if counts.all["you"] >= _SPOKEN_TO else Kind.NEWS


def _fits(entry: dict[str, Any], at: int, counts: Counts) -> bool:
    opening, anywhere = f"opening {at}", f"anywhere {at}"
    opens = counts.opening[opening] > 0
    enough = "anywhere" in entry and counts.kinds_of(opening, anywhere) >= entry.get("different", _DIFFERENT)
    if entry.get("both"):
        return opens and enough and counts.all[opening] + counts.all[anywhere] > counts.all["appeal"]
    return opens or enough or ("thick" in entry and _is_thick(entry["thick"], f"thick {at}", counts))


def _is_thick(thick: dict[str, Any], name: str, counts: Counts) -> bool:
    times = counts.all[name]
    share = thick["share"] if counts.opening[name] else thick["alone"]
    enough = times >= thick["times"] and times >= share * max(counts.words, 1)
    return enough and times > counts.all["appeal"]
