"""Sources: whom a text names as the origin of its figures, by name, by citation, by footnote or by link.

"Studies show" and "experts say" name nobody. "According to X", "X reports", "(X, 2017)", a footnote's mark or a
link do; so does the agency whose own work is counted ("the sheriff's office arrested 12").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.claims.docs import text_of
from factcheck.files import read_yaml
from factcheck.model import Link
from factcheck.words import Hit, WordFinder

COMPONENT: Final = "factcheck_sources"


@dataclass(frozen=True, slots=True)
class SourceMention:
    """A source named or linked at `text[start:end]`.

    Attributes:
        publisher: id of a publisher in the corpus, empty for any other.
        text: the words that name it, empty for a link or a mark.
        url: where it links to.
    """

    start: int
    end: int
    publisher: str = ""
    text: str = ""
    url: str = ""

    @property
    def named(self) -> bool:
        """Whether a name stands in the words, not merely "the report" or "she"."""
        return _holds_name(self.text)


class Publishers:
    """Names and web domains of publishers.

    Args:
        names: pairs of a name, an abbreviation or a former name, and a publisher's id.
        domains: pairs of a domain ("ilo.org") and a publisher's id.
    """

    def __init__(self, names: Iterable[tuple[str, str]] = (), domains: Iterable[tuple[str, str]] = ()) -> None:
        self._finder: WordFinder[str] = WordFinder(names, whole=True)
        self._domains = {domain.lower().removeprefix("www."): publisher for domain, publisher in domains}

    def named(self, text: str) -> list[Hit[str]]:
        """Where publishers are named, written as names are: with a capital."""
        return [hit for hit in self._finder.longest(text) if not text[hit.start].islower()]

    def linked(self, url: str) -> str:
        """The publisher whose domain an address lies in, empty for any other."""
        labels = _host(url).split(".")
        for index in range(len(labels) - 1):
            publisher = self._domains.get(".".join(labels[index:]))
            if publisher:
                return publisher
        return ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "://" in url else f"//{url}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


# Links that are furniture or an appeal, never a source.
_NO_SOURCE: Final = re.compile(
    r"\A(?:mailto|tel|sms|javascript|data):|\A#|//(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|linkedin|pinterest|tiktok|"
    r"paypal|gofundme|addtoany|sharethis|whatsapp|t)\.(?:com|org|me|co)\b|/(?:donate|give|contact|shop|subscribe|share)\b",
    re.IGNORECASE,
)
_BARE_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'“”]{3,400}", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\[\d{1,3}\]|\[\^[\w-]{1,12}\]|[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}|[.,;][\"”’]?\d{1,2}(?=\s|\Z)")
_PARENTHESES: Final = re.compile(r"[(\[](?P<in>[^()\[\]\n]{2,120})[)\]]")
_CITATION: Final = re.compile(r"(?:sources?|see|via|cited in|quoted in|data|from|per)\b:?\s", re.IGNORECASE)
_CITED_YEAR: Final = re.compile(r"[^\d]{2,}\b(?:1[89]|20)\d\d[a-z]?(?:[,;:].*)?\Z")
_CITED_NAME: Final = re.compile(
    r"(?:[Tt]he )?[A-Z][\w.&'’-]*[a-z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|for|on|the|and|to|in))*\Z"
)
_SOURCE_LINE: Final = re.compile(
    r"(?:\A|(?<=\n))\s*[*(\[]?(?:data\s)?(?:sources?|references?)\s?[:–—-]\s*(?P<who>\S[^\n]{1,300})", re.IGNORECASE
)
_YEAR_ALONE: Final = re.compile(r"(?:1[89]|20)\d\d[a-z]?\Z")
_MONTHS: Final = re.compile(r"\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s?\d{0,2},?\s?\d{4}\Z")

_LISTS: Final = Path(__file__).with_name("sources.yaml")
_WORDS: Final[dict[str, str]] = read_yaml(_LISTS.read_text("utf-8"), str(_LISTS))


def _any(name: str) -> str:
    """A list of `sources.yaml` as one alternation."""
    return rf"(?:{'|'.join(_WORDS[name].split())})"


_WHO: Final = re.compile(r"(?:[^,;:()\n.]|\.(?!\s|\Z)|(?<=\b[A-Z])\.){2,120}")  # up to the end of the phrase
_SHORT: Final = len("from ")
_LEADS_TO_NAME: Final = re.compile(
    r"according to |According to |going by |Going by |citing |Citing |based on |Based on |by |from |at "
)
_AS_DONE: Final = re.compile(
    rf"\b(?:{_any('done_by')}\s(?:\w+\s)?|{_any('joined')}\s(?:\w+\s){{0,3}})\Z", re.IGNORECASE
)
_VERB: Final = re.compile(rf"\s(?P<verb>{_any('verbs')})\b")
_AFTER_VERB: Final = re.compile(
    rf"\b{_any('speech')}\s(?=(?:the\s|a\s|an\s)?(?:\w+\s){{0,2}}?(?:[A-Z]|{_any('bodies')}\b))"
)
_AIDE: Final = re.compile(
    r"\s(?:has|have|had|also|now|recently|currently|just|already|since|once|then|later|further|however|even|still|"
    r"itself|first|conservatively|officially|alone|jointly|together|both|will|would|did|does)\Z"
)
_CAPITALISED: Final = r"[A-Z&](?:[\w&'’-]|\.(?=\w)|(?<=\b[A-Z])\.)*"
_PROPER_END: Final = re.compile(
    rf"(?P<name>(?:{_CAPITALISED}|\([A-Z][\w.&' -]{{1,40}}\))"
    rf"(?:,? (?:{_CAPITALISED}|of|for|on|the|and|to|in|at|\([A-Z][\w.& '-]{{1,40}}\))){{0,12}})\Z"
)
_INDEFINITE_END: Final = re.compile(
    rf"\b(?P<who>[Aa]n?\s(?:[\w'’-]+\s){{0,5}}?{_any('bodies')}(?:\s(?:of|for|in|at|from|by|on|with|who)\s[^;.]{{1,80}})?)\Z"
)
_APPOSED_END: Final = re.compile(r"(?:\A|[.!?]\s)(?P<who>[^,;.!?]{3,90}),\s[^;.!?]{3,130},\Z")
_DEFINITE_END: Final = re.compile(
    rf"(?:\b{_any('determiners')}\s(?:[\w'’-]+\s){{0,4}}?{_any('bodies')}(?:\s(?:of|for|in|at|from|by|on)\s[^,;.]{{1,60}})?"
    rf"|\b{_any('plain_bodies')}(?:\s(?:in|from|at)\s[^,;.]{{1,40}})?"
    rf"|(?:[A-Z][\w.&-]*['’]s|\bits|\btheir)\s(?:[\w'’-]+\s){{0,4}}?(?:{_any('bodies')}|{_any('works')}))\Z",
    re.IGNORECASE,
)
_PRONOUN_END: Final = re.compile(rf"\b{_any('people')}\Z", re.IGNORECASE)
_BODY: Final = re.compile(rf"\b{_any('bodies')}\b")
_VAGUE: Final = re.compile(rf"(?:{_any('vague_before')}\s)*{_any('vague')}\b", re.IGNORECASE)
_FIRST_WORDS: Final = frozenset(_WORDS["first_words"].split())
_WORK: Final = re.compile(rf"\s(?:(?:own|annual|latest|new|official|recent|\d{{4}})\s){{0,2}}(?i:{_any('works')})\b")
_APPEAL: Final = re.compile(
    rf"\b{_any('appeals')}\s(?:(?:the|us|our|at|a)\s)*(?:[\w'’/-]+\s){{0,2}}\Z", re.IGNORECASE
)
_PRONOUN_VERB: Final = re.compile(rf"{_any('people_verbs')}\Z")
_CAPITAL_WORD: Final = re.compile(r"\b[A-Z][\w.&'’-]*")
_SPEECH: Final = frozenset(_WORDS["speech"].split())
_CUT: Final = re.compile(rf"\s(?:\d|{_any('verbs')}\b)")  # where the name after "according to" ends
_OPENING: Final = re.compile(
    r"\A(?:(?:In|On|At|By|Since|During|For|And|But|When|As|While|If)\s(?:[A-Z]\w+,?\s(?=the\b|[A-Z]))?)+(?=\w)"
)
_LOOK_BACK: Final = 140


def sources(text: str, links: Iterable[Link], publishers: Publishers) -> tuple[SourceMention, ...]:
    """The sources that a text names, cites or links to, in order.

    Args:
        links: the links whose words lie in the text.
        publishers: the publishers of the corpus.
    """
    found = [*_publishers(text, publishers), *_links(text, links, publishers)]
    taken = [(mention.start, mention.end) for mention in found]
    found += (m for m in _worded(text) if not any(low < m.end and m.start < high for low, high in taken))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def source_line(text: str) -> str:
    """Whom a line such as "Source: …" names, empty where the text is no such line."""
    match = _SOURCE_LINE.match(text)
    return match["who"].strip() if match else ""


def _publishers(text: str, publishers: Publishers) -> Iterator[SourceMention]:
    for hit in publishers.named(text):
        if not _APPEAL.search(text[max(0, hit.start - _LOOK_BACK) : hit.start]):
            for publisher in hit.keys:
                yield SourceMention(hit.start, hit.end, publisher, text[hit.start : hit.end])


def _links(text: str, links: Iterable[Link], publishers: Publishers) -> Iterator[SourceMention]:
    for link in links:
        if _is_source(link.url):
            yield SourceMention(link.start, link.end, publishers.linked(link.url), url=link.url)
    for match in _BARE_URL.finditer(text):
        if _is_source(match.group()):
            yield SourceMention(match.start(), match.end(), publishers.linked(match.group()), url=match.group())


def _is_source(url: str) -> bool:
    return "." in _host(url) and not _NO_SOURCE.search(url)


def _worded(text: str) -> Iterator[SourceMention]:
    yield from _marks(text)
    yield from _cited(text)
    for match in _LEADS_TO_NAME.finditer(text):
        if len(match.group()) > _SHORT or _AS_DONE.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]):
            yield from _who(text, match)
    for match in _AFTER_VERB.finditer(text):
        yield from _who(text, match)
    yield from _reporting(text)
    for match in _WORK.finditer(text):
        window = max(0, match.start() - _LOOK_BACK)
        named = _PROPER_END.search(text[window : match.start()])
        if named is not None and _is_name(named["name"], text, window + named.start()):
            name = _trimmed(named["name"])
            yield SourceMention(match.end() - len(match.group()) - len(name), match.end(), text=name + match.group())


def _who(text: str, match: re.Match[str]) -> Iterator[SourceMention]:
    """Whom the words after "according to" name."""
    phrase = _WHO.match(text, match.end())
    if phrase is not None:
        who = _CUT.split(phrase.group(), maxsplit=1)[0].strip()
        if _names_somebody(who):
            yield SourceMention(match.start(), match.end() + len(who), text=who)


def _marks(text: str) -> Iterator[SourceMention]:
    """Footnote marks and source lines."""
    for match in _FOOTNOTE.finditer(text):
        if _follows_word(text, match.start()):
            yield SourceMention(match.start(), match.end(), text=match.group().lstrip(".,;\"”’"))
    for match in _SOURCE_LINE.finditer(text):
        yield SourceMention(match.start(), match.end(), text=match["who"].strip())


def _follows_word(text: str, at: int) -> bool:
    """Whether a footnote's mark stands where one can: after a word or its stop, not within a number."""
    before = text[max(0, at - 3) : at].rstrip(" .,;")
    return before[-1:].isalpha() and before[-2:] != "No" or before[-1:] in ("%", ")", "]", '"', "”", "’")


