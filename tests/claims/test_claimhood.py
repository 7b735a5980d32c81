"""Which numbers are statistics of the field: found, and rightly left alone.

Every sentence is read as part of an article about trafficking, unless the test says otherwise.
"""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from factcheck.claims import claimhood, clauses, quantities, sentences
from factcheck.claims.topic import in_field
from factcheck.model import ClaimKind

Read = Callable[..., list[str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipe = spacy.blank("en")
    for module in (sentences, quantities, clauses, claimhood):
        pipe.add_pipe(f"factcheck_{module.__name__.rpartition('.')[2]}".replace("claimhood", "claims"))
    return pipe


@pytest.fixture
def claims(nlp: Language) -> Read:
    """Read a block; give the numbers that are claims, as written."""

    def read(text: str, context: str = "", in_field: bool = True) -> list[str]:
        doc = nlp.make_doc(text)
        doc._.context, doc._.in_field = context, in_field
        return [found.quantity.text for found in nlp(doc)._.claims]

    return read


def is_found(claims: Read, text: str, numbers: list[str], **options: object) -> None:
    found = claims(text, **options)
    assert len(found) == len(numbers), found
    for number, quantity in zip(numbers, found, strict=True):
        assert number in quantity


@pytest.mark.parametrize(
    "text, numbers",
    [
        # how many
        ("About 27.6 million people are in forced labour.", ["27.6 million"]),
        ("Ohio recorded 612 trafficking victims in 2021.", ["612"]),
        ("The hotline received 10,360 reports in a single year.", ["10,360"]),
        ("Some 4,800 children have been recovered since 2003.", ["4,800"]),
        ("There were 1,118 prosecutions and 638 convictions worldwide.", ["1,118", "638"]),
        ("Children identified as victims: 2,204", ["2,204"]),
        ("Analysts confirmed 255,588 web pages with images of child sexual abuse.", ["255,588"]),
        ("The department issued 1,500 T visas last year.", ["1,500"]),
        ("Victims were detected in 127 countries.", ["127"]),
        ("Only twelve of those children had been reported missing.", ["twelve"]),
        # shares
        ("One in six endangered runaways was a likely victim of trafficking.", ["One in six"]),
        ("Women make up 61 percent of detected victims.", ["61 percent"]),
        ("Nearly a third of all victims are children.", ["a third"]),
        ("Of the victims interviewed, 63% had met their trafficker online.", ["63%"]),
        # clauses, lists, labels
        ("Courts heard 551 cases of sex trafficking, 107 of slavery and 26 of both.", ["551", "107", "26"]),
        # money
        ("Forced labour brings in $236 billion a year.", ["$236 billion"]),
        ("Traffickers earn an average of $9,995 from each victim.", ["$9,995"]),
        ("Agents seized $3.1 million in assets from trafficking rings.", ["$3.1 million"]),
        # how often, rates
        ("A child is sold for sex every two minutes.", ["every two minutes"]),
        ("The country counts 5.4 victims of slavery per 1,000 people.", ["5.4"]),
        # ranks
        ("Human trafficking is the second-largest criminal industry in the world.", ["second-largest"]),
        ("Atlanta is one of the top destinations for child sex trafficking.", ["one of the top"]),
        ("It is the fastest-growing criminal enterprise.", ["fastest-growing"]),
        ("Texas ranks second in the nation for trafficking cases.", ["second"]),
        # trends
        ("Reports of sextortion doubled between 2021 and 2023.", ["doubled"]),
        ("Referrals of potential victims rose by 17% last year.", ["17%"]),
        ("Convictions of traffickers fell by a third from 2018 to 2020.", ["a third"]),
        # typical age and duration
        ("The average age of entry into prostitution is 13.", ["13"]),
        ("Victims live for an average of seven years after they are taken.", ["seven years"]),
        # vague
        ("Thousands of children are trafficked in our state every year.", ["Thousands"]),
        ("Millions of people live in modern slavery.", ["Millions"]),
        # totals of an operation, of a place
        ("The three-day sting in Polk County led to 103 arrests.", ["103"]),
        ("Operation Safe Harbor freed 17 minors and ended with 30 arrests.", ["17", "30"]),
        ("Georgia opened 142 investigations, and 38 suspects were convicted.", ["142", "38"]),
        # foster care, missing children
        ("Sixty percent of child victims had been in foster care.", ["Sixty percent"]),
        ("More than 20,000 foster children go missing each year.", ["20,000"]),
    ],
)  # fmt: skip
def test_a_statistic_of_the_field_is_a_claim(claims: Read, text: str, numbers: list[str]) -> None:
    is_found(claims, text, numbers)


@pytest.mark.parametrize(
    "text",
    [
        # one case's story
        "Two officers were arrested and charged with selling a 15-year-old girl.",
        "She was locked in a room with six other girls.",
        "The man, 34, forced three women to work in his restaurant, prosecutors said.",
        "He pleaded guilty to two counts of sex trafficking.",
        "Her captor took her to four cities in two weeks.",
        "Detectives found 1,200 images of abuse on his computer, and he was sentenced to 12 years.",
        "The defendant kept seven workers in a trailer, according to court documents.",
        "Her family paid 300,000 naira for the journey.",
        # penalties and laws
        "Sex trafficking carries up to 20 years in prison.",
        "The crime has a mandatory minimum of 15 years and a fine of up to $250,000.",
        "The law names three elements: the act, the means and the purpose.",
        "Anyone under 18 who is sold for sex is a victim of trafficking.",
        "He faces 25 years to life if convicted of trafficking.",
        # dates, times, programmes, the organisation itself
        "January 11 is Human Trafficking Awareness Day.",
        "The organisation was founded 25 years ago to fight slavery.",
        "The shelter offers a 12-month program for survivors.",
        "Our five-week course teaches pupils how grooming works.",
        "The webinar begins at 7 p.m. and lasts 90 minutes.",
        "Someone answers the hotline 24 hours a day, 7 days a week.",
        # instructions and lists
        "Here are five signs of trafficking that every nurse should know.",
        "Follow these three steps if you suspect trafficking.",
        "10 ways you can help to end slavery",
        "2. Learn the warning signs of grooming.",
        # prices and gifts
        "Your gift of $25 helps a survivor.",
        "Tickets for the benefit dinner cost $75 per person.",
        "We need to raise $50,000 by December for our safe house.",
        "All donations are 100% tax-deductible.",
        "Your call is 100% confidential.",
        # ranks of ways and things
        "One of the first steps against trafficking is to know its signs.",
        "One of the most powerful tools against traffickers is a watchful neighbour.",
        "This is one of the best books on slavery.",
        # no number at all
        "Many children are trafficked, and most are never found.",
        "Countless young lives are lost to this growing crime.",
        # other uses of number words
        "No one should be bought or sold.",
        "One day she hopes to study law.",
        "If you or someone you know is a victim, you are not the only one.",
    ],
)  # fmt: skip
def test_other_numbers_are_left_alone(claims: Read, text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The stadium holds 70,000 people.",
        "One in three households owns a dog.",
        "The company earned $4 billion last year.",
        "Sales rose by 12 percent.",
        "It is the largest lake in the country.",
        "Thousands of fans waited for hours.",
    ],
)
def test_a_statistic_of_another_field_is_no_claim(claims: Read, text: str) -> None:
    assert claims(text, in_field=False) == []


def test_a_heading_gives_a_bare_number_its_subject(claims: Read) -> None:
    assert claims("1 in 3 are children.", context="Trafficking in numbers", in_field=False) == ["1 in 3"]
    assert claims("1 in 3 are children.", context="Who rides our buses", in_field=False) == []


def test_the_sentence_before_gives_a_number_its_subject(claims: Read) -> None:
    text = "Human trafficking hides everywhere. In our county 214 victims were found last year."
    assert claims(text, in_field=False) == ["214"]


def test_a_small_number_beside_a_statistic_is_one(claims: Read) -> None:
    is_found(claims, "Police counted 51 potential victims, and 4 of those were children.", ["51", "4"])


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Some 4,800 trafficked children were found.", ClaimKind.COUNT),
        ("Some 48% of trafficking victims are children.", ClaimKind.SHARE),
        ("Slavery earns $150 billion a year.", ClaimKind.MONEY),
        ("It is the second-largest criminal industry.", ClaimKind.RANK),
        ("Trafficking cases doubled in 2020.", ClaimKind.TREND),
        ("The average age of entry into prostitution is 13.", ClaimKind.AGE),
        ("Victims live for an average of seven years.", ClaimKind.DURATION),
        ("Millions of people are enslaved.", ClaimKind.VAGUE),
        ("A child is sold for sex every 30 seconds.", ClaimKind.RATE),
    ],
)
def test_the_kind_of_a_claim(nlp: Language, text: str, kind: ClaimKind) -> None:
    doc = nlp.make_doc(text)
    doc._.in_field = True
    assert [found.kind for found in nlp(doc)._.claims] == [kind]


def test_an_article_is_about_the_field_by_its_title_or_by_how_often_it_speaks_of_it() -> None:
    assert in_field("How traffickers recruit", ["They look for a need."])
    assert in_field("", ["Slavery is a crime.", "Traffickers know it.", "Prostitution is one form."])
    assert not in_field(
        "Our summer fair", ["A talk on human trafficking is at noon.", "There will be cake. " * 200]
    )
