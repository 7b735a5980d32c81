"""HTML: the article in a page, or a fragment of one.

A page's frame (navigation, header, footer, asides) is read too, but marked as chrome: nothing is flagged there,
though a hotline in the footer counts as given. Script, style, code and what is hidden are no prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.documents.front_matter import language_of, read_front_matter
from factcheck.documents.html_elements import BLOCKS, ENDS, VOID, Context, context_of, prose_of, worded
from factcheck.documents.html_tokens import Attribute, Remark, Tag, Text, decoded, tokens, value
from factcheck.documents.outline import Outline, settled
from factcheck.documents.places import Places
from factcheck.documents.prose import MASK, Prose
from factcheck.documents.tables import Table
from factcheck.documents.templates import mask_html, unmasked
from factcheck.model import Block, BlockKind, Comment, Document, Format

_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")  # other than a single blank
_NO_ARTICLE = (
    "No article was found in this page, only lists, menus or short texts: nothing was checked but help lines."
)
_DEEPEST = 200  # open elements; deeper ones lie side by side, as in browsers (Blink: 512)
_WIDEST = 100  # columns that a cell spans at most


class _Open(NamedTuple):
    name: str
    context: Context


class _Link(NamedTuple):
    """An open link: its address, its tag's offset, and where its words begin in the prose."""

    url: str
    start: int
    since: int


def read(source: str, path: str) -> Document:
    """The document of a page, or of a part of one as content systems keep them."""
    matter = read_front_matter(source, path)
    text = mask_html(" " * matter.end + source[matter.end :])
    outline = Outline()
    if matter.title is not None:
        outline.add(matter.title[0], BlockKind.TITLE, matter.title[1])
    page = Page(text, outline)
    page.read()
    blocks, warnings = _settled(page, text) if page.whole else (page.outline.blocks, ())
    return Document(
        path,
        Format.HTML,
        source,
        tuple(blocks),
        tuple(unmasked(comment, source) for comment in page.comments),
        matter.data,
        (matter.warning, *warnings) if matter.warning else warnings,
        page.language or language_of(matter.data),
    )


def _settled(page: Page, text: str) -> tuple[Iterable[Block], tuple[str, ...]]:
    """The blocks of a whole page, the article told from what is around it."""
    from factcheck.documents.main_content import Seen, around  # takes a while, and drafts have no page around them

    blocks = page.outline.blocks
    contexts = [*[Context()] * (len(blocks) - len(page.contexts)), *page.contexts]
    seen = [Seen(block, context.parts, context.inside) for block, context in zip(blocks, contexts, strict=True)]
    found = around(text, seen)
    if found is None:
        return settled(blocks, range(len(blocks))), (_NO_ARTICLE,)
    return settled(blocks, found), ()


