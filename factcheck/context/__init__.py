"""What an article is, decided once for all that ask: what it is about, its kind, its readers' country, its date.

context = Context(document)
context.topic is Topic.TRAFFICKING and not context.debunks
"""

from __future__ import annotations

from factcheck.context.article import Context
from factcheck.context.kinds import Kind
from factcheck.context.readers import Clue, How, Readers
from factcheck.context.topic import Group, Topic

__all__ = ["Clue", "Context", "Group", "How", "Kind", "Readers", "Topic"]
