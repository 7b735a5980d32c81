"""Markdown, parsed by markdown-it-py, with the places of everything inside a paragraph.

The parser says on which lines a block stands and nothing of where its parts do. Its loop over a paragraph is
small: ours is the same, and notes for each token from where to where the rule that made it has read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

CONTAINER = "any"  # what the plugin calls those between ":::"
_PLACE = "place"
_DEEPEST = 40  # blocks in blocks: what lies deeper is plain text
_DEEPEST_BRACKET = 12
_OPTIONS = {"maxNesting": _DEEPEST_BRACKET, "tasklists": True, "strikethrough_single_tilde": True}
_LONGEST_NAME = 1_000  # of a footnote, as of a link
_FORMULA = re.compile(  # not money
    r"(?<![\w$])\$(?=[^$\r\n]*[\\^_={}]|[A-Za-z]\$)[^\s\d$](?:[^$\r\n]{0,200}[^\s\\$])?\$(?![\w$])"
)


def parse(text: str) -> tuple[list[Token], list[list[Token]]]:
    """The blocks of a text, and what stands in its footnotes that are written within a paragraph, by number."""
    env: MutableMapping[str, Any] = {}
    tokens = _parser().parse(text, env)
    notes = env.get("footnotes", {}).get("list", {})
    return tokens, [notes[number].get("tokens", []) for number in range(len(notes))]


def place_of(token: Token) -> tuple[int, int]:
    """From where to where in its paragraph's content a token stands; both ends of a link have the whole link's."""
    start, end = token.meta[_PLACE]
    return start, end


@cache
def _parser() -> MarkdownIt:
    parser = _Parser(
        "commonmark", {"maxNesting": _DEEPEST_BRACKET, "tasklists": True, "strikethrough_single_tilde": True}
    )
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, move_to_end=False).use(deflist_plugin).use(admon_plugin)
    parser.use(container_plugin, CONTAINER, validate=lambda name, _: bool(name.strip()))
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_blank_lines=False)
    parser.inline.ruler.at("math_inline", _formula)
    parser.inline.ruler.at("footnote_ref", _footnote_mark)
    return parser.disable(["fragments_join", "text_join"])  # which join what has a place with what has another


class _Parser(MarkdownIt):
    """Leaves addresses as they are written: nobody follows them here."""

    def __init__(self, config: str, options: Mapping[str, Any]) -> None:
        super().__init__(config, options)
        self.block, self.inline = _Block(), _Inline()
        self.configure(config, options)

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


class _Block(ParserBlock):
    """Parses the blocks; what lies too deep is paragraphs, and nothing after it is lost."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """As the parser's own does."""
        rules = self.ruler.getRules("") if state.level < _DEEPEST else [paragraph]
        line = state.skipEmptyLines(startLine)
        while line < endLine and state.sCount[line] >= state.blkIndent:
            _ = any(rule(state, line, endLine, False) for rule in rules)  # the last reads anything
            line = state.skipEmptyLines(state.line)
        state.line = line


class _Inline(ParserInline):
    """Parses what stands in a paragraph, and gives each token its place."""

    def tokenize(self, state: StateInline) -> None:
        """As the parser's own does."""
        rules = self.ruler.getRules("") if state.level < _DEEPEST_BRACKET else []
        end, since = state.posMax, state.pos
        while state.pos < end:
            at, count, waiting = state.pos, len(state.tokens), bool(state.pending)
            if not waiting:
                since = at
            _step(state, rules)
            if len(state.tokens) > count:
                if waiting and state.tokens[count].type == "text":  # what was read before this step
                    _put(state.tokens[count], since)
                    count += 1
                _put_all(state.tokens[count:], at, state.pos)
        if state.pending:
            _put(state.pushPending(), since)


def _step(state: StateInline, rules: list[RuleFuncInlineType]) -> None:
    """Read what the first of the rules that can read it does, else one character."""
    for rule in rules:
        if rule(state, False):
            return
    state.append_pending(state.src[state.pos])
    state.pos += 1


def _put(token: Token, at: int) -> None:
    token.meta[_PLACE] = at, at + len(token.content)


def _put_all(tokens: list[Token], start: int, end: int) -> None:
    """Place what one step has read: a row of marks, or something with more in it that has its place already."""
    at = start + 1 if tokens and tokens[0].info == "auto" else start  # behind "<"
    for token in tokens:
        if _PLACE in token.meta:
            continue
        if token.type == "text":
            _put(token, at)
            at += len(token.content)
        else:
            token.meta[_PLACE] = start, end


def _formula(state: StateInline, silent: bool) -> bool:
    """Read a formula, as the plugin does, but no money ("from $5 to A$6")."""
    found = _FORMULA.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        state.push("math_inline", "math", 0)
    state.pos = found.end()
    return True


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """Read the mark of a footnote, as the plugin does, but without looking for its end through the whole text."""
    near = min(state.posMax, state.pos + _LONGEST_NAME)
    return state.src.find("]", state.pos, near) >= 0 and footnote_ref(state, silent)
