"""The rules: as data, and the checks that find what they speak of.

The engine, which runs all checks, is loaded by itself: it brings the readers of claims, for which nobody who lists
or explains rules should wait.
"""

from factcheck.checks.article import Article, Finding
from factcheck.checks.rule import Rule
from factcheck.checks.rules import load_rules

__all__ = ["Article", "Finding", "Rule", "load_rules"]
