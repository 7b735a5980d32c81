"""Reading an article's claims: one reader after the other over its blocks, and each claim put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from factcheck.claims import governing
from factcheck.claims.attribution import Publishers, sources
from factcheck.claims.claimhood import Found
from factcheck.claims.dateline import dateline
from factcheck.claims.importing import without_command_line
from factcheck.claims.informants import informants
from factcheck.claims.passage import Number, Outside, Passage
from factcheck.claims.places import Gazetteer
from factcheck.claims.quantities import has_number_sign, read_quantities
from factcheck.claims.reach import Neighbours, clues, in_reach
from factcheck.claims.setting import BlockSettings, Setting
from factcheck.claims.source_names import SourceMention
from factcheck.claims.surroundings import Piece, Surroundings
from factcheck.context import Context, Topic
from factcheck.documents.misread import misread
from factcheck.model import Block, BlockKind, Claim, ClaimKind, Document, Link, Span, Stance
from factcheck.telephones import NOBODY, Directory

if TYPE_CHECKING:  # an article without numbers does not wait for it
    from spacy.language import Language
    from spacy.tokens import Doc

_SENTENCES_OF_CONTEXT = 4
_BRIEF = 250  # words; a shorter text may be of the field and not name it
Notes = dict[str, tuple[SourceMention, ...]]
_Noted = tuple[tuple[str, tuple[SourceMention, ...]], ...]  # the same, as a key
_NOWHERE = Span(0, 0)  # where links stand in the source is nothing that the pipeline reads
_Found = tuple[Block, Found, Passage, Outside, Callable[[], Neighbours]]


class ClaimReader:
    """Finds and reads the claims of articles.

    Args:
        gazetteer: the places it knows.
        publishers: the publishers it knows by name and domain.
        services: the help services whose numbers it knows.
    """

    def __init__(self, gazetteer: Gazetteer, publishers: Publishers, services: Directory = NOBODY) -> None:
        self._gazetteer, self._publishers, self._services = gazetteer, publishers, services
        self._outer = lru_cache(maxsize=256)(self._read_piece)  # one heading governs many blocks
        self._doc = self._made

    def remember(self, blocks: int) -> None:
        """Keep what was read of so many blocks, for whoever checks an article again after each change of it.

        What is kept depends on the block and its setting alone, so that claims are the same as without.
        """
        self._outer = lru_cache(maxsize=blocks)(self._read_piece)
        self._doc = lru_cache(maxsize=blocks)(self._made)

    def read(
        self, document: Document, *, date: dt.date | None = None, context: Context | None = None
    ) -> tuple[Claim, ...]:
        """The claims of an article in reading order; the page around it is not read.

        Args:
            date: the article's date, for "last year" and "to date"; None: as its dateline says, if it has one.
            context: what the article is about; None: as it says itself.
        """
        date = date or dateline(document)
        claims = []
        for block, found, passage, outside, beside in self._found(document, context):
            claim, number = _claim(block, found, passage, outside, date)
            sourced = claim.attribution.given or in_reach(number, passage, beside())
            claims.append(replace(claim, sourced=sourced))
        return _discussed(claims)

    def clues(self, document: Document) -> Iterator[tuple[Claim, frozenset[str]]]:
        """The claims of an article, each with what stands around it for one who looks for its source."""
        for block, found, passage, outside, beside in self._found(document, None):
            claim, number = _claim(block, found, passage, outside, None)
            yield claim, clues(number, passage, beside())

    def _found(self, document: Document, context: Context | None) -> Iterator[_Found]:
        """What is found in an article, each with its passage and what stands around it."""
        surroundings: Surroundings | None = None
        for index, doc in self.docs(document, context or Context(document)):
            found = _legible(doc._.claims, doc.text)
            if found:
                surroundings = surroundings or Surroundings(document)
                outside, passage = self._outside(surroundings, index), _passage(doc)
                beside = cache(partial(self._neighbours, document, surroundings, index))
                for one in found:
                    yield document.article[index], one, passage, outside, beside

    def docs(self, document: Document, context: Context, *, all: bool = False) -> Iterator[tuple[int, Doc]]:
        """The blocks of an article that hold a number, each as its index and the Doc made of it.

        Args:
            all: also those of an article that is plainly about something else.
        """
        blocks = document.article
        numbered = [i for i, one in enumerate(blocks) if _is_stated(one) and read_quantities(one.text)]
        if not numbered or (not all and _of_something_else(context)):
            return
        notes, settings = tuple(self._notes(document).items()), BlockSettings(document, context)
        for index in numbered:
            block = blocks[index]
            links = tuple(replace(link, span=_NOWHERE) for link in block.links)
            yield index, self._doc(block.text, links, block.labels, notes, settings.of(index))

    def _made(
        self, text: str, links: tuple[Link, ...], labels: tuple[str, ...], notes: _Noted, setting: Setting
    ) -> Doc:
        doc = self._nlp.make_doc(text)
        doc._.links, doc._.labels, doc._.notes, doc._.setting = list(links), list(labels), dict(notes), setting
        return self._nlp(doc)

    @cached_property
    def _nlp(self) -> Language:
        with without_command_line():
            from factcheck.claims.pipeline import pipeline

        return pipeline(self._gazetteer, self._publishers, self._services)

    def _notes(self, document: Document) -> Notes:
        """Whom the article's footnotes name, by the footnotes' names."""
        footnotes = (block for block in document.article if block.kind is BlockKind.FOOTNOTE and block.labels)
        return {b.labels[0]: sources(b.text, b.links, self._publishers) for b in footnotes}

    def _outside(self, surroundings: Surroundings, index: int) -> Outside:
        closing = surroundings.closing(index)
        pieces = tuple((piece.scope, self._outer(piece)) for piece in surroundings.of(index))
        return Outside(
            pieces,
            self._outer(closing) if closing else None,
            surroundings.doubted,
            surroundings.list_topic(index),
            surroundings.below(index),
        )

    def _neighbours(self, document: Document, surroundings: Surroundings, index: int) -> Neighbours:
        return Neighbours(
            kind=document.article[index].kind,
            before=self._outer(surroundings.before(index)),
            introduces=surroundings.is_introduced(index),
            after=self._outer(surroundings.after(index)),
            heads=surroundings.heads(index),
            lead=self._outer(surroundings.lead()),
        )

    def _read_piece(self, piece: Piece) -> Passage:
        doc = self._nlp.make_doc(piece.text)
        doc._.links, doc._.surrounds = list(piece.links), True
        return _passage(self._nlp(doc))


def _of_something_else(context: Context) -> bool:
    """Whether an article of more than a few lines has no word of the field."""
    return context.topic is Topic.OTHER and context.counts.words > _BRIEF and not context.counts.all["field"]


def _passage(doc: Doc) -> Passage:
    """What a doc names."""
    named = (doc._.places, doc._.periods, doc._.sources, doc._.cues, informants(doc))
    return Passage(doc.text, doc._.sentences, *map(tuple, named))


def _is_stated(block: Block) -> bool:
    """Whether a block may state a number: nobody reads what stands in the place of a picture."""
    return block.kind is not BlockKind.ATTRIBUTE and has_number_sign(block.text)


def _legible(claims: list[Found], text: str) -> list[Found]:
    """Those without the ones that stand in a misread stretch: a half of "å½" is no number."""
    damaged = misread(text)
    return [
        one
        for one in claims
        if not any(start < one.quantity.end and one.quantity.start < end for start, end, _ in damaged)
    ]


def _claim(
    block: Block, found: Found, passage: Passage, outside: Outside, date: dt.date | None
) -> tuple[Claim, Number]:
    """One claim with all that governs its number."""
    number = passage.number(found.quantity, found.sentence, found.clause)
    places, place_scope = governing.places(number, passage, outside)
    period, period_scope = governing.period(number, passage, outside, date)
    edition = governing.edition(number, passage)
    claim = Claim(
        block=block,
        quantity=found.quantity,
        kind=found.kind,
        sentence=found.sentence,
        clause=found.clause,
        counts=found.counts,
        context=_context(number, passage, outside),
        places=places,
        place_scope=place_scope,
        period=period,
        period_scope=period_scope,
        edition=edition,
        certain=found.certain,
        attribution=governing.attribution(number, passage, outside),
        stance=governing.stance_to(number, passage, outside, edition),
    )
    return claim, number


def _context(number: Number, passage: Passage, outside: Outside) -> str:
    """What governs the sentence from outside, nearest last."""
    before = number.before[:_SENTENCES_OF_CONTEXT]
    texts = [outside.topic, *(piece.text for _, piece in reversed(outside.pieces))]
    texts += [passage.text[span.start : span.end] for span in reversed(before)]
    return "\n".join(text for text in texts if text)


def _discussed(claims: list[Claim]) -> tuple[Claim, ...]:
    """A figure refuted at one place of an article is nowhere in it told as true."""
    refuted = {_figure(c) for c in claims if c.stance is Stance.REFUTED and _tells_apart(c)}
    return tuple(
        replace(claim, stance=Stance.REFUTED)
        if claim.stance is Stance.STATED and _figure(claim) in refuted
        else claim
        for claim in claims
    )


def _tells_apart(claim: Claim) -> bool:
    """Whether the same number elsewhere means the same figure; a rank or "thousands" does not."""
    return not claim.quantity.vague and claim.quantity.low is not None and claim.kind is not ClaimKind.RANK


def _figure(claim: Claim) -> tuple[float | None, float | None]:
    return claim.quantity.low, claim.quantity.high
