"""Small lists in, what an item leaves to the others of its list out."""

from __future__ import annotations

import pytest

from factcheck import documents
from factcheck.claims.list_topic import list_topics
from factcheck.linter import Linter
from factcheck.model import Verdict


def _topics(text: str) -> tuple[str, ...]:
    return tuple(filter(None, list_topics(documents.read(text.encode(), "a.md").article)))


LIST = "- Police knew of 310 trafficking cases\n- By number of cases the state ranked 2nd\n- {third}\n- {fourth}\n"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            LIST.format(third="Courts heard 21 trafficking cases", fourth="Trafficking fell by a tenth"),
            ("trafficking",),
        ),
        (LIST.format(third="Courts heard 21 burglary cases", fourth="Thefts fell by a tenth"), ()),
        (LIST.format(third="Courts heard 21 slavery cases", fourth="Runaways fell by a tenth"), ()),
        ("Trafficking rose.\n\nTrafficking fell.\n\nThe state ranked 2nd.\n", ()),
        ("- 310 trafficking cases\n- The state ranked 2nd\n", ()),
        ("- 310 trafficking cases\n- 12 trafficking trials\n\n## Sport\n\n- The state ranked 2nd\n", ()),
    ],
    ids=["most", "one", "several words", "no list", "too few", "another list"],
)
def test_an_item_borrows_the_word_of_most_of_its_list(text: str, topics: tuple[str, ...]) -> None:
    assert _topics(text) == topics


TEXAS = """## Summary

- Texas had 1,921 reported human trafficking cases in 2021
- By number of cases Texas ranked 2nd in the nation
- Sex trafficking made up most of all human trafficking cases
- Courts saw 234 human trafficking cases
"""


def _verdicts(text: str) -> dict[str, Verdict]:
    (report,) = Linter().check_text(text, format="markdown").files
    return {judged.claim.quantity.text: judged.judgement.verdict for judged in report.claims}


def test_a_zombie_rank_is_known_in_a_list_that_leaves_out_the_topic() -> None:
    told = _verdicts(TEXAS)
    assert told["ranked 2nd"] is Verdict.DEBUNKED


@pytest.mark.parametrize(
    ("item", "verdict"),
    [
        ("HSI made 2,545 arrests in fiscal year 2024", Verdict.SUPPORTED),
        ("HSI made 3,545 trafficking arrests in fiscal year 2024", Verdict.CONTRADICTED),
        ("HSI made 3,545 arrests in fiscal year 2024", Verdict.UNVERIFIED),
    ],
)
def test_a_borrowed_word_contradicts_nothing(item: str, verdict: Verdict) -> None:
    told = _verdicts(f"- Trafficking is a crime\n- Trafficking hides\n- Trafficking harms\n- {item}\n")
    assert list(told.values()) == [verdict]
