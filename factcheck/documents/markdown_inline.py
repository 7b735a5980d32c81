"""The inline parser of markdown-it, taught to note where each token stands.

markdown-it gives the lines of blocks and nothing for what stands in them. Its parser state, though, knows at
every moment how far it has read: this one writes that down, in the `map` that inline tokens leave unused. Tokens
follow each other without a gap, so that a token ends where the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

NESTING = 100  # blocks within blocks; the parser skips what is deeper
_INLINE_NESTING = 20  # brackets within brackets, as the CommonMark preset has it: time grows with it
_IMAGES = 4  # images within the description of an image
# where a rule may apply; the parser's own set has more, and stops at every hyphen and colon
_STOPS = re.compile(r"[\n&*<\[\]\\_`~]|!(?=\[)|\^(?=\[)")


def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough and footnotes, whose inline tokens know their place."""
    markdown = _Markdown("commonmark", {"maxNesting": NESTING})
    markdown.inline = _Inline()
    markdown.configure("commonmark", {"maxNesting": NESTING})
    footnote_plugin(markdown, move_to_end=False)
    markdown.enable(["table", "strikethrough"])
    # both glue neighbouring texts together, whose places then are lost
    markdown.disable(["fragments_join", "text_join"])
    return markdown


def place(token: Token) -> int:
    """Where an inline token begins, in the text its block was given to parse."""
    return token.map[0] if token.map else 0


class _Markdown(MarkdownIt):
    """Takes addresses as they are written: this is no renderer, nothing is made clickable."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


class _Inline(ParserInline):
    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _STOPS

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        depth = env.get("depth", 0)
        if depth > _IMAGES:  # each level is parsed anew within the one above
            return tokens
        env["depth"] = depth + 1
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        env["depth"] = depth
        state.tokens.sort(key=place)  # strikethrough moves single tildes
        return state.tokens


class _State(StateInline):
    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.level = NESTING - _INLINE_NESTING
        self._since = 0  # where the pending text begins
        self._idle = True  # nothing is pending

    def append_pending(self, text: str) -> None:
        if self._idle:
            self._since, self._idle = self.pos, False
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.map = [self._since]
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self._idle = True
        at = self.pos
        if ttype == "text" and len(self.tokens) > 1:  # one of a row of emphasis marks
            last = self.tokens[-2]
            at = max(at, place(last) + len(last.content))
        token.map = [at]
        return token
