"""What is sent and answered, where it is not a model of the library itself."""

from __future__ import annotations

from typing import Literal

from unres.models.base import Model
from unres.models.reference import Reference
from unres.models.resolution import Resolution


class Text(Model):
    """A document as text."""

    text: str
    """The text of a resolution, as people have it; for /v1/references, any text."""


class PairText(Model):
    """Two versions of one resolution as text."""

    arabic: str
    """The Arabic version."""
    english: str
    """The English version."""


class Found(Model):
    """One reference and where it stands."""

    place: str | None
    """The id of the block (``op4``), ``fn:`` and the label of a footnote; null in any text."""
    reference: Reference
    """The reference; its offset counts in the text of that block or footnote, otherwise in the text that was sent."""


class References(Model):
    """What a document cites."""

    references: list[Found]
    """In reading order."""


class Unreadable(Model):
    """A file of a zip that could not be read."""

    source: str
    """Its path in the zip."""
    code: str
    """Stable and short."""
    reason: str
    """What is wrong."""


class Resolutions(Model):
    """Every resolution of a file."""

    resolutions: list[Resolution]
    """In the order of the file."""
    unreadable: list[Unreadable]
    """What could not be read; empty unless the file is a zip."""


class Health(Model):
    """That the service is well."""

    status: Literal["alive", "ready"]
    """“alive”: the process answers; “ready”: it has workers and takes documents."""
