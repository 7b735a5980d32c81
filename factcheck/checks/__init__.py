"""The rules: as data, and the checks that find what they speak of. The engine, which runs all, is loaded by itself:
it brings spaCy, which nobody who lists or explains rules should wait for.
"""

from factcheck.checks.article import Article, Finding
from factcheck.checks.rule import Rule
from factcheck.checks.rules import load_rules

__all__ = ["Article", "Finding", "Rule", "load_rules"]
