"""Only what was changed is read again, and nobody can tell."""

from __future__ import annotations

import random
from pathlib import Path

from factcheck.linter import Linter
from factcheck.serve.answers import answer
from factcheck.serve.drafts import Desk, Draft

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTES = """Of the runaways[^1] reported in 2019, 1 in 6 were likely victims of trafficking.

They were 26,300 [at NCMEC](https://www.missingkids.org/), others say 40.3 million.

[^1]: National Center for Missing & Exploited Children, 2020.
"""
PIECES = (
    " 12 victims",
    "2019",
    " in 2021,",
    "\n\n",
    "# Slavery\n\n",
    "not ",
    "[x](https://www.ilo.org/)",
    "million ",
    "- ",
)


def test_a_draft_that_is_changed_again_and_again_gets_the_report_of_a_fresh_check(linter: Linter) -> None:
    desk = Desk(linter.sharing(linter.settings))
    chance = random.Random(5)
    drafts = [(EXAMPLES / name).read_text("utf-8") for name in ("draft.md", "ready.md")] + [NOTES]
    for number in range(45):
        text = drafts[number % 3]
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(PIECES) + text[at + chance.choice((0, 0, 1, 9)) :]
        drafts[number % 3] = text
        fresh = Linter().sharing(linter.settings)
        fresh.__dict__.update(corpus=linter.corpus, rules=linter.rules, judge=linter.judge)
        assert answer(desk.check(Draft(text=text))) == answer(fresh.check_text(text, path="draft.md").files[0])
