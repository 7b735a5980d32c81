"""What site generators put into Markdown that is neither prose nor Markdown: masked before it is parsed.

The masked text is as long as the source, so that no offset shifts.
"""

from __future__ import annotations

import re

from factcheck.documents.prose import MASK

_LINE = r"(?:\A|(?<=[\r\n]))"
_TEMPLATES = r"""
    \{%-?\s*(?P<block>highlight|comment|raw|verbatim)\b  # Liquid, Jinja: what stands between is not read either
        (?:[^{%]|%(?!\}))*%\}(?:[^{]|\{(?!%-?\s*end(?P=block)))*\{%-?\s*end(?P=block)\s*-?%\}
  | \{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}                 # {{< figure >}}, {{ site.title }}
  | \{%(?:[^{%]|\{(?!%)|%(?!\}))*%\}                     # {% include x %}
  | \{[:#.][^{}\r\n]*\}                                  # {: .note}, {#anchor}
"""
_MATH = rf"""
  | {_LINE}[ \t>]*\$\$(?:[^$]|\$(?!\$))*\$\$[ \t]*(?=[\r\n]|\Z)
  | (?<![\\\w$])\$(?=[^$\r\n]*[\\^_={{}}]|[A-Za-z]\$)[^\s\d$](?:[^$\r\n]{{0,200}}[^\s\\$])?\$(?![\w$])  # not money
"""
_MDX = rf"""
  | {_LINE}(?:import|export)\s(?:[^\r\n]+(?:\r\n|\r|\n|\Z))+  # up to the next blank line
  | \{{[^{{}}]*\}}                                            # an expression
"""
_MARKDOWN = re.compile(_TEMPLATES + _MATH, re.VERBOSE)
_WITH_MDX = re.compile(_TEMPLATES + _MATH + _MDX, re.VERBOSE)
_SHOWN = re.compile(r"[^\r\n]")


def mask(source: str, *, mdx: bool = False) -> str:
    """The source with shortcodes, template tags, attribute lists and formulas masked, line breaks kept.

    Args:
        source: the text of a Markdown file.
        mdx: whether it is MDX, where braces hold code and import lines are no prose.
    """
    if "{" not in source and "$" not in source and not mdx:
        return source
    return (_WITH_MDX if mdx else _MARKDOWN).sub(lambda found: _SHOWN.sub(MASK, found[0]), source)
