"""Documents for LangChain. Extra: ``langchain`` (``langchain-core`` alone is needed).

    loader = UnresLoader("resolutions/")
    for document in loader.lazy_load(): ...

A document is a chunk: its ``id``, its text in ``page_content``, and all other fields in ``metadata``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.errors import needs

try:
    from langchain_core.document_loaders import BaseLoader
    from langchain_core.documents import Document
except ImportError as error:
    raise needs("langchain", error) from error

from unres.integrations.pieces import Cutter
from unres.readers.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.batch import Failure
    from unres.integrations.pieces import Content, Inputs, Piece
    from unres.models import Resolution
    from unres.models.vocabulary import Language
    from unres.readers.limits import Limits

__all__ = ["UnresLoader", "documents"]


class UnresLoader(BaseLoader):
    """Loads the chunks of files."""

    def __init__(
        self,
        inputs: Inputs,
        *,
        content: Content = "context",
        max_tokens: int = 400,
        tokenizer: Callable[[str], int] | None = None,
        language: Language | None = None,
        limits: Limits = DEFAULT_LIMITS,
        on_error: Callable[[Failure], None] | None = None,
    ) -> None:
        """The loader; nothing is read before it is asked.

        Args:
            inputs: files, folders, globs and zips.
            content: what ``page_content`` holds: ``"context"`` (symbol, title, headings, the text above, the text, its
                footnotes) or ``"text"`` alone.
            max_tokens: as for :meth:`unres.models.Resolution.chunks`.
            tokenizer: as there.
            language: of the citations; None for that of each text.
            limits: what a file may come to at most.
            on_error: called for each file that cannot be read; without it ``UnreadableError`` is raised.
        """
        self._cutter = Cutter(content, max_tokens, tokenizer, language, limits, on_error)
        self._inputs = inputs

    def lazy_load(self) -> Iterator[Document]:
        """The documents, in the order of the files.

        Raises:
            UnreadableError: a file cannot be read, and there is no ``on_error``.
        """
        return map(_document, self._cutter.of_files(self._inputs))


def documents(
    resolution: Resolution,
    *,
    content: Content = "context",
    max_tokens: int = 400,
    tokenizer: Callable[[str], int] | None = None,
    language: Language | None = None,
) -> list[Document]:
    """The chunks of one resolution; the arguments are those of :class:`UnresLoader`."""
    cutter = Cutter(content, max_tokens, tokenizer, language)
    return [_document(piece) for piece in cutter.of_resolution(resolution, None, set())]


def _document(piece: Piece) -> Document:
    return Document(page_content=piece.content, id=piece.id, metadata=piece.metadata)
