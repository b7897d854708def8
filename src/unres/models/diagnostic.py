"""What the parser has to say about a document: each remark has a stable code."""

from __future__ import annotations

from unres.models.base import Model, Span
from unres.models.vocabulary import Severity


class Diagnostic(Model):
    """One remark about the source: a repair, a suspicion, or text that found no place."""

    code: str
    """Stable and dotted, such as ``"footnote.no_mark"``; every code is listed in the documentation."""
    severity: Severity
    """``"error"``: a part of the document may be wrong or missing; ``"warning"``: look here; ``"info"``: a repair."""
    message: str
    """One sentence for a person."""
    span: Span | None = None
    """Where; None for a remark about the whole document."""
