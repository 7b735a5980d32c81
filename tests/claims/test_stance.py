"""How an article stands to a number: it states it, refutes it, tells it as history, supposes it or asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.cues import cues
from factcheck.claims.stance import doubts, is_myth, stance
from factcheck.model import Claim, Span, Stance

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "There are not 300,000 trafficked children.",
        "There aren't 300,000 trafficked children.",
        "It is a myth that 300,000 children are trafficked.",
        "It is not true that 300,000 children are trafficked.",
        "It is false that 300,000 children are trafficked.",
        "The myth that 300,000 children are trafficked will not die.",
        "It is a misconception that 300,000 children are trafficked.",
        "No evidence shows 300,000 trafficked children.",
        "There is no evidence that 300,000 children are trafficked.",
        "The debunked figure of 300,000 trafficked children is back.",
        "The discredited count of 300,000 trafficked children is back.",
        "The claim that 300,000 children are trafficked is false.",
        "The claim of 300,000 trafficked children has been debunked.",
        "The claim that 300,000 children are trafficked because nobody looks has been debunked.",
        "Whether 300,000 children are trafficked, as many say, nobody has shown.",
        "The often-quoted 300,000 trafficked children has no source.",
        "That 300,000 children are trafficked cannot be traced to any study.",
        "Some falsely claim that 300,000 children are trafficked.",
        "The so-called 300,000 trafficked children were never counted.",
        "Four reasons to question the 300,000 trafficked children",
        "The figure of 300,000 trafficked children is unsupported.",
        "The figure of 300,000 trafficked children is a guess.",
        "There are 300,000 trafficked children, a number the police disputes.",
        "The count was a few hundred rather than 300,000 trafficked children.",
        "It is said that 300,000 children are trafficked. That figure is wrong.",
        "It is said that 300,000 children are trafficked. The number has been discredited.",
        "It is said that 300,000 children are trafficked. No such count exists, and the claim is false.",
        "It is said that 300,000 children are trafficked. Wrong.",
        "Nor is it true that 300,000 children are trafficked.",
        "Police found two victims, nothing like the 300,000 children that used to be quoted.",
        "We said that 300,000 children are trafficked. We shouldn't have.",
        "We wrote that 300,000 children are trafficked. That was an error.",
        "It is said that 300,000 children are trafficked. Nobody can know that.",
        "Are 300,000 children trafficked, as it is said? No.",
        "Myth: 300,000 children are trafficked each year.",
        "MYTH #2: 300,000 children are trafficked each year.",
        "# Fact check: the trafficking numbers\n\nA post said that 300,000 children are trafficked.",
        "Some say that 300,000 children are trafficked. Others say 500,000. Neither figure holds up.",
        "# Myth 1\n\n300,000 children are trafficked each year.",
        "| Myth | Fact |\n| --- | --- |\n| 300,000 children are trafficked. | Nobody has counted them. |\n",
        "Three doubts about the trafficking count\n\nA poster says that 300,000 children are trafficked.",
        "Some still print 300,000 trafficked children, a number that no office has ever backed up.",
        "There are 300,000 trafficked children, a guess from the 1990s, as posters say.",
        "She was asked about the 300,000 trafficked children of the fair. They never came, she says.",
        'The fair brings 300,000 trafficked children to town," a columnist wrote. "There is no proof of that."',
        "A poster says that 300,000 children are trafficked. There is no truth in it.",
        "A poster says that 300,000 children are trafficked. No one has ever been able to trace that count.",
        "Then came the wave of 300,000 trafficked children. The wave never arrived.",
        '**1. "300,000 children are trafficked."** Two universities looked and saw no such rise.',
        '**2. "300,000 children are trafficked."** They are not known to be.',
        '**3. "300,000 children are trafficked."** This is a misreading of a survey of shelters.',
        '**4. "300,000 children are trafficked."** A figure of 1998, long since replaced.',
        "**5. “300,000 children are trafficked.”** It came from a thesis. Its author has disowned the count.",
        '- "300,000 children are trafficked." A hoax that began online.',
        '*A poster said: "300,000 children are trafficked."* I asked. I wrote. There is no data behind it.',
        '# Myths\n\n## 4. "300,000 children are trafficked."\n\nThere never were. It is a misreading of a survey.',
        "# Debunked: a trafficking number\n\nA post said that 300,000 children are trafficked.",
        "News\n\nFact check: a map of missing children\n\nA post said that 300,000 children are trafficked.",
        "# A map of missing children\n\nFact check\n\nA post said that 300,000 children are trafficked.",
    ],
)
def test_refuted(claims: Read, text: str) -> None:
    assert [claim.stance for claim in claims(text) if claim.quantity.low == 300_000] == [Stance.REFUTED]


@pytest.mark.parametrize(
    "text",
    [
        "There are 300,000 trafficked children.",
        "300,000 children are trafficked (ILO, 2012).",
        "An estimated 300,000 children are trafficked (ILO, 2012).",
        "The 2012 ILO report says that 300,000 children are trafficked.",
        "In 2012 the ILO put it at 200,000; now 300,000 children are trafficked.",
        "Not only adults: 300,000 children are trafficked.",
        "It is not just 300,000 trafficked children but their families.",
        "No fewer than 300,000 children are trafficked.",
        "The myth is dead, but 300,000 children are trafficked.",
        "Trafficking is not rare; 300,000 children are trafficked.",
        "Fact: 300,000 children are trafficked.",
        "| Myth | Fact |\n| --- | --- |\n| Trafficking is rare. | 300,000 children are trafficked. |\n",
        "300,000 children are trafficked. Help is scarce. Neither police nor courts act.",
        "300,000 children are trafficked, up from 200,000 a year earlier.",
        "300,000 children are trafficked, more than the year before.",
        "Myth: it is rare. Fact: 300,000 children are trafficked.",
        "Do not ignore it: notice that 300,000 children are trafficked.",
        "The often-quoted 300,000 trafficked children shock us.",
        "300,000 children are trafficked. That is wrong.",
        "300,000 children are trafficked. The shelter was wrongly closed.",
        "Did you know that 300,000 children are trafficked?",
        "If you see something, call. 300,000 children are trafficked.",
        "Why are 300,000 children trafficked?",
        "# Myths and facts\n\nFact: 300,000 children are trafficked.",
        "# 5 myths about trafficking\n\nSome 300,000 children are trafficked.",
        "Supposed to be at school, 300,000 children are trafficked.",
        "# Trafficking today\n\nMany claims have been debunked by reporters.\n\n300,000 children are trafficked.",
        "# Trafficking today\n\nReporters keep debunking what is said online\n\n300,000 children are trafficked.",
        "# Trafficking today\n\n## A debunked map\n\nIt was wrong.\n\n## Now\n\n300,000 children are trafficked.",
        "300,000 children are trafficked every year. They never came home.",
        '# A\n\n## "300,000 children are trafficked."\n\nMost are girls.\n\nIt is a misreading of her name.',
        "# A\n\n## 300,000 children are trafficked\n\nThe sheriff calls it a misreading of the law.",
        "300,000 children are trafficked every year. The help that was promised never materialised.",
        "300,000 children are trafficked every year. Nobody has ever been able to stop it.",
        "300,000 children are trafficked every year. A second survey disowned the mayor.",
        "300,000 children are trafficked every year, and no lawyer has ever backed up their parents.",
        "300,000 children are trafficked every year. The police were called. They never came.",
        '"300,000 children are trafficked every year." There is no excuse for looking away.',
        '"300,000 children are trafficked every year." The sheriff says that it is no hoax.',
        '"300,000 children are trafficked every year." One was my neighbour. It is wrong to look away.',
        '"300,000 children are trafficked every year," the sheriff said. "The law is long since replaced."',
        '"300,000 children are trafficked every year." There is no such law here.',
        '**1. "300,000 children are trafficked every year."** Most are girls, and most are never found.',
        '300,000 children are trafficked every year. "Jane" is a misreading of her name.',
        "Many claims have been debunked. Today 300,000 children are trafficked.",
    ],
)
def test_stated(claims: Read, text: str) -> None:
    expected = Stance.REFUTED if text.endswith("That is wrong.") else Stance.STATED
    assert [claim.stance for claim in claims(text) if claim.quantity.low == 300_000] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In 2012 the ILO put it at 300,000 trafficked children.",
        "In 2012, the ILO estimated that 300,000 children were trafficked.",
        "At the time, 300,000 children were thought to be trafficked.",
        "There are 300,000 trafficked children, the ILO estimated in 2012.",
        "Back in 2003 there were 300,000 trafficked children.",
        "The earlier estimate was 300,000 trafficked children.",
        "There are now 500,000 trafficked children, up from 300,000.",
        "A decade ago it was 300,000 trafficked children.",
        "The transatlantic trade took 300,000 children into slavery.",
        "A 2012 ILO report counted 300,000 trafficked children.",
        "A report published in 2012 counted 300,000 trafficked children.",
    ],
)
def test_history(claims: Read, text: str) -> None:
    assert [claim.stance for claim in claims(text) if claim.quantity.low == 300_000] == [Stance.HISTORY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If 300,000 children were trafficked, every town would know.", Stance.HYPOTHETICAL),
        ("Suppose that 300,000 children are trafficked.", Stance.HYPOTHETICAL),
        ("Imagine 300,000 trafficked children.", Stance.HYPOTHETICAL),
        ("Should we believe that 300,000 children are trafficked?", Stance.QUESTION),
        ("Are there 300,000 trafficked children?", Stance.QUESTION),
    ],
)
def test_supposed_or_asked(claims: Read, text: str, expected: Stance) -> None:
    assert [claim.stance for claim in claims(text) if claim.quantity.low == 300_000] == [expected]


def test_a_cue_reaches_the_numbers_on_its_side_only(claims: Read) -> None:
    text = "There are 400 trafficked children in care, but the claim of 300,000 trafficked children is false."
    assert [claim.stance for claim in claims(text)] == [Stance.STATED, Stance.REFUTED]


def test_a_figure_refuted_once_is_nowhere_told_as_true(claims: Read) -> None:
    text = (
        "A poster says that 300,000 children are trafficked.\n\n"
        "There are not 300,000 trafficked children.\n\n"
        "There are 400 trafficked children in care."
    )
    assert [claim.stance for claim in claims(text)] == [Stance.REFUTED, Stance.REFUTED, Stance.STATED]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Fact check: a map of missing children", True),
        ("The problem with the trafficking statistics", True),
        ("Questioning the numbers", True),
        ("Should we trust the count?", True),
        ("The facts about trafficking", False),
        ("Five myths about trafficking", False),
        ("Questions and answers", False),
    ],
)
def test_a_heading_that_doubts(heading: str, expected: bool) -> None:
    assert doubts(heading) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Myth", True),
        ("Myth 3", True),
        ("Common myths", True),
        ("Myth: it is rare", False),
        ("Myths and facts", False),
        ("Five myths about trafficking", False),
        ("Fact", False),
    ],
)
def test_a_heading_that_is_a_myth(heading: str, expected: bool) -> None:
    assert is_myth(heading) is expected


@given(
    st.lists(
        st.sampled_from(["not ", "no ", "300", " but ", "myth", ": ", "is false", ". ", "?", "if ", "Fact: "])
    )
    .map("".join)
    .flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text)), st.integers(0, len(text))))
)
def test_any_text_can_be_read(case: tuple[str, int, int]) -> None:
    text, one, other = case
    found = cues(text)
    assert all(0 <= cue.start < cue.end <= len(text) for cue in found)
    number = Span(min(one, other), max(one, other))
    assert stance(text, number, Span(0, len(text)), found) in Stance