class Page:
    """Reads HTML into an outline.

    Args:
        text: the HTML.
        outline: takes the blocks; a new one where not given.
        places: maps the text's offsets to the source, where it is not the source itself.
        context: what the text around makes of it (a Markdown list item, say).

    Attributes:
        comments: those met, in order.
        language: what the page declares.
        whole: it is a whole page, with a frame around its article.
        contexts: that of each block it has read.
    """

    def __init__(
        self,
        text: str,
        outline: Outline | None = None,
        places: Places | None = None,
        context: Context | None = None,
    ) -> None:
        self.outline = outline or Outline()
        self.comments: list[Comment] = []
        self.language = ""
        self._text = text
        self._places = places or Places.from_start()
        self._open = [_Open("", context or Context())]
        self._names: Counter[str] = Counter()
        self._tables: list[Table] = []
        self.whole = False
        self.contexts: list[Context] = []
        self._xml = text.lstrip()[:5] == "<?xml"
        self._attributes: list[tuple[Attribute, Context]] = []
        self._link: _Link | None = None
        self._renew(0)

    def _renew(self, since: int) -> None:
        self._prose = Prose(self._places)
        self._since = since
        self._first: Context | None = None  # that of the block's first words
        self._breaks = 0

    def read(self) -> None:
        """Read it all; what is still open at the end is closed."""
        for token in tokens(self._text, xml=self._xml):
            if isinstance(token, Text):
                self._words(token)
            elif isinstance(token, Remark):
                self._remark(token)
            elif token.closing:
                self._end_tag(token)
            else:
                self._start_tag(token)
        self._flush(len(self._text))

    # text

    def _words(self, token: Text) -> None:
        context = self._open[-1].context
        if not context.read:
            return
        for part in decoded(self._text, token.start, token.end):
            if part.verbatim:
                self._collapsed(part.text, part.start)
            else:
                self._prose.instead(part.text, part.start, part.end)
        if self._first is None and self._prose.length:
            self._first = context

    def _collapsed(self, text: str, start: int) -> None:
        """Add text, each stretch of white space as one blank."""
        at = 0
        for blank in _BLANKS.finditer(text):
            self._add(text[at : blank.start()], start + at)
            at = blank.end()
            self._prose.blank(start + blank.start(), start + at)
        self._add(text[at:], start + at)

    def _add(self, text: str, start: int) -> None:
        if text[:1] == " " and self._prose.ends_in_space:
            text, start = text[1:], start + 1
        if text:
            self._breaks = 0
            self._prose.verbatim(text, start)

    def _remark(self, token: Remark) -> None:
        if self._text.startswith("<!--", token.start):
            inner = self._text[slice(*token.inner)]
            self.comments.append(Comment(inner, self._places.span(token.start, token.end)))

    # tags

    def _start_tag(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self._flush(tag.start)
            self._close_implied(tag.name)
        if tag.name in ("html", "body", "main", "article"):
            self.whole = self.whole or tag.name in ("html", "body")
            self.language = self.language or self._said(tag, "lang") or self._said(tag, "xml:lang")
        context = context_of(tag, self._text, self._open[-1].context, whole=self.whole)
        if context.read and tag.attributes:  # their texts follow the block around them
            self._attributes += [(attribute, context) for attribute in worded(tag)]
        self._inline_tag(tag, context)
        if self._tables or tag.name == "table":
            self._tabulate(tag)
        if tag.name not in VOID and not (self._xml and tag.empty):
            self._push(tag.name, context)

    def _inline_tag(self, tag: Tag, context: Context) -> None:
        if tag.name == "a":
            self._open_link(tag)
        elif tag.name == "br":
            self._break(tag)
        elif tag.name == "sup" and self._open[-1].context.read and not context.read:
            self._prose.note("", tag.start, tag.end)

    def _said(self, tag: Tag, name: str) -> str:
        """What an attribute of a tag says, nothing where it has none of that name."""
        found = next((attribute for attribute in tag.attributes if attribute.name == name), None)
        return value(self._text, found).replace(MASK, "").strip() if found else ""

    def _push(self, name: str, context: Context) -> None:
        if len(self._open) > _DEEPEST:
            self._pop()
        self._open.append(_Open(name, context))
        self._names[name] += 1

    def _pop(self) -> None:
        name = self._open.pop().name
        self._names[name] -= 1
        if name == "table" and self._tables:
            self._tables.pop()

    def _end_tag(self, tag: Tag) -> None:
        if tag.name == "a":
            self._close_link(tag.end)
        if tag.name in BLOCKS:
            self._flush(tag.end)
        if self._names[tag.name]:
            while self._open[-1].name != tag.name:
                self._pop()
            self._pop()

    def _close_implied(self, name: str) -> None:
        """Close what the start of a block closes without saying so."""
        if self._names["p"]:
            self._close(frozenset(("p",)), BLOCKS)
        if name in ENDS:
            self._close(*ENDS[name])

    def _close(self, names: frozenset[str], bounds: frozenset[str]) -> None:
        """Close the innermost open element of these names, unless a bounding one stands between."""
        if not any(self._names[name] for name in names):
            return
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name in names:
                while len(self._open) > depth:
                    self._pop()
                return
            if name in bounds:
                return

    def _tabulate(self, tag: Tag) -> None:
        if tag.name == "table":
            self._tables.append(Table())
        elif tag.name == "tr":
            self._tables[-1].next_row()
        elif tag.name in ("td", "th"):
            table, span = self._tables[-1], self._said(tag, "colspan")
            top = table.top or self._names["thead"] > 0
            table.next_cell(
                heading=tag.name == "th" and top and self._said(tag, "scope").lower() != "row",
                width=min(int(span), _WIDEST) if span.isdecimal() and len(span) < 5 else 1,
            )

    def _break(self, tag: Tag) -> None:
        """One line break is a blank; two end the paragraph, as old pages do it."""
        self._breaks += 1
        if self._breaks > 1:
            self._flush(tag.end)
        elif self._open[-1].context.read:
            self._prose.blank(tag.start, tag.end)

    # links

    def _open_link(self, tag: Tag) -> None:
        self._close_link(tag.start)
        url = self._said(tag, "href")
        if url:
            self._link = _Link(url, tag.start, self._prose.length)

    def _close_link(self, end: int) -> None:
        if self._link is not None:
            self._prose.link(self._link.since, self._link.url, self._link.start, end)
            self._link = None

    # blocks

    def _flush(self, end: int) -> None:
        """Complete the block that ends here, and begin the next."""
        if self._prose.length:
            self._complete(end)
        if self._attributes:
            self._add_attributes()
        self._renew(end)

    def _complete(self, end: int) -> None:
        link = self._link
        self._close_link(end)
        if link is not None:  # goes on in the next block
            self._link = link._replace(since=0)
        context = self._first or self._open[-1].context
        table = self._tables[-1] if self._tables else None
        block = self.outline.add(
            self._prose,
            context.kind,
            self._places.span(self._since, end),
            level=context.level,
            labels=table.labels if table and context.kind is BlockKind.TABLE_CELL else (),
            chrome=context.chrome,
            quoted=context.quoted,
        )
        if block is not None:
            self.contexts.append(context)
        if block is not None and table is not None:
            table.take(block)

    def _add_attributes(self) -> None:
        for attribute, context in self._attributes:
            prose = prose_of(attribute, self._text, self._places)
            span = self._places.span(attribute.start, attribute.end)
            if self.outline.add(prose, BlockKind.ATTRIBUTE, span, chrome=context.chrome, quoted=context.quoted):
                self.contexts.append(context)
        self._attributes.clear()
