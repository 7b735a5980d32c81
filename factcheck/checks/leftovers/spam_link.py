"""spam-link: advertising that has nothing to do with the article, and addresses that lead nowhere good.

The subjects of this field (escort adverts, casinos, loans, pills) are facts of its cases. So nothing is told by
a topic word: only offers ("buy … online"), the fixed names of the trade, and link texts and targets made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

import re2

from factcheck.checks.article import Finding
from factcheck.checks.leftovers.fixes import cut
from factcheck.checks.leftovers.listed import Found, findings, listed, patterned, quoted, shown
from factcheck.checks.leftovers.page import Page
from factcheck.checks.leftovers.patterns import Pattern
from factcheck.checks.loosening import prefilter
from factcheck.checks.whole import Whole
from factcheck.model import Block, Link
from factcheck.words import fold

RULE = "spam-link"

_BEFORE, _BEHIND = 160, 120  # characters around an offer in which a report on the trade would show itself

_DRUGS = (
    r"(?:viagra|cialis|levitra|kamagra|tramadol|xanax|ambien|modafinil|ozempic|cbd|sildenafil|tadalafil"
    r"|phentermine|adderall|oxycodone|ivermectin)"
)
_OFFER = Pattern(
    rf"(?P<offer>\b(?:(?:buy|order|cheap|generic|discount(?:ed)?)\s+){{1,2}}{_DRUGS}\b[\w ]{{0,30}}(?<=\w)\b"
    rf"|\b{_DRUGS}\s+(?:online|generic|for sale|without (?:a )?prescription)\b"
    r"|\b(?:buy|order|get)\s+(?:cheap\s+)?[\w ]{0,20}\b(?:pills|steroids|backlinks|followers|essays?"
    r"|term papers?)\s+online\b"
    r"|\b(?:payday|cash advance|bad credit|title|instant|short[- ]term"
    r"|personal) loans?\b(?=[^.\n]{0,40}\b(?:online|near me|apply|approved|no credit check|same day"
    r"|today)\b)"
    r"|\b(?:loans|payday loans?|short term loan|bad credit loans?)\s+online\b"
    r"|\b(?:replica|fake) (?:watches|handbags|rolex)\s+(?:for sale|online|uk|cheap)|\bcheap (?:jerseys"
    r"|nike|ugg|ray ?bans?|michael kors|louis vuitton)\b"
    r"|\b(?:louis vuitton|moncler|ugg(?: boots)?|michael kors|coach|prada|gucci) outlet\b"
    r"|\b(?:best|top|trusted|new|cheap|leading)(?: \w+)? (?:online )?(?:casinos?|betting sites?|slots?"
    r"|bookmakers?|escorts?|vpn deals?|essay writing services?)\b"
    r"(?=[^.\n]{0,40}(?:\Z|\b(?:bonus|online|here|now|site|review|in \d{4}|near)\b|$))"
    r"|\b\d{1,2}% off (?:your )?(?:first )?(?:order|purchase|essay)\b"
    r"|\b(?:vip|independent|cheap|russian|high[- ]profile|royal|hot) (?:escorts?"
    r"|call girls?)\b(?=[^.\n]{0,60}\b(?:book|call now|available|24/7|whatsapp|rates?|service|in|near)\b)"
    r"|\b(?:escorts?|call girls?) (?:service|agency)? ?(?:in|near) \w+[^.\n]{0,40}\b(?:book|call now"
    r"|available|24/7|cheap|contact|whatsapp|rates)\b"
    r"|\b(?:meet|hot) (?:singles|girls) (?:near you|tonight|in your area)\b|\bescort (?:bayan|hizmet\w*)\b"
    r"|\b\w+ escort(?:\s*[,|]\s*\w+ escort)+"
    r"|\b[\w' -]{3,40} near me\b(?=\s*(?:\Z|[|,]))"
    r"|[\u3040-\u30ff\u4e00-\u9fff]{2,}(?:通販|激安|カジノ)|(?:オンライン)?カジノ|카지노|激安|казино онлайн)",
    re.IGNORECASE,
)
_ESSAY = Pattern(
    r"(?P<essay>\b(?:our|save your time with our) (?:experts?|specialists?|writers?)\s+(?:will"
    r"|can) (?:write|help)\b[^.\n]{0,30}\b(?:essay|paper|assignment|custom)\b[^.\n]{0,60}"
    r"|\b(?:order|buy|get|hire|place)\b[^.\n]{0,25}\b(?:custom essay|essay paper|term paper|similar paper"
    r"|research paper online|paper online|essay online|custom paper)\b[^.\n]{0,40}"
    r"|\bwe will write (?:an?|your) (?:custom )?(?:essay|paper)\b[^.\n]{0,60}|\bget your custom essay\b"
    r"|\bcustom essay on (?:your|any) topic\b"
    r"|\b(?:best|top|cheap|professional)?\s?(?:college )?(?:essay|paper|dissertation)[- ]writing service\b"
    r"|\bplagiarism[- ]free (?:essays?|papers?)\b"
    r"|\bdon't use plagiari[sz]ed sources\b|\bneed (?:help with your assignment|a custom (?:paper"
    r"|essay))\b\??|\byou can have such a paper written by\b"
    r"|\bbecome our vip client\b|\bthis essay was written by a fellow student\b"
    r"|\bcustom «[^»\n]{1,60}» sample essay\b"
    r"|\bread this article about [^.\n]{1,60} and answer (?:these|the) questions\b)",
    re.IGNORECASE,
)
_COMMENT = Pattern(
    r"(?P<comment>\b(?:i have|i've) been (?:surfing|browsing) on-?line (?:more|greater) than\b[^.\n]{0,60}"
    r"|\bnever (?:found|discovered) any (?:interesting|fascinating"
    r"|attention-grabbing) article like yours\b"
    r"|\b(?:feel free to|also) (?:visit|surf to|stop by|check out) my (?:blog|web ?site|web ?page|homepage"
    r"|home ?page|page|site)\b|\bhere is my (?:site|web ?site|blog|homepage)\b"
    r"|\b(?:look into|have a look at) my (?:web ?site|homepage|web ?page|blog)\b"
    r"|\bwill bookmark your (?:blog|site|web ?site)\b|\bbookmark(?:ed)? your (?:blog|site|web ?site"
    r"|page)\b"
    r"|\bsaved as a favou?rite\b[^.\n]{0,40}|\bauspicious writeup\b|\bamusement account it\b"
    r"|\badded agreeable from you\b|\bhit the nail upon the top\b"
    r"|\b(?:great|nice|excellent|informative|awesome) (?:post|article|blog)[!.]\s*(?:thanks|thank you"
    r"|i (?:will|have|am|really|love)|keep)\b[^.\n]{0,60}"
    r"|\bthanks for sharing this (?:informative|great|nice|wonderful|useful) (?:post|article)\b"
    r"|\bpretty worth enough for me\b|\bcould not resist commenting\b|\bvery well written!"
    r"|\b(?:wow, )?(?:amazing|wonderful|awesome|incredible) blog layout\b|\byour (?:site|blog"
    r"|website) loads (?:up )?(?:very|really|so|quite) (?:fast|quick)\b|\bi stumbledupon it\b"
    r"|\bundeniably believe that which you (?:said|stated)\b|\bdoes your (?:site|blog"
    r"|website) have a contact page\b|\bi want to subscribe (?:to )?your feed\b"
    r"|\bbored to (?:death|tears) at work\b|\basking questions are (?:really|in fact|genuinely"
    r"|actually) (?:nice|good|fastidious|pleasant) thing\b|\bkeep up the (?:great|good) work!?\s*(?=\Z)"
    r"|\bthis is a topic (?:that is|which is|that's) (?:close|near) to my heart\.\.\."
    r"|\bwebmasters and bloggers made good content\b"
    r"|\bhow can i solve this problem with this page showing\b"
    r"|\bhi there, just wanted to (?:tell|say|mention)\b[^.\n]{0,40}|\bgreetings from \w+! i'?a?m bored\b)",
    re.IGNORECASE,
)
_DEAD = re.compile(  # what a writer or a template has put in the place of an address
    r"^(?:https?://(?:www\.)?(?:example\.(?:com|org|net)|your(?:site|website|domain|link|url|organi[sz]ation)\.\w+|yoururl\b|link\b(?!\.)|url\b(?!\.)"
    r"|insert\b|localhost\b|127\.0\.0\.1|\[)|file:///|todo\b|insert[ _-]"
    r"|mailto:(?:name|user|someone|you|your\.?name)@(?:example|domain|yourdomain|mysite|email)\.|(?:url|link)\Z)"
    r"|wp-admin/post\.php|wixsite\.com/mysite|bit\.ly/x{3,}",
    re.IGNORECASE,
)
_NOWHERE = Pattern(
    r"(?P<nowhere>[\[(](?:insert |add |your |the )?(?:link|url)(?: here| to come)?[\])]|\byoururl\.com\b"
    r"|\b[A-Z]:\\\\?Users\\[^\s]*"
    r"|\bfile:///\S*|\bhttps?://https?:/{0,2}\S*|\bhttp://\[[^\]\n]{0,40}\]"
    r"|\bhttps?://url\b|\b(?:info|name|user|someone|your\.?name)@(?:mysite|example|domain|yourdomain"
    r"|email)\.\w+"
    r"|(?<![\d-])123-456-7890\b|\(555\) 555-5555|(?<![\w.])(?:https?://)?(?:localhost(?::\d+)?/"
    r"|127\.0\.0\.1)\S*|\bwp-admin/post\.php\S*|\bwixsite\.com/mysite\b"
    r"|\bbit\.ly/x{3,})",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:viagra|cialis|levitra|kamagra|casino|slot-?(?:gacor|online)|togel|judi-?(?:online|bola)"
    r"|poker(?:online)?|1xbet|mostbet|bet365|payday-?loan|cash-?advance|essay-?(?:writ|help|typer|mill"
    r"|pro)"
    r"|paper-?writ|write-?my-?essay|escorts?(?:-|\b)|call-?girls?|porn|xxx|sex-?cam|onlyfans-?leak"
    r"|replica-?watch|buy-?backlink|seo-?service|forex-?broker|crypto-?(?:trading|casino|bot)|bahis"
    r"|deneme-bonusu)",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:police|detective|prosecutor|court|investigat\w+|traffick\w*|advertis\w+|adverts?|ads?"
    r"|report(?:ed|ing|ers?)|reports? (?:that|on|of|by|from|says?|said|finds?|found|show\w*)"
    r"|raid\w*|arrest\w*|victims?|survivors?|charged|convicted|study|research|told|said|forced|locked"
    r"|brothel\w*"
    r"|websites?|workers|scams?|compound|guards|recruit\w*|seized|sold)\b"
)
_TRUSTED = re.compile(
    r"(?:\.gov|\.edu|\.mil|\.int)(?:\.\w\w)?\Z|(?:polarisproject|missingkids|humantraffickinghotline|unodc"
    r"|ilo|un)\.org\Z"
)


def spam_link(page: Page) -> Iterator[Finding]:
    """Spam in the text, then every link's target."""
    yield from findings(page, RULE, _found(page), _honest)
    links = [(block, link) for block in page.blocks for link in block.links]
    urls = Whole(link.url.strip() for _, link in links)
    for index in urls.having(_doubtful()):
        yield from _link(page, *links[index])


