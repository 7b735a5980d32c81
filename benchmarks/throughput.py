"""Rows about how fast one process checks many articles, and how the time grows with them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from benchmarks.articles import Writer
from benchmarks.rows import Row, seconds

ROUNDS = 7


def throughput(megabytes: float) -> Row:
    """The whole check (reading, claims, reference, all default rules) against spaCy's bare tokenizer.

    Both take the same articles, a fresh lot in each round, in one process. Both are warm: each has seen a lot of
    another megabyte before, so that spaCy's vocabulary is filled as in a long run and ours is read.
    """
    import spacy  # the rest of the benchmarks measures its import

    from factcheck import Linter

    writer, linter, tokenizer = Writer(), Linter().prepared(), spacy.blank("en").tokenizer

    def tokenize(texts: Sequence[str]) -> None:
        for text in texts:
            tokenizer(text)

    def check(texts: Sequence[str]) -> None:
        for text in texts:
            linter.check_text(text)

    lots = [_lot(writer, megabytes / ROUNDS) for _ in range(ROUNDS + 1)]
    tokenize(lots[0])
    check(lots[0][: len(lots[0]) // 4])
    times = [(seconds(lambda lot=lot: tokenize(lot)), seconds(lambda lot=lot: check(lot))) for lot in lots[1:]]
    size = megabytes / ROUNDS
    theirs, ours = (median(size / time for time in side) for side in zip(*times, strict=True))
    return Row(
        "throughput of the whole check / spaCy's tokenizer",
        tuple(bare / whole for bare, whole in times),
        least=0.5,
        note=f"{ours:.2f} MB/s of {theirs:.2f} MB/s, {megabytes:g} MB of articles",
    )


def growth(megabytes: float) -> Row:
    """The time per article late in a long run against that of its first hundred."""
    from factcheck import Linter

    writer, linter = Writer(seed=2), Linter().prepared()
    linter.check_text(writer.article())

    def hundred() -> float:
        texts = [writer.article() for _ in range(100)]
        return seconds(lambda: [linter.check_text(text) for text in texts])

    times = [hundred() for _ in range(max(2, int(megabytes * 2)))]
    first, late = median(times[:2]), times[len(times) // 2 :]
    return Row(
        "time per article late in a run / at its beginning",
        tuple(time / first for time in late),
        most=1.15,
        note=f"{10 * first:.1f} ms an article at first, {100 * len(times)} articles",
    )


def long_article(megabytes: float) -> Row:
    """The time per character of one long article against that of articles a tenth as long, before and after it."""
    from factcheck import Linter

    writer, linter = Writer(seed=3), Linter().prepared()
    per_megabyte = 9_700  # sentences
    linter.check_text(writer.article())

    def rate(text: str) -> float:
        return seconds(lambda: linter.check_text(text)) / len(text)

    before = [rate(writer.article(int(megabytes * per_megabyte / 10))) for _ in range(5)]
    long = writer.article(int(megabytes * per_megabyte))
    whole = rate(long)
    after = [rate(writer.article(int(megabytes * per_megabyte / 10))) for _ in range(5)]
    return Row(
        "time per character of a long article / of one a tenth as long",
        tuple(whole / short for short in before + after),
        most=1.25,
        note=f"an article of {len(long) / 1e6:.1f} MB in {whole * len(long):.1f} s",
    )


def _lot(writer: Writer, megabytes: float) -> list[str]:
    texts: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        texts.append(writer.article())
        size += len(texts[-1])
    return texts
