"""The reference set agrees with itself; `validate --strict` says where a corpus does not."""

from __future__ import annotations

from dataclasses import replace

from factcheck.reference import Corpus, load_corpus
from factcheck.reference.consistency import problems

NRM = "uk-nrm-referrals-total"
SHARE = "global-forced-labour-female-share"


def test_the_shipped_set_is_consistent() -> None:
    assert not list(problems(load_corpus()))


def _found(corpus: Corpus) -> str:
    return "\n".join(problems(corpus))


def _with(**changes: object) -> Corpus:
    corpus = load_corpus()
    share = corpus.measures[SHARE]
    first = replace(share.observations[0], **changes)  # type: ignore[arg-type]
    measures = {**corpus.measures, SHARE: replace(share, observations=(first, *share.observations[1:]))}
    return replace(corpus, measures=measures)


def test_a_share_beyond_a_whole() -> None:
    assert "143 percent is no share" in _found(_with(value=143))


def test_a_current_figure_that_a_newer_one_has_overtaken() -> None:
    assert "is called current, but a figure of" in _found(_with(status="current", period="1998"))


def test_one_series_under_two_names() -> None:
    corpus = load_corpus()
    twin = replace(corpus.measures[NRM], id="uk-referrals-again")
    assert "are they one series?" in _found(replace(corpus, measures={**corpus.measures, twin.id: twin}))