def _cited(text: str) -> Iterator[SourceMention]:
    """ "(ILO, 2017)", "(Forbes)", "(Source: …)"; not "(CSEC)", which only shortens what stands before it."""
    for match in _PARENTHESES.finditer(text):
        words = match["in"].strip()
        if _MONTHS.match(words):
            continue
        if _YEAR_ALONE.match(words):
            author = _PROPER_END.search(text[max(0, match.start() - _LOOK_BACK) : match.start()].rstrip())
            if author is not None and _is_name(author["name"], text, author.start()):
                yield SourceMention(match.start(), match.end(), text=f"{_trimmed(author['name'])} ({words})")
            continue
        named = _CITED_NAME.match(words) and _CLOSES.match(text, match.end()) and words not in _FIRST_WORDS
        if named or ((_CITATION.match(words) or _CITED_YEAR.match(words)) and _CAPITAL_WORD.search(words)):
            yield SourceMention(match.start(), match.end(), text=words)


_CLOSES: Final = re.compile(r"\s?(?:[.;]|\Z|\n|[—–-]\s)")


def _reporting(text: str) -> Iterator[SourceMention]:
    """ "The agency counted 12", "a spokesman for the city said"."""
    for match in _VERB.finditer(text):
        window = max(0, match.start() - _LOOK_BACK)
        before = text[window : match.start()]
        for _ in range(2):
            before = _AIDE.sub("", before)
        subject = _subject(before, match["verb"])
        if subject is not None:
            yield SourceMention(window + subject.start(), match.end(), text=_trimmed(subject.group().strip(" .!?")))


