"""The Pydantic tree that users hold. It imports nothing of `unres` but itself."""

from unres.models.action import Action
from unres.models.base import Diagnostic, Span
from unres.models.block import Annex, Block, Footnote, FootnoteMark, Verb
from unres.models.derived import Chunk, Related
from unres.models.masthead import AgendaItem, Basis, Furniture, MastheadLine, ResolutionNumber, Vote
from unres.models.reference import (
    Alternative,
    ArticleReference,
    CharterReference,
    DocumentReference,
    IbidReference,
    InternalReference,
    OfficialRecordReference,
    Pinpoint,
    PublicationReference,
    Reference,
    ReferenceBase,
    References,
    ResolutionReference,
    TreatyReference,
)
from unres.models.resolution import Resolution
from unres.models.vocabulary import Organ

__all__ = [
    "Action",
    "AgendaItem",
    "Alternative",
    "Annex",
    "ArticleReference",
    "Basis",
    "Block",
    "CharterReference",
    "Chunk",
    "Diagnostic",
    "DocumentReference",
    "Footnote",
    "FootnoteMark",
    "Furniture",
    "IbidReference",
    "InternalReference",
    "MastheadLine",
    "OfficialRecordReference",
    "Organ",
    "Pinpoint",
    "PublicationReference",
    "Reference",
    "ReferenceBase",
    "References",
    "Related",
    "Resolution",
    "ResolutionNumber",
    "ResolutionReference",
    "Span",
    "TreatyReference",
    "Verb",
    "Vote",
]
