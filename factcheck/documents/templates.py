"""What site generators put into Markdown and HTML that is neither: masked before it is parsed.

Liquid, Jinja, Nunjucks, Twig, Go, Handlebars and Mustache, ERB, EJS and PHP, shortcodes, attribute lists, and what
JSX puts into MDX. The masked text is as long as the source, so that no offset shifts. What stands in a tag between
its attributes is made one, so that it stays a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.documents.prose import MASK
from factcheck.model import Comment

_LINE = r"(?:\A|(?<=[\r\n]))"
# A mailing program's fields, which no site generator fills in: they stay, for the reader would see them.
_FIELD = r"""
    (?:(?:first|last|full|contact|donor|recipient|subscriber|member|sender|organi[sz]ation|company)_?(?:name|email|phone
    |address)|fname|lname|unsubscribe(?:_?(?:link|url))?)
"""
_NO_FIELD = rf"(?!\{{\{{[ ]?(?i:{_FIELD})[ ]?\}}\}})"
_EXPRESSIONS = r"""
    \{\{\{[^{}]*\}\}\}                                   # {{{ body }}}
  | \{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}                 # {{< figure >}}, {{ site.title }}
  | \{%(?:[^{%]|\{(?!%)|%(?!\}))*%\}                     # {% include x %}
"""
_LISTS = r"""
  | \{[:#.][^{}\r\n]*\}                                  # {: .note}, {#anchor}
  | \{\#(?:[^{#]|\#(?!\})|\{(?!\#))*\#\}                 # {# a remark #}
"""
_PROGRAMS = r"""
  | <%(?:[^<%]|<(?!%)|%(?!>))*%>                         # <%= title %>
  | <\?(?:php\b|=)(?:[^<?]|<(?!\?)|\?(?!>))*\?>          # <?= $title ?>
"""
_MODULES = rf"| {_LINE}(?:import|export)\s(?:[^\r\n]+(?:\r\n|\r|\n|\Z))+"  # up to the next blank line
_MARKDOWN = re.compile(f"{_NO_FIELD} (?:{_EXPRESSIONS}) {_LISTS}", re.VERBOSE)
_HTML = re.compile(f"{_NO_FIELD} (?:{_EXPRESSIONS}) {_PROGRAMS}", re.VERBOSE)
_MDX = re.compile(f"{_EXPRESSIONS} {_LISTS} {_MODULES}", re.VERBOSE)
_FENCED = rf"{_LINE}[ ]{{0,3}}(?P<fence>```+|~~~+)[\s\S]*?(?:{_LINE}[ ]{{0,3}}(?P=fence)|\Z)"
_BRACES = re.compile(rf"(?P<code>{_FENCED}|`[^`\r\n]*`)|[{{}}]")  # of JSX, outside of code
_TAG = re.compile(r"<[A-Za-z][^<>]*+>")
_IN_TAG = re.compile(rf"\"[^\"]*+\"?|'[^']*+'?|=[{MASK}]++|(?P<bare>[{MASK}]++)")
# Liquid, Jinja: what stands between these tags is code or a remark
_ENCLOSING = re.compile(r"\{%-?[ \t]*(?P<end>end)?(?P<name>highlight|comment)\b[^{}%]*%\}")
_SHOWN = re.compile(r"[^\r\n]")


def mask(source: str, *, mdx: bool = False) -> str:
    """The text of a Markdown file without what its generator fills in, line breaks kept.

    Args:
        source: the text.
        mdx: whether it is MDX, where braces hold code and import lines are no prose.
    """
    if mdx:
        return _tags_kept(_without_braces(_masked(_MDX, _without_enclosed(source))))
    return _tags_kept(_masked(_MARKDOWN, _without_enclosed(source))) if "{" in source else source


def mask_html(source: str) -> str:
    """The text of an HTML file without what its generator fills in, line breaks kept."""
    if "{{" not in source and "{%" not in source and "<%" not in source and "<?" not in source:
        return source
    return _tags_kept(_masked(_HTML, _without_enclosed(source)))


def unmasked(comment: Comment, source: str) -> Comment:
    """A comment of a masked text with what is written in it."""
    if MASK not in comment.text:
        return comment
    return Comment(source[slice(*comment.span)].removeprefix("<!--").removesuffix("-->"), comment.span)


def _masked(pattern: re.Pattern[str], source: str) -> str:
    return pattern.sub(lambda found: _hidden(found[0]), source)


def _hidden(text: str) -> str:
    return _SHOWN.sub(MASK, text)


def _tags_kept(text: str) -> str:
    """A masked text in whose tags an attribute stands where a mask would."""
    return _TAG.sub(_kept, text) if MASK in text else text


def _kept(tag: re.Match[str]) -> str:
    if MASK not in tag[0]:
        return tag[0]
    return _IN_TAG.sub(lambda found: f" {'x' * (len(found[0]) - 1)}" if found["bare"] else found[0], tag[0])


def _without_enclosed(source: str) -> str:
    tags = list(_ENCLOSING.finditer(source))
    last = {tag["name"]: tag.start() for tag in tags if tag["end"]}
    parts, at = [], 0
    opened: re.Match[str] | None = None
    for tag in tags:
        if opened is None and not tag["end"] and tag.start() < last.get(tag["name"], 0):
            opened = tag
        elif opened is not None and tag["end"] and tag["name"] == opened["name"]:
            parts += [source[at : opened.start()], _hidden(source[opened.start() : tag.end()])]
            at, opened = tag.end(), None
    return "".join([*parts, source[at:]])


def _without_braces(source: str) -> str:
    """MDX without its expressions, `{a.map((b) => ({c: b}))}`."""
    parts, at = [], 0
    for start, end in _outermost(source):
        parts += [source[at:start], _hidden(source[start:end])]
        at = end
    return "".join([*parts, source[at:]])


def _outermost(source: str) -> Iterator[tuple[int, int]]:
    """The stretches from a brace to the one that closes it, without those inside others."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for found in _BRACES.finditer(source):
        if found["code"] is not None:
            continue
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, found.end()))
    yield from pairs
