"""The reference set: its schema, loading, lookup, and holding a claim against it."""

from factcheck.reference.citing import cite
from factcheck.reference.corpus import Corpus
from factcheck.reference.judge import Judge
from factcheck.reference.loading import load_corpus

__all__ = ["Corpus", "Judge", "cite", "load_corpus"]
