"""The chunks of files, as the adapters of retrieval frameworks hand them over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from unres.batch.inputs import expand
from unres.batch.parsing import parse_path
from unres.exports.chunks import unused
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator

    from unres.batch import Failure
    from unres.models import Resolution
    from unres.models.vocabulary import Language

    Inputs = Iterable[str | os.PathLike[str]] | str | os.PathLike[str]

Content = Literal["context", "text"]
"""Which field of a chunk is indexed: the passage for a reader who sees nothing else, or as it stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk in the shape that frameworks share."""

    id: str
    content: str
    metadata: dict[str, Any]
    """The other fields of the chunk, and ``source``, the file."""


@dataclass(frozen=True, slots=True)
class Cutter:
    """How resolutions are cut; the arguments are those of :meth:`unres.models.Resolution.chunks`."""

    content: Content = "context"
    max_tokens: int = 400
    tokenizer: Callable[[str], int] | None = None
    language: Language | None = None
    limits: Limits = DEFAULT_LIMITS
    on_error: Callable[[Failure], None] | None = None

    def of_files(self, inputs: Inputs) -> Iterator[Piece]:
        """The pieces of all resolutions of files, folders, globs and zips.

        Raises:
            UnreadableError: a file cannot be read, and there is no ``on_error``.
        """
        import os

        taken: set[str] = set()
        for one in expand([inputs] if isinstance(inputs, (str, os.PathLike)) else inputs):
            parsed = parse_path(one, limits=self.limits)
            for resolution in parsed.resolutions:
                yield from self.of_resolution(resolution, one.source, taken)
            for failure in parsed.failures:
                if self.on_error is None:
                    raise failure.error(ask=True)
                self.on_error(failure)

    def of_resolution(self, resolution: Resolution, source: str | None, taken: set[str]) -> Iterator[Piece]:
        """The pieces of one; an id that was taken gets the file's name after it, and if need be a number."""
        for chunk in resolution.chunks(max_tokens=self.max_tokens, tokenizer=self.tokenizer, language=self.language):
            rest = chunk.as_dict()
            content = rest[self.content]
            for field in ("id", "text", "context"):
                del rest[field]
            name = unused(f"{chunk.id}@{source}" if chunk.id in taken else chunk.id, taken, "/")
            yield Piece(name, content, rest | ({"source": source} if source else {}))
