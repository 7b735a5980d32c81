"""injected-anchor: a phrase that does not fit, in a sentence that is whole without it."""

from __future__ import annotations

import pytest

from factcheck.model import Format
from tests.checks.leftovers.checking import fixed, words

RULE = "injected-anchor"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We read more need to ask each guest alone.", "read more"),
        ("Treaties such as the Harbour Protocol click here to Protect Crews came late.", "click here"),
        ("Houses are needed both locally here and nationally.", "here"),
        ("With one key we can check here open every door.", "check here"),
        ("The court will Learn More decide in May.", "Learn More"),
        ("Guests who visit this page speak little are often watched.", "visit this page"),
        ("The workers have useful link been paid at last.", "useful link"),
        ("They homepage kept the keys.", "homepage"),
        ("The nurses imp source asked each of them alone.", "imp source"),
        ("Nine men were being this article moved at night.", "this article"),
        ("Nurses protect website children from debt.", "website"),
        ("Debts are still link treated as a private matter.", "link"),
        ("They were found within useful content three hours.", "useful content"),
        ("The first neighbours more info to call were cooks.", "more info"),
        ("Day-long counselling homepage gives families a rest.", "homepage"),
        ("The fund paid for both rural here and urban beds.", "here"),
        ("Crews at sea need try this rest as much as pay.", "try this"),
        ("The broker you can find out more is seldom named.", "you can find out more"),
        ("The detectives personal injury lawyer compared two lists.", "personal injury lawyer"),
        ("The last weeks Child labour figures by county matter most.", "Child labour figures by county"),
    ],
)
def test_phrase_that_parts_what_belongs_together(text: str, phrase: str) -> None:
    assert words(RULE, text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Click here to report what you saw.",
        "Please click here to download the card.",
        "If you work at night, or know somebody who does, click here for the card.",
        "If you need help click here to chat with a nurse.",
        "Drivers can learn more about the signs at the depot.",
        "Those who read more books write better reports.",
        "To see more of the harbour, take the early boat.",
        "Tap the Learn More button at the end of the form.",
        "The website of the port lists every ship.",
        "You will find the form on this page and at the office.",
        "Is this page still needed? The clerk did not know.",
        "The next page of the contract names the price.",
        "“Click here now,” the message said, and she did.",
        "Visit our website, then call.",
        "There is more on that here, and in the library.",
        "The growers here take home less than the harvest cost them.",
        "Because crews over here get paid by the box.",
        "We here at the night clinic thank you.",
        "He said he would check this out before the hearing.",
        "We see this as a duty of the port.",
        "You can link directly to the list of ships.",
        "We link to it from the first page of the port.",
        "They will have blog posts about the harbour in May.",
        "The clerk wrote the date near the top of page seven.",
        "Inspectors visit here twice a year.",
        "And here are a few more notes on the harbour.",
        "Cooks, boats and rules that change content are part of the plan.",
        "They are already here waiting for the night boat.",
        "A good example is content marketing for ships.",
        "Some are simply websites made for small screens.",
        "It is a small Web site that lists every ship.",
        "Depending on the type of website your port has, ask twice.",
        "The team uses Messenger to engage with crews.",
        "The guards check that the doors are locked.",
    ],
)
def test_phrase_that_fits_its_sentence(text: str) -> None:
    assert words(RULE, text) == []


def test_title_of_another_page_between_subject_and_verb() -> None:
    text = "The law on slavery is new, and survivors Slavery and the law receive little help."
    assert words(RULE, text) == ["Slavery and the law"]


@pytest.mark.parametrize(
    "text",
    [
        "Officers took the course Slavery and the Law before they were sent out.",
        "In May the nurses Maria and her sister were heard.",
        "Survivors in Harbour and the villages around it need a doctor.",
        "Readers of Slavery and the law of nations have asked for more.",
    ],
)
def test_names_and_titles_in_their_place(text: str) -> None:
    assert words(RULE, text) == []


def test_doubtful_phrase_counts_only_beside_a_sure_one() -> None:
    doubtful = "The agency sold her a job pop over to this site."
    assert words(RULE, doubtful) == []
    sure = "We read more need a house."
    assert words(RULE, f"{doubtful}\n\n{sure}") == ["pop over to this site", "read more"]


def test_keyword_on_no_list_is_told_by_its_link() -> None:
    text = "Here survivors [debt advice near town](https://www.loans.shop/) receive a bed."
    assert words(RULE, text, Format.MARKDOWN) == ["[debt advice near town](https://www.loans.shop/)"]
    html = 'We must <a href="https://www.loans.shop/">the cheap offer</a> protect them.'
    assert words(RULE, html, Format.HTML) == ['<a href="https://www.loans.shop/">the cheap offer</a>']


@pytest.mark.parametrize(
    "text",
    [
        "Workers [interviewed by the union](https://www.ilo.org/) have no papers.",
        "Victims [of forced labour](https://www.ilo.org/) need a doctor.",
        "The [court of appeal](https://www.ilo.org/) must decide.",
        "Drivers [who called](https://www.ilo.org/) were thanked.",
        "You can [read more about the signs](https://www.ilo.org/) there.",
        "Read [this](https://www.ilo.org/) and [that](https://www.un.org/).",
    ],
)
def test_links_of_honest_sentences(text: str) -> None:
    assert words(RULE, text, Format.MARKDOWN) == []


def test_cutting_the_phrase_is_left_to_the_editor() -> None:
    text = "We read more need to ask each guest alone."
    assert fixed(text) == text
    assert fixed(text, safe=False) == "We need to ask each guest alone."
    link = "We [read more](https://www.loans.shop/) need to ask."
    assert fixed(link, Format.MARKDOWN, safe=False) == "We need to ask."


def test_a_link_that_is_a_name_is_nobodys_splice() -> None:
    text = "This years [Harbour Workers Summit](https://port.example/summit) will be held on a boat."
    assert words(RULE, text, Format.MARKDOWN) == []
