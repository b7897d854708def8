"""What the models share: frozen, strict about unknown fields, documented by docstrings, shown in notebooks."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from unres.delegates import Delegate
from unres.models.vocabulary import ARABIC, ENGLISH, Severity

LanguageOfText = Annotated[
    str,
    StringConstraints(pattern="^[a-z]{2,3}$"),
    WithJsonSchema({"enum": [ARABIC, ENGLISH], "type": "string"}),
]
"""A language's code. The JSON schema names the two that are read; one that is registered has a code like them."""

_html: Delegate[[object], str] = Delegate("html")


class Model(BaseModel):
    """A frozen value. Two models are equal when all their fields are; JSON round-trips exactly."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Shown:
    """A value that notebooks show as HTML."""

    def _repr_html_(self) -> str:
        return _html(self)


class Span(Model):
    """A half-open range ``[start, end)`` of characters of :attr:`Resolution.source_text`."""

    start: int = Field(ge=0)
    """First character, counted from 0."""
    end: int = Field(ge=0)
    """One past the last character."""
    page: int | None = None
    """The page it stands on, counted from 1; None when the source has no pages."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right and bottom on that page in points, from the top left corner; None unless read from a PDF."""


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
