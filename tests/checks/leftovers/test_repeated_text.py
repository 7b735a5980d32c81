"""repeated-text: what stands twice, and what may."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import findings, found, words

RULE = "repeated-text"
PARAGRAPH = (
    "The inspectors came back in spring, and this time they spoke with each of the men alone, in his own "
    "language, in a room that the owner of the farm could not see into from his house."
)


def test_the_second_copy_is_marked() -> None:
    text = "The Bus to Nowhere\n\n3 May 2021\n\nThe Bus to Nowhere\n\nShe waited outside."
    (span,) = [finding.span for finding in findings(text)]
    assert span.start == text.rindex("The Bus")


def test_title_said_again_with_a_few_words_more() -> None:
    text = "Who Drives the Night Bus\n\nWho Drives the Night Bus 98% Read\n\nShe waited outside."
    assert words(RULE, text) == ["Who Drives the Night Bus 98% Read"]


def test_line_said_twice_running() -> None:
    assert words(RULE, "She waited.\n\n#LookTwice\n#LookTwice\n\nHe came at two.") == ["#LookTwice"]


def test_line_that_says_itself_twice() -> None:
    assert words(RULE, "Night Bus Stories Night Bus Stories\n\nShe waited.") == ["Night Bus Stories"]


def test_paragraph_with_a_few_words_changed() -> None:
    changed = PARAGRAPH.replace("in spring", "in May")
    assert words(RULE, f"{PARAGRAPH}\n\nNobody was charged.\n\n{changed}") == [changed]


def test_paragraph_with_a_year_in_it_is_no_telephone_number() -> None:
    dated = PARAGRAPH.replace("in spring", "in 2019")
    assert words(RULE, f"{dated}\n\nNobody was charged.\n\n{dated}") == [dated]


def test_sentence_inside_another_paragraph() -> None:
    said = "She waited outside the station until the last bus had gone."
    assert words(RULE, f"{said} He came at two.\n\nIt was May. {said}") == [said]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: The Bus to Nowhere\n---\n\n# The Bus to Nowhere\n\nShe waited.",
        f"{PARAGRAPH}\n\n> {PARAGRAPH}\n",
        f"> {PARAGRAPH}\n\nNobody was charged.\n\n{PARAGRAPH}\n",
        "## Ghana\n\nResources\n\n## Togo\n\nResources\n\n## Benin\n\nResources\n",
        "Call 1-888-373-7888 if you see a child like this at work in a hotel.\n\nShe waited.\n\n"
        "Call 1-888-373-7888 if you see a child like this at work in a hotel.",
        "| Ghana | none found at the border |\n| --- | --- |\n| Togo | none found at the border |\n",
    ],
)
def test_what_may_stand_twice(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []


def test_sentence_in_quotation_marks_may_come_again() -> None:
    text = "“We waited outside the station until the last bus had gone.”\n\nShe wrote: “We waited outside the \
station until the last bus had gone.”"
    assert found(text) == []


def test_response_of_a_prayer_may_come_again() -> None:
    prayer = "For those at sea.\n\nHear us and make us free.\n\n"
    assert words(RULE, prayer * 5) == [] or all("sea" in line for line in words(RULE, prayer * 5))


@pytest.mark.parametrize("heading", ["Sources", "References:", "Notes"])
def test_a_list_of_sources_may_name_one_twice(heading: str) -> None:
    source = 'Reed, Anna. "The Count." The Harbour Project: Crews and Their Papers. Accessed May 2, 2014.'
    text = f"Crews are seldom counted.\n\n{heading}\n\n1. {source}\n\n2. Another paper of the port.\n\n3. {source}"
    assert words("repeated-text", text) == []


def test_the_credit_of_a_picture_may_come_again() -> None:
    credit = "The old port at night, courtesy of the museum"
    text = f"{credit}\n\nIt was cold.\n\n{credit}"
    assert words("repeated-text", text) == []
