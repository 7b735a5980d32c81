"""What each HTML element makes of the text in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.documents.html_tokens import Attribute, Tag, decoded, value
from factcheck.documents.page_parts import names_control, names_part
from factcheck.documents.places import Places
from factcheck.documents.prose import Prose
from factcheck.model import BlockKind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
BLOCKS = _names(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p
    pre section select summary table tbody td template textarea tfoot th thead title tr ul"""
)
LISTS = _names("ul ol menu dir dl")
_UNREAD = _names(
    """audio canvas code datalist del iframe kbd map math noembed noframes noscript object pre s samp script select
    strike style svg template textarea var video xmp"""
)
_FRAME = _names("nav header footer aside dialog")
_FRAME_ROLES = _names("navigation banner contentinfo complementary search dialog menu menubar toolbar")
_MOST_PARTS = 8  # in one another
_HOLDERS = _names("article main h1")  # of an article, whatever their classes say
_ITEMS = _names("li dd dt")
_CELLS = _names("td th")
_ROW_GROUPS = _names("thead tbody tfoot")
_TABLE = _names("table")

# the start of an element on the left ends an open one of the first set, up to one of the second
ENDS = {
    "li": (_names("li"), LISTS),
    "dd": (_names("dd dt"), _names("dl")),
    "dt": (_names("dd dt"), _names("dl")),
    "tr": (_names("tr"), _TABLE),
    "td": (_CELLS, _names("tr table")),
    "th": (_CELLS, _names("tr table")),
    "thead": (_ROW_GROUPS, _TABLE),
    "tbody": (_ROW_GROUPS, _TABLE),
    "tfoot": (_ROW_GROUPS, _TABLE),
}

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_MARK = re.compile(
    r"(?:\s|</?a\b[^<>]{0,500}>|[\[\](),*†‡§#–-]|\d{1,3}(?!\d)|[a-z](?![a-z]))+</sup", re.IGNORECASE
)


class Context(NamedTuple):
    """What the open elements make of the text in them.

    Attributes:
        kind, level, chrome, quoted: those of the block.
        read: whether it is prose at all.
        inside: within an article or the main part, whose header is its own.
        depth: of lists.
        parts: what a class or an id calls parts of the page around the article, by their offsets, outermost first.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    read: bool = True
    chrome: bool = False
    quoted: bool = False
    inside: bool = False
    depth: int = 0
    parts: tuple[int, ...] = ()


def context_of(tag: Tag, text: str, context: Context, *, whole: bool) -> Context:
    """What stands in an element.

    Args:
        tag: its start tag.
        text: the HTML it stands in.
        context: what the elements around it make of it.
        whole: whether this is a whole page, with a frame around its article.
    """
    if tag.attributes:
        context = _told(tag, text, context, whole)
    name = tag.name
    if name == "form":  # some sites wrap the whole page in one
        context = _in_part(context, tag)
    if name in _UNREAD or (name == "sup" and is_note_mark(text, tag.end)):
        return context._replace(read=False)
    if name in _FRAME and whole:
        return context._replace(chrome=context.chrome or name != "header" or not context.inside)
    return _shaped(name, context)


def is_note_mark(text: str, at: int) -> bool:
    """Whether a raised text that begins here is the mark of a note: "26,300<sup>2</sup>" is not 26,3002."""
    return _NOTE_MARK.match(text, at) is not None


def worded(tag: Tag) -> list[Attribute]:
    """The attributes of a tag that hold words in the place of a picture; nobody reads a `title`."""
    wanted = tag.name in ("img", "area")
    return [attribute for attribute in tag.attributes if wanted and attribute.name == "alt"]


def prose_of(attribute: Attribute, text: str, places: Places) -> Prose:
    """What an attribute says, with its places."""
    prose = Prose(places)
    for part in decoded(text, attribute.start, attribute.end, attribute=True):
        if part.verbatim:
            prose.verbatim(part.text, part.start)
        else:
            prose.instead(part.text, part.start, part.end)
    return prose


def _shaped(name: str, context: Context) -> Context:
    """The context with the shape of block that an element makes."""
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return context._replace(kind=BlockKind.HEADING, level=int(name[1]))
    if name in LISTS:
        return context._replace(depth=context.depth + 1)
    if name in _ITEMS:
        return context._replace(kind=BlockKind.LIST_ITEM, level=max(context.depth, 1))
    if name in _CELLS:
        return context._replace(kind=BlockKind.TABLE_CELL, level=0)
    if name == "blockquote":
        return context._replace(quoted=True)
    if name in ("article", "main"):
        return context._replace(inside=True)
    kind = {"figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION, "title": BlockKind.TITLE}.get(name)
    return context._replace(kind=kind, level=0) if kind else context


def _told(tag: Tag, text: str, context: Context, whole: bool) -> Context:
    """The context as an element's attributes change it."""
    for attribute in tag.attributes:
        if attribute.name == "role":
            if whole and value(text, attribute).strip().lower() in _FRAME_ROLES:
                context = context._replace(chrome=True)
        elif tag.name in ("html", "body"):
            continue
        elif _hides(attribute, text):
            context = context._replace(read=False)
        elif whole and _names_part(attribute, tag, text):
            context = _in_part(context, tag)
    return context


def _in_part(context: Context, tag: Tag) -> Context:
    return context if len(context.parts) >= _MOST_PARTS else context._replace(parts=(*context.parts, tag.start))


def _names_part(attribute: Attribute, tag: Tag, text: str) -> bool:
    return attribute.name in ("class", "id") and tag.name not in _HOLDERS and names_part(value(text, attribute))


def _hides(attribute: Attribute, text: str) -> bool:
    if attribute.name == "style":
        return _HIDING.search(text, attribute.start, attribute.end) is not None
    if attribute.name == "aria-hidden":
        return value(text, attribute).strip().lower() == "true"
    if attribute.name == "class":
        return names_control(value(text, attribute))
    return attribute.name == "hidden"
