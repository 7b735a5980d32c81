"""Which numbers are statistics of the field: found, and rightly left alone.

Every sentence is read as part of an article about trafficking, unless the test says otherwise.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factcheck.claims import counted
from factcheck.claims.components import COMPONENTS
from factcheck.claims.topic import in_field
from factcheck.entries import read_yaml
from factcheck.model import ClaimKind

Read = Callable[..., list[str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipe = spacy.blank("en")
    for name in COMPONENTS[:4]:
        pipe.add_pipe(name)
    return pipe


@pytest.fixture
def claims(nlp: Language) -> Read:
    """Read a block; give the numbers that are claims, as written."""

    def read(text: str, context: str = "", in_field: bool = True, labels: tuple[str, ...] = ()) -> list[str]:
        doc = nlp.make_doc(text)
        doc._.context, doc._.in_field, doc._.labels = context, in_field, labels
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
        ("Most trafficked girls are sold within 48 hours of running away.", ["48 hours"]),
        ("The number of trafficked children rose from 40 to thousands, all of them girls.", ["40", "thousands"]),
        ("Police freed 60 trafficked girls in May and 45 more in June.", ["60", "45"]),
        ("On average a victim is found within 90 days.", ["90 days"]),
        ("Investigators kept 358 pages of adverts for trafficked girls.", ["358"]),
        ("Children of 112 countries were trafficked in 2021.", ["112"]),
        ("The trade makes 32 victims a day here, and it feeds 140 pimps.", ["32", "140"]),
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
        ("Seven victims were found in the raids, and twelve men were arrested.", ["Seven", "twelve"]),
        ("There are fewer than 100 beds in the country for trafficked children.", ["100"]),
        ("The river police freed 55 fishermen last year.", ["55"]),
        ("In the first quarter the court heard 17 cases and passed three life terms.", ["17", "three"]),
        # abuse material, sextortion
        ("The tipline took in 32 million reports, up 9% from the year before.", ["32 million", "9%"]),
        ("Some 3,000 minors fell victim to sextortion, and more than a dozen died.", ["3,000", "dozen"]),
        ("One in five girls is sexually abused before she is 18.", ["One in five"]),
        ("Last year 67,000 images made by machines were taken down.", ["67,000"]),
        # child labour, marriage, scams
        ("Up to 19,000 children on cocoa farms may be slaves.", ["19,000"]),
        ("Twelve million girls are married as children each year.", ["Twelve million"]),
        ("The UN says at least 120,000 people are held in scam compounds.", ["120,000"]),
        # lists of places
        ("Victims by home country: Albania 1,204, Romania 1,931", ["1,204", "1,931"]),
        # a number of the whole and one of its part
        ("Some 4 million of the 21 million victims are children.", ["4 million", "21 million"]),
        ("Of these 50 million, 12 million are children.", ["50 million", "12 million"]),
        # the price of the crime
        ("Child marriage costs the country $5 billion a year.", ["$5 billion"]),
        ("Pimps in the city take in $33,000 a week.", ["$33,000"]),
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
        "A jury convicted two brothers of holding 12 workers on a tomato farm; the judge gave them 15 years.",
        "The ringleader wrote to more than 800 girls; he received 40 years in prison.",
        "The couple brought at least 20 people from Mexico, according to the indictment.",
        "Maria was sold 15 times a night before she escaped with two friends.",
        "My trafficker took $500 a day from me.",
        "He was ordered to pay nearly $1 million to his victims and sentenced to 35 years.",
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
        "The charity has 40 staff and works in 12 countries.",
        "The government granted $78 million to groups that serve survivors.",
        "The reward for information about the traffickers is $5,000.",
        "More than 300 people came to the vigil for the victims.",
        "The film about slavery has been seen by 3 million people.",
        "The post about the missing girls was shared 7,400 times.",
        "Nearly 200 countries have signed the protocol against trafficking.",
        "The researchers interviewed 641 young people in ten cities.",
        "The city of 600,000 people opened a shelter for survivors.",
        "Agencies must report a missing child within 24 hours.",
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
        "Traffickers look for the poorest families.",
        "It is one of the largest charities for survivors.",
        # no number at all
        "Many children are trafficked, and most are never found.",
        "Countless young lives are lost to this growing crime.",
        "Awareness of trafficking has grown, and more people speak up.",
        # other uses of number words
        "No one should be bought or sold.",
        "One day she hopes to study law.",
        "If you or someone you know is a victim, you are not the only one.",
        "Love 146 and Agape International teach pupils about grooming.",
        # other things in an article of the field
        "West Africa grows 69 percent of the world's cocoa.",
        "They shaped thousands of clay bricks a day.",
        "114",
        # things that people make, read and hear
        "The book about forced labour is 212 pages long.",
        "Pupils have written 136 letters to the minister about trafficking.",
        "Some 60 guards sat through a whole day on trafficking in persons.",
        "On Thursday the sheriff spoke to 45 people about trafficking.",
        "The victim advocate's post will cost $61,400 a year with benefits.",
        "The line against trafficking takes calls in more than 200 languages.",
        # waiting, driving, seats and the like
        "We ask for a decision within 30 days of a conclusive grounds finding.",
        "It takes about 15 minutes. A volunteer will ask what you need.",
        "Call the desk, quoting incident 2214, or write to us about trafficking.",
        "The arena will hold 41,200 people for the final against the league's best.",
        "Shuttles leave every 15 minutes from the lot by the courthouse.",
        "Hotel clerks are being trained to see trafficking: 940 since May, 120 more this month.",
        "The case, known as Night Orchard, was opened in 2019 against 31 people.",
        "I gave it seven out of ten for its chapter on trafficking.",
        "There are 366 children in our school, and most of them walk home.",
        "A textbook is $14, and a year of lunches $90.",
        "Attendance. Our rate was 91.2 percent in the spring, up from 90.5 percent.",
        "Occupancy, you ask, went from 58.3 to 61.9 percent in the same months.",
        # a vague number of what its clause leaves out
        "Read one statement on modern slavery (the shelf has hundreds), then write to its author.",
        "Surveys of forced labour grew from a handful of countries to dozens, and each was better.",
        # ages
        "The sisters, now 19 and 16, told a judge how they were trafficked.",
        "Police met fourteen people in the house, the youngest 18 and the oldest 57.",
        "Girls of 13, 14 and 15 are told to carry a parcel for the gang.",
        # books, stars, recipes
        "A primer on trafficking (ISBN 978-1-4028-9462-6, 184 pages, £25) is due in May.",
        "*Bonded*. Leeds, 2014, 412 pages. Clear and sober on forced labour.",
        "The best of the films on forced labour. ★★★½",
        "Soup for the survivors' supper (serves 12): ½ cup of lentils, ¼ cup of rice, 14 cloves of garlic.",
        "Each volunteer gets a guide to trafficking (64 pages), a vest and a torch.",
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


def test_what_the_writer_feels_makes_no_story_of_a_statistic(claims: Read) -> None:
    is_found(claims, "It breaks my heart: somewhere a child is sold every 45 seconds.", ["45 seconds"])
    is_found(claims, "My brother broke his arm when the child ran away every 45 seconds.", [])


def test_a_heading_gives_a_bare_number_its_subject(claims: Read) -> None:
    assert claims("1 in 3 are children.", context="Trafficking in numbers", in_field=False) == ["1 in 3"]
    assert claims("1 in 3 are children.", context="Who rides our buses", in_field=False) == []


def test_the_sentence_before_gives_a_number_its_subject(claims: Read) -> None:
    text = "Human trafficking hides everywhere. In our county 214 victims were found last year."
    assert claims(text, in_field=False) == ["214"]


def test_a_cell_of_a_table_counts_what_its_head_says(claims: Read) -> None:
    assert claims("1,204", labels=("2019", "Victims identified")) == ["1,204"]
    assert claims("7", labels=("2019", "Convictions")) == ["7"]
    assert claims("1,204", labels=("2019", "Page views"), in_field=False) == []


def test_what_a_claim_says_is_kept_with_it(nlp: Language) -> None:
    doc = nlp.make_doc("Of the 2,630 runaways reported in 2019, one in six was trafficked.")
    doc._.in_field = True
    whole, part = nlp(doc)._.claims
    assert (whole.counts, part.counts) == ("runaways reported", "runaways reported")
    assert doc.text[slice(*part.clause)] == "one in six was trafficked."
    assert part.governor == whole.clause


def test_every_noun_is_of_one_class() -> None:
    classes = read_yaml(Path(counted.__file__).with_name("nouns.yaml").read_text("utf-8"), "nouns.yaml")
    every = Counter(word for words in classes.values() for word in words.split())
    assert [word for word, times in every.items() if times > 1] == []


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


PIECES = st.sampled_from(
    [
        "12",
        "1,204",
        "$5 million",
        "16%",
        "1 in 6",
        "thousands",
        " of ",
        " victims",
        " were",
        " (",
        ")",
        ", and ",
        ". ",
        ": ",
        "trafficking ",
        "she ",
        "years ",
        "in prison",
        "the largest ",
        "\n",
        "doubled",
        "every day ",
        "Love ",
        "of those ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_can_be_read(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    doc._.in_field = True
    for found in nlp(doc)._.claims:
        assert found.sentence.start <= found.clause.start <= found.quantity.start
        assert found.quantity.end <= found.clause.end <= found.sentence.end


def test_an_article_is_about_the_field_by_its_title_or_by_how_often_it_speaks_of_it() -> None:
    assert in_field("How traffickers recruit", ["They look for a need."])
    assert in_field("", ["Slavery is a crime.", "Traffickers know it.", "Prostitution is one form."])
    assert not in_field(
        "Our summer fair", ["A talk on human trafficking is at noon.", "There will be cake. " * 200]
    )
