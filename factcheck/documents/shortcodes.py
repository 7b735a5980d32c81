"""What site generators put into Markdown that is neither prose nor Markdown: masked before it is parsed.

The masked text is as long as the source, so that no offset shifts.
"""

from __future__ import annotations

import re

from factcheck.documents.prose import MASK

_LINE = r"(?:\A|(?<=[\r\n]))"
# A mailing program's fields, which no site generator fills in: they stay, for the reader would see them.
_FIELD = r"""
    (?:(?:first|last|full|contact|donor|recipient|subscriber|member|sender|organi[sz]ation|company)_?(?:name|email|phone
    |address)|fname|lname|unsubscribe(?:_?(?:link|url))?)
"""
_NO_FIELD = rf"(?!\{{\{{[ ]?(?i:{_FIELD})[ ]?\}}\}})"
_TEMPLATES = r"""
    \{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}                 # {{< figure >}}, {{ site.title }}
  | \{%(?:[^{%]|\{(?!%)|%(?!\}))*%\}                     # {% include x %}
  | \{[:#.][^{}\r\n]*\}                                  # {: .note}, {#anchor}
"""
_MDX = rf"""
  | {_LINE}(?:import|export)\s(?:[^\r\n]+(?:\r\n|\r|\n|\Z))+  # up to the next blank line
  | \{{[^{{}}]*\}}                                            # an expression
"""
_MARKDOWN = re.compile(f"{_NO_FIELD} {_TEMPLATES}", re.VERBOSE)
_WITH_MDX = re.compile(f"{_TEMPLATES} {_MDX}", re.VERBOSE)
# Liquid, Jinja: what stands between these tags is code or a remark
_ENCLOSING = re.compile(r"\{%-?[ \t]*(?P<end>end)?(?P<name>highlight|comment)\b[^{}%]*%\}")
_SHOWN = re.compile(r"[^\r\n]")


def mask(source: str, *, mdx: bool = False) -> str:
    """The source with shortcodes, template tags and attribute lists masked, line breaks kept.

    Args:
        source: the text of a Markdown file.
        mdx: whether it is MDX, where braces hold code and import lines are no prose.
    """
    if not mdx and "{" not in source:
        return source
    pattern = _WITH_MDX if mdx else _MARKDOWN
    return pattern.sub(lambda found: _masked(found[0]), _without_enclosed(source))


def _masked(text: str) -> str:
    return _SHOWN.sub(MASK, text)


def _without_enclosed(source: str) -> str:
    tags = list(_ENCLOSING.finditer(source))
    last = {tag["name"]: tag.start() for tag in tags if tag["end"]}
    parts, at = [], 0
    opened: re.Match[str] | None = None
    for tag in tags:
        if opened is None and not tag["end"] and tag.start() < last.get(tag["name"], 0):
            opened = tag
        elif opened is not None and tag["end"] and tag["name"] == opened["name"]:
            parts += [source[at : opened.start()], _masked(source[opened.start() : tag.end()])]
            at, opened = tag.end(), None
    return "".join([*parts, source[at:]])
