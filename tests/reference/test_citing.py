"""What a report cites."""

from __future__ import annotations

from factcheck.reference import cite, load_corpus


def test_an_observation_says_value_place_and_period_and_its_source() -> None:
    corpus = load_corpus()
    key = "global-forced-labour-total/World/2021"
    (reference,) = cite(corpus, [key, key]).values()
    measure, held = corpus.observation(key)
    assert reference.says == f"{measure.title}: 27.6 million, World, in 2021"
    assert reference.url == held.source.url
    assert held.source.url in reference.source and corpus.publisher(measure) in reference.source


def test_a_myth_says_what_is_wrong_with_it() -> None:
    corpus = load_corpus()
    myth = next(iter(corpus.myths.values()))
    assert cite(corpus, [myth.id])[myth.id].says.startswith(f"{myth.claim}: ")