def _subject(before: str, verb: str) -> re.Match[str] | None:
    """The words at the end of a text that name who does what the next word tells."""
    definite = _DEFINITE_END.search(before) or (_PRONOUN_VERB.match(verb) and _PRONOUN_END.search(before))
    if definite:
        return definite
    named = _PROPER_END.search(before)
    if named is not None and _is_name(named["name"], before, named.start()):
        return named
    spoken = _APPOSED_END.search(before) if verb in _SPEECH else None
    indefinite = _INDEFINITE_END.search(before) or spoken
    return indefinite if indefinite is not None and _holds_name(indefinite["who"]) else None


def _is_name(name: str, text: str, start: int) -> bool:
    """Whether capitals make a name and not merely the first word of a sentence."""
    words = [word for word in _CAPITAL_WORD.findall(name) if word not in _FIRST_WORDS]
    if not words or name.rsplit(" ", 1)[-1][:1].islower():
        return False
    opens = start == 0 or text[:start].rstrip()[-1:] in ("", ".", "!", "?", ":", "•", "\n", "”", '"')
    return not opens or len(words) > 1 or sum(c.isupper() for c in words[0]) > 1


def _trimmed(name: str) -> str:
    """A name without the words before it that only open the sentence: "In May the ILO" is the ILO."""
    return _OPENING.sub("", name)


def _names_somebody(who: str) -> bool:
    """Whether words after "according to" name a source: a name, or one definite body."""
    return _holds_name(who) or (not _VAGUE.match(who) and bool(_BODY.search(who)))


def _holds_name(words: str) -> bool:
    return any(word not in _FIRST_WORDS for word in _CAPITAL_WORD.findall(words))


class Sources:
    """The component: the sources of a doc that has claims on `doc._.sources`, from its words and `doc._.links`.

    Attributes:
        publishers: the names it knows; set it before use.
    """

    def __init__(self) -> None:
        self.publishers = Publishers()

    def __call__(self, doc: Doc) -> Doc:
        if doc._.claims:
            doc._.sources = sources(text_of(doc), doc._.links, self.publishers)
        return doc


@Language.factory(COMPONENT, assigns=["doc._.sources"])
def create(nlp: Language, name: str) -> Sources:
    """The component for a pipeline; it knows no publisher until it is given names."""
    return Sources()


for _extension in ("sources", "links"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=())
