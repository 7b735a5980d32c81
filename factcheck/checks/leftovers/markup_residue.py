"""markup-residue: tags, shortcodes, Markdown, wiki marks, scripts and spin syntax that a reader can see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, taken_out, verbatim
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Fix, Format

RULE = "markup-residue"

_TAGS = (
    r"(?:p|div|span|br|hr|strong|em|b|i|u|s|a|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|img|font|sup|sub"
    r"|blockquote|iframe|script|style"
    r"|o:p|figure|figcaption|section|article|center|small|marquee|noscript|button|input|form|label|video"
    r"|audio|source|ref|pre|code)"
)
_HTML = Pattern(
    rf"(?P<tag></?{_TAGS}(?:\s[^<>\n]{{0,300}})?\s*/?\s*>|<!--[^\n]{{0,200}}?-->|<!--\[if[^\]\n]{{0,40}}\]>"
    rf"|<!\[endif\](?:-->)?"
    rf"|</?{_TAGS}\s[^<>\n]{{0,300}}=\s*[\"'][^<>\n]{{0,200}}|(?<!\S)/?{_TAGS}>(?=\s|\Z)"
    r"|\b(?:class|style|href|target|rel|id|src|alt|aria-hidden|data-[\w-]+)=[\"“”][^\"“”\n]{0,200}[\"“”]"
    r"|<\?xml[^>\n]{0,100}|\bxmlns:\w+=)",
    re.IGNORECASE,
)
_CODES = (
    r"(?:caption|gallery|embed|audio|video|playlist|contact-form(?:-7)?|vc_\w+|et_pb_\w+|fusion_\w+"
    r"|elementor-template|mc4wp_form|gravityforms?"
    r"|ninja_forms?|wpforms|rev_slider|su_\w+|toc|dropcap|divider|button|ad_\d|widget|shortcode|youtube"
    r"|tweet_box|sc|layerslider|column|row"
    r"|read ?more|soundcloud|googlemaps|yt)"
)
_SHORTCODE = Pattern(
    rf"(?P<shortcode>\[/?{_CODES}(?:\s[^\]\n]{{0,200}}=[^\]\n]{{0,200}})?\](?!\()"
    rf"|\[/?{_CODES}\s[^\]\n]{{0,120}}=[^\]\n]{{0,120}}"
    r"|\[(?:su_\w+|vc_\w+|et_pb_\w+|fusion_\w+)\b[^\]\n]{0,200}\]?"
    r"|\{\{[<%][^\n]{0,200}?[%>]\}\}|\{%-?\s*\w+[^\n]{0,120}?%\}|\{%\s*include\b|<!--\s*/?(?:wp:|more"
    r"|nextpage)[^>\n]{0,200}-->"
    r"|\[\[\{\"(?:fid|type)\"[^\n]{0,200}|\{(?:loadposition|loadmodule|jcomments|module|mosimage)\b[^}\n]{0,60}\}?"
    r"|\[(?:node|site|current-user):[\w:-]{1,60}\]|(?:\A|(?<=\s)):::\s?(?:note|tip|warning|info|caution"
    r"|writing)\b|\{: ?\.[\w-]+ ?\}|\[ad_\d\])"
)
_MARKDOWN = Pattern(
    r"(?P<markdown>\*\*(?=\S)[^*\n]{1,160}?\S\*\*|!\[[^\]\n]{0,120}\]\([^)\s]{0,200}\)"
    r"|\[[^\]\n]{1,120}\]\((?:https?://|/|#|mailto:|url\b|link\b)[^)\s]{0,300}\)|```\w*"
    r"|(?<!\w)`[\w./ -]{1,40}`(?!\w)"
    r"|\|?(?:\s?:?-{3,}:?\s?\|){1,20}(?:\s?:?-{3,}:?)?|\[\^\d{1,3}\]:?|(?<![\w~])~~(?=\S)[^~\n]{1,80}~~"
    r"|==(?=\S)[^=\n]{1,80}\S==|\\[*_#]|(?<=[.>\s])#{2,6}\s+(?=[A-Z])"
    r"|(?<![\w_])__(?=\w)[^_\n]{1,80}\w__(?![\w_]))"
)
_MARKDOWN_LINE = re.compile(
    r"(?P<markdown>#{1,6}\s+(?=\S)|(?:\*\*|##+|```\w*|~~|__|\\[*_]|>)\Z|- \[[ xX]\]\s|>\s(?=[A-Z“\"])|(?:-"
    r"|\d+\.)\s\*\*|(?:-{3}|\*{3})\s*(?=\Z))"
)
_WIKI = Pattern(
    r"(?P<wiki>\[(?:edit(?: ?\| ?edit source)?|edit source|citation needed|clarification needed|when\?"
    r"|who\?|by whom\?|which\?|where\?"
    r"|dead link|permanent dead link|verification needed|original research\??|not in citation given"
    r"|failed verification|page needed)\]"
    r"|\{\{\s*(?:citation needed|cite \w+|reflist|main|infobox|short description"
    r"|use \w+ dates)\b[^}\n]{0,200}(?:\}\})?"
    r"|\[\[(?:file|image|category):[^\]\n]{0,200}(?:\]\])?|\[\[[^\]\n|]{1,80}\|[^\]\n]{1,80}\]\]|\|thumb\|"
    r"|(?<!')'{3}(?!')[^'\n]{2,80}'{3}|\A'{3,}\Z"
    r"|\A={2,4}[^=\n]{2,80}={2,4}\Z|</?ref(?:\s[^>\n]{0,100})?/?>|\bjump to navigation\s*jump to search\b"
    r"|\A\(redirected from\b[^)\n]{0,80}\)?"
    r"|\Afrom wikipedia, the free encyclopedia\b"
    r"|\Athis article needs additional citations for verification\b|\Afor other uses, see\b"
    r"|\Aretrieved from \"https?://[^\n]{0,120}|\Amain article: [^.\n]{2,60}\Z|(?<!\w)\^ ?a b(?: c)?\b"
    r"|\Atop contributors -|\Aoriginal editor -)",
    re.IGNORECASE,
)
_SCRIPT = Pattern(
    r"(?P<script>\(function\s*\([^)\n]{0,60}\)\s*\{|\bwindow\.dataLayer\b[^\n]{0,60}"
    r"|\bvar\s+\w+\s*=\s*[^;\n]{1,80};|\bvar _gaq\b"
    r"|\b(?:let|const)\s+\w+\s*=\s*[^;\n]{1,80};|\bfunction\s+\w*\s*\([^)\n]{0,60}\)\s*\{"
    r"|\bdocument\.write\(|\bjQuery\(|\bgtag\(|\bgoogletag\.cmd\b"
    r"|\(adsbygoogle\s*=[^\n]{0,80}|\bdiv-gpt-ad\b|\beval\(base64_decode\(?|\bString\.fromCharCode\("
    r"|\bsourceMappingURL\b"
    r"|\bstyle\.display\s*=\s*'none'"
    r"|/\*\s*(?:font|style) definitions\s*\*/|\bmso-[\w-]+\s*:|\bNormal\s+0\s+(?:false\s+){2,3}"
    r"|\bMicrosoftInternetExplorer\d\b|\bpanose-1:"
    r"|\"?@(?:context|type|id)\"\s*:|\{\"@context\"|\{\"id\":|@media\s*\([^)\n]{1,60}\)|\bSt1:\*\{behavior"
    r"|\bv\\:\* ?\{behavior"
    r"|(?:\A|(?<=\s))[.#][a-z][\w-]+(?:\s[.#\w>: -]{0,60})?\s*\{|(?<!\w)\.elementor-[\w-]*"
    r"|(?<!\w)#block-[\w-]*|--[a-z]+-[\w-]+\s*:|!important;?"
    r"|\b(?:display|visibility|position|text-indent|font-size|color|opacity|overflow|height|width"
    r"|margin(?:-\w+)?|padding(?:-\w+)?|font-family|font-weight"
    r"|line-height|text-align|z-index|clip|background(?:-color)?)\s*:\s?(?:[^;:.\n{}]{1,60};|none\b"
    r"|hidden\b|absolute\b|transparent\b|#[0-9a-f]{3,6}\b|-?\d+(?:px|em|pt)?\b(?=\s*[;\"'}]|\Z)"
    r"|rect\([^)\n]{1,40}\)|\"times new roman\"|-\d{3,5}px))",
    re.IGNORECASE,
)
_SPIN = Pattern(
    r"(?P<spin>\{[^{}|\n]{0,80}(?:\|[^{}|\n]{0,80}){1,20}\}|\[/?spin(?:tax)?\]|%spinfile-?\w*|\{\|[a-z]+)",
    re.IGNORECASE,
)
_TOOLTIP = Pattern(
    r"(?P<tooltip>(?<=\w- )\[[A-Z]\w+[^\]:\n]{0,30}:\s[^\]\n]{10,300}\]?|\[(?:definition|glossary|tooltip"
    r"|image description)\b[^\]\n]{0,200}\]|\bclick for definition\b|ⓘ)",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?P<mark>\*\*|__|~~|==+|'{3}|`)\s*(?P<words>[^\n]*?\w[^\n]*?)\s*(?P=mark)")
_WORDS = re.compile(r"\w\W+\w")
_SIGNS = "<>=\"{}[]|*`#~_\\'^:!@/("
_MARKED = (Format.MARKDOWN,)


def markup_residue(page: Page) -> Iterator[Finding]:
    """Marks of every kind; Markdown's own only where the source is not Markdown."""
    yield from findings(page, RULE, _found(page), mend=_mend)


def _mend(page: Page, one: Found) -> Fix | None:
    """Marks go, the words between them stay; where a mark holds an address, an editor makes the link."""
    span, wrapped = one.block.place(one.start, one.end), _WRAPPED.fullmatch(one.text)
    if wrapped and verbatim(page, one):
        return cut(page.document, span, wrapped["words"], "Cut the marks")
    return None if one.case in ("markdown", "wiki", "script") and _WORDS.search(one.text) else taken_out(page, one)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    yield from patterned(page, _HTML)
    yield from patterned(page, _SHORTCODE)
    yield from patterned(page, _WIKI)
    yield from patterned(page, _SCRIPT)
    yield from patterned(page, _SPIN)
    yield from patterned(page, _TOOLTIP)
    if page.document.format not in _MARKED:
        yield from patterned(page, _MARKDOWN)
        for line in page.lines:
            match = _MARKDOWN_LINE.match(line.text)
            if match and not (line.text.strip("-*_ ") == "" and len(line.text) != 3):
                yield Found(line.block, line.start, line.start + max(match.end(), 1), "markdown")
