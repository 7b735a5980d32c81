"""chatbot-residue: what a chat assistant says to the person who asked, and its machine tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, quoted
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.model import Link, Span

RULE = "chatbot-residue"

_TOKEN = Pattern(
    r"(?P<token>:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[?oaicite:\d+\]?|\boai_?cit(?:e"
    r"|ation)\b[:\d‡]*"
    r"|[\ue200-\ue206]?(?:file|)cite[\ue200-\ue206]?turn\d+[\w\ue200-\ue206]*|【?\bturn\d+(?:search|news"
    r"|view|fetch|image|file|forecast"
    r"|product|academia|reddit|youtube)\d+\b】?|[\ue200-\ue206]"
    r"|\[(?:attached_file|web|cite|citation|oaicite)\s*:\s*[\d,\s]+\]|\[\^\d+\^\]"
    r"|【\d+(?::\d+)?†[^】\n]{0,60}】|\[(?:cite_start|cite_end|span_\d+)\](?:\((?:start|end)_span\))?"
    r"|\bgrok_(?:card|render\w*)\b|sandbox:/mnt/data/\S*|blob:https://chatgpt\.com\S*|\bppl-ai-file-upload\S*"
    r"|\battributableIndex\b|\bINLINE_CITATION\b|\bnavlist\b(?=\s*turn)|entity\[\"\w+\"[^\]\n]{0,80}\]?"
    r"|\bcontentReference\b|\bfilecite\b|†source\b|\battached_file:\d+"
    r"|:::\s?writing\b)"
)
_CHIP = Pattern(
    r"(?P<chip>(?<=[.!?\w] )(?:[A-Z][A-Za-z.&]{2,30})\+\d{1,2}(?=\s*(?:$|[A-Z]))"
    r"|(?<=[.!?])[A-Z][A-Za-z.]{2,30}\+\d{1,2}(?=\s*(?:$|[A-Z]))"
    r"|\A[A-Z][A-Za-z.]{2,30}\+\d{1,2}\Z"
    r"|(?<![\w./@-])(?:[a-z0-9-]+\.){1,3}(?:gov|org|com|edu|net|int)(?:\s+(?:[a-z0-9-]+\.){1,3}(?:gov|org"
    r"|com|edu|net|int)){1,6}"
    r"(?=[A-Z]|\s*\Z))"
)
_START = r"(?:(?<=\A)|(?<=[.!?:]\s)|(?<=[.!?:]))"
_OPENER = r"(?:certainly|sure(?: thing)?|of course|absolutely|great|definitely|no problem)"
_KIND = (
    r"(?:version|draft|rewrite|rewritten|revised|blog post|article|essay|summary|outline|introduction"
    r"|paragraph|post|text"
    r"|response|list|overview|piece|title|suggestions?|content)"
)
_WRITTEN = r"(?:version|draft|rewrite|blog post|article|essay|outline|introduction|paragraph|post|piece|title)"
_TALK = Pattern(
    rf"{_START}(?P<talk>{_OPENER}[!,.]\s+(?:here(?:['’]s| is| are)(?! my\b)|below (?:is|are)|i(?:['’](?:d"
    rf"|ll|ve)| would| can| will)\s"
    rf"(?:be (?:happy|glad)|help|write|create|provide|draft|rewrite))[^\n]{{0,80}}"
    rf"|here(?:['’]s| is) (?:a|an|the|your)\b[^.\n:(]{{0,30}}\b{_WRITTEN}\b[^.\n:]{{0,60}}:"
    rf"|here(?:['’]s| is) (?:a|an|the|your) (?:more |polished|revised|rewritten|updated|improved|refined"
    rf"|shorter|longer|human)[^.\n]{{0,60}}"
    rf"\b{_KIND}\b[^.\n]{{0,40}}"
    rf"|here are (?:some|a few|\w+) (?:suggested )?(?:titles|headlines|versions)\b[^.\n]{{0,60}}"
    rf"|below is (?:a|an|the) (?:revised|rewritten|polished|updated|draft)\b[^.\n]{{0,80}}"
    r"|i hope (?:this|that) helps(?=\s*(?:[.!]|\Z))[.!]?"
    r"|i hope this (?:message|email|e-mail) finds you well[.!]?"
    r"|let me know if (?:you(?:['’]d| would) like|you (?:need|want)|there(?:['’]s| is)|you have)\s(?:me\b"
    r"|any\b|further\b|more\b|help\b|changes"
    r"|adjust|a (?:shorter|longer|different)|additional|anything|to (?:adjust|add|change"
    r"|expand))[^\n.!?]{0,100}[.!?]?"
    r"|would you like (?:me to|a (?:shorter|longer|different|more)\b[^\n.?]{0,40}\bversion)[^\n.?]{0,100}\?"
    r"|is there anything else (?:i can|you(?:['’]d| would) like)[^\n.?]{0,60}\?"
    r"|(?:please )?feel free to (?:customi[sz]e|adjust|modify|edit|tweak|adapt) (?:it|this|the (?:text"
    r"|content|article|draft)|as|any)"
    r"[^\n.!]{0,80}[.!]?"
    r"|if you (?:need|have) (?:any )?(?:further|more|additional) (?:assistance|questions|help|changes"
    r"|edits)[^\n.!]{0,30}feel free to ask"
    r"[^\n.!]{0,30}[.!]?"
    r"|please provide (?:me with )?(?:the|more) [^.\n]{0,60}so (?:that )?i can[^\n.]{0,80}[.]?"
    r"|you(?:['’]re| are) absolutely right[!.]|good catch[!.]"
    r"|i(?:['’]ve| have) (?:rewritten|revised|kept the tone|polished|updated the (?:text|article|draft)"
    r"|made the (?:text|article))[^\n.]{0,80}[.]?"
    rf"|this (?:revised|rewritten|updated) {_KIND} (?:keeps|aims|maintains|retains|is)[^\n.]{{0,80}}[.]?"
    r"|note: (?:please )?replace the bracketed[^\n.]{0,60}[.]?"
    r"|\(?word count:? ~?\d[\d,]*(?: words)?\)?(?=\s*(?:\Z|[.]))"
    r"|thought for \d+ (?:seconds?|minutes?|s\b)|searched \d+ sites?"
    r"|\[end of (?:article|post|response|text)\])",
    re.IGNORECASE,
)
_MODEL = (
    r"(?:an? (?:(?:large )?(?:ai|artificial intelligence)(?: language)?(?: model| assistant| chatbot)?"
    r"|large language model"
    r"|language model))"
)
_CANNOT = r"(?:can(?:['’]?t| ?not)|am unable to|['’]m unable to|won(?:['’]?t))"
_DISCLAIMER = Pattern(
    rf"(?P<disclaimer>\bas {_MODEL}, (?:i|my)\b[^\n.]{{0,120}}[.]?|(?<=\A)as {_MODEL}\b[^\n.]{{0,120}}[.]?"
    rf"|\bi(?:['’]m| am)(?: just| only)? {_MODEL}(?=\s*(?:[,.]|\Z|and\b|so\b))[^\n.]{{0,80}}[.]?"
    rf"|\bi(?:['’]m| am) sorry,? but (?:as {_MODEL}|i {_CANNOT} (?:assist|help with|fulfil+|provide|comply"
    rf"|generate|create|continue|write))"
    r"\b[^\n.]{0,80}[.]?"
    rf"|{_START}i {_CANNOT} (?:fulfil+ (?:this|that|your) request|assist with (?:this|that)"
    rf"|help with (?:this|that) request"
    r"|comply with (?:this|that) request|browse the (?:internet|web)|generate (?:this|that|content)"
    r"|access (?:the internet|real-time|external))[^\n.]{0,60}[.]?"
    rf"|\bi {_CANNOT} (?:fulfil+ (?:this|that|your) request|browse the internet)\b"
    r"|\b(?:as of|up to) my (?:last|latest|most recent|current)? ?(?:knowledge"
    r"|training)? ?(?:data )?(?:update|cut-?off)\b(?: in \w+ \d{4})?,?"
    r"|\bmy (?:training data|knowledge cut-?off|last training update)\b"
    r"|\bi (?:do not|don['’]t) have (?:access to )?real[- ]time (?:data|information|access)\b"
    r"|\bi (?:do not|don['’]t) have personal (?:opinions|experiences|beliefs)\b"
    r"|\b(?:in|from) the provided (?:search results|sources|context|text|documents?)\b"
    r"|\bnot widely documented in (?:readily )?available sources\b"
    r"|\bwhile specific details (?:are|about [^.\n]{1,60} are) (?:limited|not (?:widely|publicly))\b"
    r"|\bit is against my programming\b|\bviolates? openai['’]?s?\b|\bmay violate our content policy\b"
    r"|\bi strive to remain neutral\b|\bthe (?:content|text) you provided\b|\bthe user has asked\b"
    r"|\b(?:this )?(?:article|text|content|post) was (?:generated|written|created) (?:by|with"
    r"|using) (?:an? )?(?:ai|chatgpt|artificial intelligence)"
    r"(?= *(?:[.,]|\Z)))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:utm_source=(?:chatgpt\.com|openai|copilot(?:\.com)?|perplexity(?:\.ai)?|gemini|claude(?:\.ai)?)"
    r"|referrer=grok\.com)"
)


def chatbot_residue(page: Page) -> Iterator[Finding]:
    """Talk, disclaimers and tokens in the text, and addresses that a chatbot handed out."""
    yield from findings(page, RULE, _found(page), lambda one: one.case in ("talk", "disclaimer") and quoted(one))
    for block in page.blocks:
        for link in block.links:
            if "=" in link.url:
                yield from _address(page, link)


def _address(page: Page, link: Link) -> Iterator[Finding]:
    """The parameter with which a chatbot signs the addresses it hands out."""
    if _ADDRESS.search(link.url):
        match = _ADDRESS.search(page.document.source, link.span.start, link.span.end)
        span = Span(*match.span()) if match else link.span
        yield Finding(RULE, span, case="address", values={"text": link.url})


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    yield from patterned(page, _TOKEN)
    yield from patterned(page, _CHIP)
    yield from patterned(page, _TALK)
    yield from patterned(page, _DISCLAIMER)