@cache
def _doubtful() -> re2._Regexp:
    """A pattern that occurs in every address there may be something to say of; blanks in it hide words from it."""
    blank = re.compile(r"[\t\r]")
    return prefilter(_DEAD, _TARGET, blank)


def _found(page: Page) -> Iterator[Found]:
    yield from listed(page, RULE)
    for pattern in (_OFFER, _ESSAY, _COMMENT):
        yield from patterned(page, pattern)
    yield from patterned(page, _NOWHERE)


def _honest(one: Found) -> bool:
    """Reporting about the trade, quotations, and parts of an address that is judged as a link."""
    if one.case == "nowhere" and _in_link(one):
        return True
    if quoted(one):
        return True
    before = fold(one.block.text[max(0, one.start - _BEFORE) : one.start])
    behind = fold(one.block.text[one.end : one.end + _BEHIND])
    if one.case in ("offer", "trade"):
        return _REPORTING.search(before) is not None or _REPORTING.search(behind) is not None
    return one.case == "nowhere" and "exercise" in before + behind


def _in_link(one: Found) -> bool:
    return any(link.start < one.end and one.start < link.end for link in one.block.links)


def _link(page: Page, block: Block, link: Link) -> Iterator[Finding]:
    words = block.text[link.start : link.end]
    url = link.url.strip()
    if url.startswith("#") and page.phrases.words(words):
        return  # the label of a button, which is furniture as a whole
    if _DEAD.search(url):
        yield Finding(RULE, link.span, case="nowhere", values={"text": shown(url)})
    elif _is_spam(url, words):
        yield Finding(
            RULE, link.span, case="target", values={"text": shown(words or url)}, fix=cut(page.document, link.span)
        )


def _is_spam(url: str, words: str) -> bool:
    """Whether a target is of the trade; a news page about it has the same words in its path, not in its domain."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if _TRUSTED.search(host):
        return False
    return _TARGET.search(host) is not None or (
        _TARGET.search(url) is not None and _OFFER.expression.search(words) is not None
    )
