"""Archives: many pages in, what was found in them out, both as Arrow; on any engine that calls a function.

batches of pages ─▶ check_batches ─▶ batches of results        (`checking.py`: what engines run)
files ─▶ shards ─▶ blocks of pages                              (`inputs.py`)
results ─▶ the Parquet datasets articles, claims, findings, errors   (`dataset.py`)
engines/local.py, engines/ray.py                                who does the work
answers.py                                                      what the datasets say, by SQL
"""

from factcheck.archive.checking import Checker, check_batches
from factcheck.archive.schema import PAGES, RESULTS

__all__ = ["PAGES", "RESULTS", "Checker", "check_batches"]
