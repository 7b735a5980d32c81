"""Telephone and service numbers, read in one place: for claims, where none is a statistic, and for help lines.

telephones("Call 1-888-373-7888, or text HELP to 233733.")
"""

from __future__ import annotations

from factcheck.telephones.directory import NOBODY, SHORT, Directory
from factcheck.telephones.reader import Telephone, telephone_ends, telephones

__all__ = ["NOBODY", "SHORT", "Directory", "Telephone", "telephone_ends", "telephones"]
