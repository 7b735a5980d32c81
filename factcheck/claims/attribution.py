"""Sources: whom a text names as the origin of its figures, by name, by citation, by footnote or by link.

"Studies show" and "experts say" name nobody. "According to X", "X reports", "(X, 2017)", a footnote's mark or a
link do; so does the agency whose own work is counted ("the sheriff's office arrested 12").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from spacy.language import Language
from spacy.tokens import Doc

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
_FOOTNOTE: Final = re.compile(
    r"(?<=[a-z)\]\"”’%])(?<!\bNo)[.,;]?[\"”’]?(?:\[\^?[\w-]{1,12}\]|[¹²³⁰⁴-⁹]{1,3})"
    r"|(?<=[a-z)\]\"”’%])(?<!\bNo)[.,;][\"”’]?\d{1,2}(?=\s|$)"
    r"|(?<=\d)(?:\[\^?[\w-]{1,12}\])"
)
_PARENTHESES: Final = re.compile(r"[(\[](?P<in>[^()\[\]\n]{2,120})[)\]]")
_CITATION: Final = re.compile(
    r"(?:sources?|see|via|cited in|quoted in|data|from|per)\b:?\s.*[A-Z]"
    r"|(?:[^\d]*[A-Z][\w.&'’-]+[^\d]*\b(?:1[89]|20)\d\d[a-z]?(?:[,;:].*)?)\Z",
    re.IGNORECASE,
)
_CITED_NAME: Final = re.compile(r"(?:[Tt]he )?[A-Z][\w.&'’-]*[a-z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|for|on|the|and|to|in))*\Z")
_SOURCE_LINE: Final = re.compile(r"(?:\A|(?<=\n))\s*[*(\[]?(?:data\s)?(?:sources?|references?)\s?[:–—-]\s*(?P<who>\S[^\n]{1,300})", re.IGNORECASE)
_MONTHS: Final = re.compile(r"\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s?\d{0,2},?\s?\d{4}\Z")

_ACCORDING: Final = re.compile(
    r"\b(?:according\sto|as\s(?:reported|estimated|stated|recorded|published|documented|counted)\s(?:by|in)|going\sby|citing|based\son|"
    r"(?:reported|estimated|published|compiled|recorded|released|conducted|collected|commissioned|cited|identified|issued|found|"
    r"announced|produced|counted|documented|gathered|provided|analy[sz]ed|calculated|verified|confirmed|set)\s(?:\w+\s)?by|"
    r"(?:report|stud(?:y|ies)|survey|research|data|figures|statistics|numbers|estimates?|analysis|index|records|review|paper|count|"
    r"investigation|information|evidence|findings)\s(?:\w+\s){0,3}?(?:by|from|of|at))\s(?P<who>[^,;:()\n]{2,120})",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\s(?P<verb>says?|said|reports?|reported|estimates?|estimated|finds?|found|counts?|counted|shows?|showed|shown|records?|recorded|"
    r"documents?|documented|lists?|listed|identif(?:y|ies|ied)|announces?|announced|notes?|noted|calculates?|calculated|considers?|"
    r"believes?|believed|puts?|places?|placed|publishes|published|reveals?|revealed|states?|stated|writes?|wrote|written|claims?|claimed|"
    r"testified|warns?|warned|concludes?|concluded|suggests?|suggested|indicates?|indicated|determined|learned|surveyed|"
    r"interviewed|saw|logged|tallied|received|released|calls?|called|quotes?|quoted|cites?|cited|told|added|explained|ranks?|ranked|"
    r"highlights?|highlighted|confirmed|rescued|arrested|recovered|freed|charged|convicted|prosecuted|handled|assisted|"
    r"investigated|registered|took|removed|made|opened|filed|seized|detected|verified|certified|issued|granted|tracked|examined|"
    r"studied|analy[sz]ed|thinks?|predicts?|predicted|projects|projected|asserts?|asserted|argues?|argued|helped|served)\b"
)
_AFTER_VERB: Final = re.compile(r"\b(?:says|said|reports|writes|wrote|told|adds|added|explains|explained|estimates|notes|noted)\s(?P<who>(?:the\s|a\s)?[^,;:()\n]{2,80})")
_AIDE: Final = re.compile(r"\s(?:has|have|had|also|now|recently|currently|just|already|since|once|then|later|further|however|even|still|itself|first|conservatively|officially|alone|jointly|together|both|will|would|did|does)\Z")
_PROPER_END: Final = re.compile(
    r"(?P<name>(?:[A-Z][\w.&'’-]*|\([A-Z][\w.&' -]{1,40}\))(?:,? (?:[A-Z&][\w.&'’-]*|of|for|on|the|and|to|in|at|\([A-Z][\w.& '-]{1,40}\))){0,12})\Z"
)
_AUTHORITY: Final = (
    r"(?:police|officials?|authorities|prosecutors?|investigators?|department|agency|bureau|ministry|minister|organi[sz]ations?|charity|"
    r"sheriff|attorney\sgeneral|governor|office|professor|authors?|website|report|study|survey|index|data|figures|commission|court|"
    r"spokes\w+|director|officers?|detectives?|agents?|chief|president|founder|senator|secretary|task\sforce|council|institute|university|"
    r"government|nonprofit|hotline|centre|center|foundation|group|team|judge|statistics|numbers|document|paper|magazine|newspaper|agencies|head|dataset|census|"
    r"committee|inspectors?|lawmakers?|doctor|doctors|deput(?:y|ies)|marshals|mayor|ambassador|coordinator|manager|researcher|estimates?|chart|map|table|worker|sergeant|captain|commissioner)"
)
_DEFINITE_END: Final = re.compile(
    rf"(?:\b(?:the|its|his|her|their|our|this|that|these|those|state|federal|local|county|city|national|government|district|one)\s(?:[\w'’-]+\s){{0,4}}?{_AUTHORITY}"
    rf"(?:\s(?:of|for|in|at|from|by|on)\s[^,;.]{{1,60}})?|\b(?:[Pp]olice|[Oo]fficials|[Aa]uthorities|[Pp]rosecutors|[Ii]nvestigators|[Ll]aw\senforcement)(?:\s(?:in|from|at)\s[^,;.]{{1,40}})?"
    rf"|['’]s\s(?:[\w'’-]+\s){{0,4}}?{_AUTHORITY}|\b(?:he|she|it|He|She|It))\Z",
)
_VAGUE: Final = re.compile(
    r"\A(?:the\s|a\s|an\s|one\s|some\s|many\s|most\s|several\s|various\s|recent\s|new\s|latest\s|current\s|other\s|leading\s|multiple\s|numerous\s|"
    r"conservative\s|official\s|available\s|global\s|national\s|federal\s|government\s|its\s|their\s|\d{4}\s)*"
    r"(?:experts?|stud(?:y|ies)|research(?:ers)?|statistics|estimates?|reports?|data|surveys?|sources?|advocates|activists|critics|people|others|"
    r"scholars|analysts|observers|numbers|figures|legend|rumou?rs?|scientists|some|many|most|several|them|which|it|that|this|evidence|"
    r"information|records|news|media|polls?|articles?)\b",
    re.IGNORECASE,
)
_COMMON_STARTS: Final = frozenset(
    "The A An This That These Those They We I You It He She Many Most Some Several Few Experts Studies Research Researchers Statistics "
    "Estimates Reports Data Surveys Sources Advocates Activists Critics People Others Victims Survivors Traffickers Children "
    "Women Men Girls Boys Parents Nobody Everyone Who What Which Recent New One Two Nearly About Over More Human Sex Child Labor "
    "Labour Trafficking Slavery Modern Forced Key Important Also And But So Scholars Analysts Buyers Pimps Youth Teens Runaways Kids "
    "Workers Families Perpetrators Predators Countries States If When In As There Facts Figures Numbers Online Global World Did Do".split()
)
_NAMED_WORK: Final = re.compile(
    r"(?P<who>\b[A-Z][\w.&-]*(?:\s(?:[A-Z][\w.&-]*|of|on|in|for|and|the)){0,6}(?:['’]s?)?\s(?:(?:own|annual|latest|new|official|recent|\d{4})\s){0,2}"
    r"(?:[Rr]eports?|[Ss]tud(?:y|ies)|[Ii]ndex|[Ss]urveys?|[Rr]esearch|[Dd]ata(?:base)?|[Ff]igures|[Ss]tatistics|[Ee]stimates?|[Nn]umbers|[Rr]ecords|[Ww]ebsite|census))\b"
)
_APPEAL: Final = re.compile(
    r"\b(?:call|text|contact|dial|visit|chat\swith|reach|reach\sout\sto|support|follow|donate\sto|e-?mail|phone|ring|via|suspicions?\sto|it\sto|tips?\sto|volunteer\swith)"
    r"\s(?:(?:the|us|our|at|a)\s)*(?:[\w'’/-]+\s){0,2}\Z",
    re.IGNORECASE,
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
    for pattern in (_ACCORDING, _AFTER_VERB):
        for match in pattern.finditer(text):
            if _names_somebody(match["who"]):
                yield SourceMention(match.start(), match.end(), text=match["who"].strip())
    yield from _reporting(text)
    for match in _NAMED_WORK.finditer(text):
        if _is_name(match["who"].rsplit(" ", 1)[0], text, match.start()):
            yield SourceMention(match.start(), match.end(), text=match["who"])


def _marks(text: str) -> Iterator[SourceMention]:
    """Footnote marks and source lines."""
    for match in _FOOTNOTE.finditer(text):
        yield SourceMention(match.start(), match.end(), text=match.group().lstrip(".,;"))
    for match in _SOURCE_LINE.finditer(text):
        yield SourceMention(match.start(), match.end(), text=match["who"].strip())


def _cited(text: str) -> Iterator[SourceMention]:
    """ "(ILO, 2017)", "(Forbes)", "(Source: …)"; not "(CSEC)", which only shortens what stands before it."""
    for match in _PARENTHESES.finditer(text):
        words = match["in"].strip()
        if _MONTHS.match(words):
            continue
        named = _CITED_NAME.match(words) and _CLOSES.match(text, match.end()) and words not in _COMMON_STARTS
        if named or _CITATION.match(words):
            yield SourceMention(match.start(), match.end(), text=words)


_CLOSES: Final = re.compile(r"\s?(?:[.;]|\Z|\n|[—–-]\s)")


def _reporting(text: str) -> Iterator[SourceMention]:
    """ "The agency counted 12", "a spokesman for the city said"."""
    for match in _VERB.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        for _ in range(2):
            before = _AIDE.sub("", before)
        named = _PROPER_END.search(before)
        if named and _is_name(named["name"], before, named.start()) or (named := _DEFINITE_END.search(before)):
            start = match.start() - len(before) + named.start()
            yield SourceMention(max(0, start), match.end(), text=named.group())


def _is_name(name: str, text: str, start: int) -> bool:
    """Whether capitals make a name and not merely the first word of a sentence."""
    words = [word for word in re.findall(r"[A-Z][\w.&'’-]*", name) if word not in _COMMON_STARTS]
    if not words:
        return False
    opens = start == 0 or text[:start].rstrip()[-1:] in ("", ".", "!", "?", ":", "•", "\n", "”", '"')
    return not opens or len(words) > 1 or sum(c.isupper() for c in words[0]) > 1


def _names_somebody(who: str) -> bool:
    """Whether words after "according to" name a source: a name, or one definite body."""
    capitals = [word for word in re.findall(r"\b[A-Z][\w.&'’-]*", who) if word not in _COMMON_STARTS]
    if capitals:
        return True
    return not _VAGUE.match(who) and bool(re.search(rf"\b{_AUTHORITY}\b", who))


class Sources:
    """The component: the sources of a doc on `doc._.sources`, from its words and from `doc._.links`.

    Attributes:
        publishers: the names it knows; set it before use.
    """

    def __init__(self) -> None:
        self.publishers = Publishers()

    def __call__(self, doc: Doc) -> Doc:
        doc._.sources = sources(doc.text, doc._.links, self.publishers)
        return doc


@Language.factory(COMPONENT, assigns=["doc._.sources"])
def create(nlp: Language, name: str) -> Sources:
    """The component for a pipeline; it knows no publisher until it is given names."""
    return Sources()


for _extension in ("sources", "links"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=())
