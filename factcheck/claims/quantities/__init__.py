"""The number reader: every quantity of a text, in any field of English prose.

`read_quantities` looks at characters only: one expression finds where a number, a rank or a change may begin, and
small hand-written readers go on from there, each looking no further than a bounded stretch. Time is linear in the
text, whatever the text. docs/quantities.md says, class by class, what is understood.

    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck_quantities")
    nlp("Nearly one in six, or 16.7 percent.")._.quantities
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.claims.docs import text_of
from factcheck.claims.quantities.reader import read_quantities
from factcheck.claims.quantities.seeds import has_number_sign

__all__ = ["COMPONENT", "has_number_sign", "put_quantities", "read_quantities"]

COMPONENT = "factcheck_quantities"


@Language.component(COMPONENT, assigns=["doc._.quantities"])
def put_quantities(doc: Doc) -> Doc:
    """Put the quantities of a doc on `doc._.quantities`, with offsets in `doc.text`."""
    doc._.quantities = read_quantities(text_of(doc))
    return doc


if not Doc.has_extension("quantities"):
    Doc.set_extension("quantities", default=())
