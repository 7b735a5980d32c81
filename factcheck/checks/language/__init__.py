"""The family `language`: published guidance on how to write about trafficking; off unless asked for.

Most of its rules are phrases and patterns in their own files (`factcheck.checks.phrases` runs them). Here are the
two that must hold several details of a paragraph, or of the article, together.
"""

from factcheck.checks.article import Check
from factcheck.checks.language.guilt_before_verdict import guilt_before_verdict
from factcheck.checks.language.minor_identified import minor_identified

CHECKS: tuple[Check, ...] = (minor_identified, guilt_before_verdict)
