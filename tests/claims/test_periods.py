"""Which times a text names, and what a figure beside them speaks of."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.periods import TimeKind, times
from factcheck.model import Period

TODAY = dt.date(2021, 6, 15)
WORDS = [
    *(
        "in ",
        "the ",
        "past ",
        "last ",
        "a ",
        "an ",
        "Two ",
        "several ",
        "years ",
        "decades ",
        "ago",
        "year ",
        "since ",
    ),
    *("2019", "1", "99", "June ", "May", "FY", "fiscal year ", "Q3 ", "half of ", "first ", "19th century", "s"),
    *(
        "-",
        "–",
        "/",
        ".",
        ",",
        "(",
        ")",
        "\n",
        " ",
        "to ",
        "between ",
        "and ",
        "from ",
        "of that year",
        "Published ",
    ),
]


def told(text: str, date: dt.date | None = TODAY) -> list[str]:
    """The times of a text as the corpus writes periods, with their kind where it is not the plain one."""
    return [
        (f"{mention.kind} " if mention.kind is not TimeKind.PERIOD else "") + str(mention.on(date))
        for mention in times(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police freed 12 people in 2019.", ["2019"]),
        ("2018 saw 300 cases.", ["2018"]),
        ("300 cases (2019)", ["2019"]),
        ("NCMEC received 300 reports in 2019.", ["2019"]),
        ("In 2019's count there were 300.", ["2019"]),
        ("In 2019 NCMEC received reports of 300 runaways.", ["2019"]),
        ("In 2019's NCMEC report there were 300 runaways.", ["edition 2019"]),
        ("The 2016 figures show 300 cases.", ["2016"]),
        ("There were 300 referrals in June 2021.", ["2021-06"]),
        ("In Sept. 2020 the shelter took in 40.", ["2020-09"]),
        ("On September 12, 2022, officers freed 14.", ["2022-09"]),
        ("On 3 March 2017 officers freed 14.", ["2017-03"]),
        ("On the 3rd of March, 2017, officers freed 14.", ["2017-03"]),
        ("Checked on 2022-09-12.", ["2022-09"]),
        ("The raid of 25/12/2019 freed 14.", ["2019-12"]),
        ("The raid of 03/04/2019 freed 14.", ["2019"]),
        ("On March 25 and 29, 2020, 99 were freed.", ["2020-03"]),
        ("FY 2019", ["FY 2019"]),
        ("FY2019", ["FY 2019"]),
        ("FY19", ["FY 2019"]),
        ("In fiscal year 2018 the office opened 100 cases.", ["FY 2018"]),
        ("in fiscal years 2018-2020", ["2017-10..2020-09"]),
        ("In 2022/23 there were 40.", ["2022..2023"]),
        ("In the financial year 2018–19 the office opened 100 cases.", ["2018-07..2019-06"]),
        ("In financial years 2018-19 the office opened 100 cases.", ["2017-10..2019-09"]),
        ("In the fiscal year 2018-20 the office opened 100 cases.", ["2017-10..2020-09"]),
        ("between 2003 and 2014", ["2003..2014"]),
        ("from 2018 to 2019", ["2018..2019"]),
        ("from 2014 through 2016", ["2014..2016"]),
        ("The years 2014-2016 brought 40.", ["2014..2016"]),
        ("The years 2014–16 brought 40.", ["2014..2016"]),
        ("from January 2014 to December 2020", ["2014..2020"]),
        ("from March to June 2020", ["2020-03..2020-06"]),
        ("January-June 2020", ["2020..2020-06"]),
        ("between 1 March and 24 May 2020", ["2020-03..2020-05"]),
        ("the first half of 2020", ["2020..2020-06"]),
        ("the second quarter of 2020", ["2020-04..2020-06"]),
        ("Q3 2020", ["2020-07..2020-09"]),
        ("the first six months of 2019", ["2019..2019-06"]),
        ("the last quarter of 2019", ["2019-10..2019"]),
        ("in the 1990s", ["1990..1999"]),
        ("in the early 2010s", ["2010..2019"]),
        ("in the 19th century", ["1800..1899"]),
        ("since 2007", ["2007..2021-06"]),
        ("Since October 2016 there were 40.", ["2016-10..2021-06"]),
        ("Since the ILO's 2014 report it has risen by 40.", ["2014..2021-06"]),
        ("since the line opened in 2016", ["2016..2021-06"]),
        ("from 2010 onwards", ["2010..2021-06"]),
        ("2010 to the present", ["2010..2021-06"]),
        ("as of June 2021", ["<=2021-06"]),
        ("By the end of 2020 there were 40.", ["<=2020"]),
        ("until 2018", ["<=2018"]),
        ("to date", ["<=2021-06"]),
        ("so far", ["<=2021-06"]),
        ("last year", ["2020"]),
        ("this year", ["2021"]),
        ("last month", ["2021-05"]),
        ("in the past five years", ["2016-07..2021-06"]),
        ("over the last 20 years", ["2001-07..2021-06"]),
        ("in the past year", ["2020-07..2021-06"]),
        ("ten years ago", ["2011"]),
        ("A decade ago", ["2011"]),
        ("Two decades ago", ["2001"]),
        ("in the past several years", []),
        ("over the past a year", ["2020-07..2021-06"]),
    ],
)
def test_a_time_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2018 there were 40 raids; in March of that year, 12.", ["2018", "2018-03"]),
        ("In 2018 there were 40 raids. The same year 12 failed.", ["2018", "2018"]),
        ("In 2018 there were 40 raids, and 12 the previous year.", ["2018", "2017"]),
        ("In 2018 there were 40 raids, and 12 the following year.", ["2018", "2019"]),
        ("In 2018 there were 40 raids, after 12 a year earlier.", ["2018", "2017"]),
        ("In 2010 there were 40 raids; ten years later, 90.", ["2010", "2020"]),
        ("40 calls for January 2019 and 50 for February", ["2019-01", "2019-02"]),
        ("That year 12 failed.", ["undated"]),
        ("In 2018 there were 40 raids; from May to July, 12.", ["2018", "2018"]),
        ("Between July and September there were 40.", ["undated"]),
    ],
)
def test_a_time_told_from_the_year_before_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2000 victims were identified.",
        "It rescued 2019 people.",
        "about 2015 children",
        "The Trafficking Victims Protection Act of 2000 defines it.",
        "Modern Slavery Act 2015",
        "Directive 2011/36/EU binds members.",
        "the 2000 Palermo Protocol",
        "The charity was founded in 2002.",
        "She was born in 1998.",
        "the law passed in 2013",
        "There are 2,019 cases.",
        "It costs $2019.",
        "Room 20195",
        "a 17-year-old girl",
        "Trends in recent years are unclear.",
        "May the survivors heal.",
        "They march every year.",
        "Call 1-888-2019.",
    ],
)
def test_not_a_time_of_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 2014 Global Report on Labour counts 40.",
        "A 2014 ILO report counts 40.",
        "A report published in 2014 counts 40.",
        "Research from 2014 found 40.",
        "The Harbour study of 2014 found 40.",
        "There are 40 (ILO, 2014).",
        "Marsh and Lowe (2014) count 40.",
        "Global Slavery Index 2014",
        "its 2014 survey of shelters",
        "the 2014 Global Estimates",
    ],
)
def test_a_year_of_publication_is_kept_apart(text: str) -> None:
    assert told(text) == ["edition 2014"]


@pytest.mark.parametrize(
    "text", ["Published 3 May 2014", "3 May 2014", "Posted on: May 3, 2014\nHelp came.", "May 2014"]
)
def test_a_date_of_the_article_itself(text: str) -> None:
    assert told(text) == ["dateline 2014-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Calls rose 30 percent from 2014.",
        "30 more than in 2014",
        "up from 2014 levels",
        "a rise of 30% over 2014",
        "Calls fell by 12, compared with 2014.",
    ],
)
def test_a_year_that_is_compared_with(text: str) -> None:
    assert told(text) == ["base 2014"]


def test_without_a_date_last_year_is_a_year_unknown() -> None:
    assert told("last year", date=None) == ["undated"]
    [mention] = times("since 2007")
    assert mention.on(None) == Period(12 * 2007, None)


@given(st.lists(st.sampled_from(WORDS)).map("".join) | st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    at = 0
    for mention in times(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
        mention.on(None), mention.on(TODAY)
