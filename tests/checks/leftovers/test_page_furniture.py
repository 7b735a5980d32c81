"""page-furniture: by words and by place."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import fixed, found, words

RULE = "page-furniture"


def test_lines_that_stand_alone_are_found_in_any_case_and_typography() -> None:
    text = "The lobby was empty.\n\n» LEAVE A REPLY «\n\nYour email address won’t be asked for."
    assert words(RULE, text) == ["LEAVE A REPLY «"]


def test_numbers_in_a_label_do_not_matter() -> None:
    text = "What the porter saw\n\n12 min read\n\nThe lobby was empty."
    assert words(RULE, text) == ["12 min read"]


def test_chapters_of_a_programme_are_its_own() -> None:
    chapters = "[00:00] Hello\n[03:15] How she got out\n[11:40] What a judge can do\n[27:05] Your questions"
    assert words(RULE, f"In this episode we speak to a nurse.\n\n{chapters}") == []
    assert words(RULE, "The nurse waited. [03:15] Then she called.") == ["[03:15]"]


def test_label_with_anything_behind_it() -> None:
    assert words(RULE, "The lobby was empty.\n\nPosted in Hotels, Nights") == ["Posted in Hotels, Nights"]
    assert words(RULE, "Posted in the lobby, the sign gave the number of the night line.") == []


@pytest.mark.parametrize("label", ["Share", "Donate", "Contact us", "Spread the word"])
def test_label_of_honest_articles_needs_a_neighbour(label: str) -> None:
    alone = f"Signs on a farm\n\nNobody has a key.\n\n{label}\n\nTell a neighbour what you saw on the farm."
    assert words(RULE, alone) == []
    beside = f"Signs on a farm\n\nNobody has a key.\n\n{label}\n\nLeave a Reply"
    assert words(RULE, beside) == [label, "Leave a Reply"]


def test_label_at_the_end_of_the_page_is_furniture() -> None:
    assert words(RULE, "Signs on a farm\n\nNobody has a key.\n\nShare") == ["Share"]


def test_list_of_advice_is_no_furniture() -> None:
    assert words(RULE, "What you can do:\n\n- Donate\n- Share\n- Volunteer\n", Format.MARKDOWN) == []
    assert words(RULE, "What you can do:\n• Donate now\n• Share\n• Follow us on Facebook") == []


def test_row_of_labels() -> None:
    text = "The lobby was empty.\n\nShare Tweet Email Print"
    assert words(RULE, text) == ["Share Tweet Email Print"]
    assert words(RULE, "Our Night Trains\n\nShare beds, not numbers.") == []


def test_labels_between_bars() -> None:
    text = "The lobby was empty.\n\nOur Partners | Advertisement\n\nShe waited."
    assert words(RULE, text) == ["Our Partners | Advertisement"]


def test_menu_is_one_finding_for_its_lines() -> None:
    menu = "Chicago\nWhat We Handle\nCar Accidents\nDenver\nWhat We Handle\nHotel Claims"
    assert words(RULE, f"{menu}\nThe lobby was empty when she came, and nobody asked why.") == [menu]


def test_titles_in_a_row_are_no_menu() -> None:
    text = "These groups can help\nHarbour House\nRiver Legal Aid\nNight Line\nSafe Roof\nCall them first."
    assert words(RULE, text) == []


def test_label_that_ran_into_the_text() -> None:
    text = "What the nurse saw\n\nContinue ReadingThe lobby was empty when she came."
    assert words(RULE, text) == ["Continue Reading"]
    assert fixed(text) == text  # a cut inside a line is for the editor


@pytest.mark.parametrize(
    "line",
    [
        "20190412_farm_o1.jpg",
        "Screen Shot 2020-07-21 at 10.50.33 AM",
        "A man standing in front of a white van",
        "by | June 5, 2021 | Church & Town",
        "night shift hotels safety May 3, 2021",
        "Get the latest: join our mailing list!",
    ],
)
def test_line_with_the_shape_of_furniture(line: str) -> None:
    assert words(RULE, f"The night shift\n\n{line}\n\nThe lobby was empty.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "A man standing in front of a white van called the police.",
        "Sign up for our letter to hear of court dates early.",
        "Survivors should clear the cookies of the browser before they hand back a laptop.",
        "He kept the pictures as proof.jpg files on your old phone, the officer said.",
    ],
)
def test_sentence_with_the_same_words_is_left_alone(line: str) -> None:
    assert words(RULE, f"The night shift\n\n{line}\n\nThe lobby was empty.") == []


def test_table_cells_are_no_lines() -> None:
    assert words(RULE, "| Share | Views |\n| --- | --- |\n| 12% | 40 |\n", Format.MARKDOWN) == []


def test_heading_of_one_word_needs_a_neighbour_where_headings_are_marked() -> None:
    assert words(RULE, "## Language\n\nWrite for a reader in a hurry.\n", Format.MARKDOWN) == []


def test_furniture_in_html_is_taken_out_with_its_markup() -> None:
    html = "<p>The lobby was empty.</p><p>Share this post</p>"
    assert found(html, Format.HTML) == [(RULE, "Share this post")]
    assert fixed(html, Format.HTML) == "<p>The lobby was empty.</p>"


def test_safe_fix_takes_whole_lines_and_leaves_one_blank_line_between_paragraphs() -> None:
    text = "top of page\r\n\r\nThe lobby was empty.\r\n\r\nRecent Posts\r\n\r\nNobody came.\r\n"
    assert fixed(text) == "The lobby was empty.\r\n\r\nNobody came.\r\n"


def test_safe_fix_takes_the_marks_of_a_markdown_line() -> None:
    text = "The lobby was empty.\n\n## Related Posts\n"
    assert fixed(text, Format.MARKDOWN) == "The lobby was empty.\n"


def test_safe_fix_takes_the_underline_of_a_heading() -> None:
    text = "The lobby was empty.\n\nRelated Posts\n=============\n\nNobody came.\n"
    assert fixed(text, Format.MARKDOWN) == "The lobby was empty.\n\nNobody came.\n"


def test_a_line_within_a_paragraph_leaves_the_paragraph() -> None:
    assert fixed("The lobby was empty.\nShare this post\nNobody came.\n") == "The lobby was empty.\nNobody came.\n"


@pytest.mark.parametrize(
    "text",
    [
        "# Night porters\n\n## Learn more\n\nThe school by the port has a course.",
        "# Porters\n\nThe school has one.\n\n[Register now](https://school.example/course)\n\nIt is free.",
        "# Night porters\n\nThe school has a course.\n\nLearn more:\n\n- [The plan](https://school.example/plan)",
        "---\ntitle: Join us\n---\n\nThe school by the port needs porters.",
        "They keep a list of ships and of crews in the old house by the gate, and\nshare\nit with the school.",
        "_Originally published on [the port's page](https://port.example/)._\n\nThe lobby was empty.",
        "# Night porters\n\n**Jump to:** [the plan](#plan)\n\nThe lobby was empty.",
        "The tables are these:\n\n- ships\n- crew_lists",
        "That includes cookies, the browser you use, and any other data that you send.",
    ],
)
def test_what_an_author_writes_is_no_furniture(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []


def test_the_credit_of_a_republished_article_is_none() -> None:
    assert words(RULE, "Published in the Harbour Post, May 2, 2019\n\nThe lobby was empty.") == []


@pytest.mark.parametrize(
    "line",
    [
        "View original post 112 more words",
        "Create a FREE account to continue",
        "NewsroomContactAdvertising",
        "We have updated our privacy policy so that you know what we keep.",
        "Comments are moderated before they appear.",
    ],
)
def test_what_a_site_adds_is_found_at_the_end(line: str) -> None:
    (found_words,) = words(RULE, f"What the porter saw\n\nThe lobby was empty when he came.\n\n{line}")
    assert found_words.rstrip(".") in line


def test_a_date_of_publication_makes_a_label_beside_it_furniture() -> None:
    text = "What the porter saw\n\nThe lobby was empty. \n\nPublished Feb 3, 2023\n\nShare\n\nHe called at once."
    assert words(RULE, text) == ["Share"]


@pytest.mark.parametrize(
    "text",
    [
        "Ships.\n\n**Stay informed.** [Subscribe to our newsletter](https://port.example/letter)\n\nFree.",
        "He tells how to make a list of ships [21:12]. The talk closed with questions.",
    ],
)
def test_what_an_author_points_at_is_no_furniture(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []
