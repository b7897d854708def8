"""Documents and nodes for LlamaIndex. Extra: ``llama-index`` (``llama-index-core`` alone is needed).

    documents = UnresReader().load_data("resolutions/")
    nodes = nodes_of(resolution)

Each is a chunk, with the chunk's ``id``. Its other fields are in ``metadata``, which neither embeddings nor models are
shown: the text says already where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.errors import needs

try:
    from llama_index.core.readers.base import BaseReader
    from llama_index.core.schema import Document, TextNode
except ImportError as error:
    raise needs("llama-index", error) from error

from unres.integrations.pieces import Cutter
from unres.readers.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from unres.batch import Failure
    from unres.integrations.pieces import Content, Inputs, Piece
    from unres.models import Resolution
    from unres.models.vocabulary import Language
    from unres.readers.limits import Limits

__all__ = ["UnresReader", "nodes_of"]


class UnresReader(BaseReader):
    """Reads files to documents: one for each chunk, which no other parser of nodes need cut again."""

    def __init__(
        self,
        *,
        content: Content = "context",
        max_tokens: int = 400,
        tokenizer: Callable[[str], int] | None = None,
        language: Language | None = None,
        limits: Limits = DEFAULT_LIMITS,
        on_error: Callable[[Failure], None] | None = None,
    ) -> None:
        """The reader.

        Args:
            content: what the text of a document is: ``"context"`` (symbol, title, headings, the text above, the text,
                its footnotes) or ``"text"`` alone.
            max_tokens: as for :meth:`unres.models.Resolution.chunks`.
            tokenizer: as there.
            language: of the citations; None for that of each text.
            limits: what a file may come to at most.
            on_error: called for each file that cannot be read; without it ``UnreadableError`` is raised.
        """
        self._cutter = Cutter(content, max_tokens, tokenizer, language, limits, on_error)

    def lazy_load_data(self, inputs: Inputs, **_: object) -> Iterator[Document]:
        """The documents of files, folders, globs and zips, in their order; ``load_data`` gives them as a list.

        Raises:
            UnreadableError: a file cannot be read, and there is no ``on_error``.
        """
        return (Document(id_=piece.id, **_fields(piece)) for piece in self._cutter.of_files(inputs))


def nodes_of(
    resolution: Resolution,
    *,
    content: Content = "context",
    max_tokens: int = 400,
    tokenizer: Callable[[str], int] | None = None,
    language: Language | None = None,
) -> list[TextNode]:
    """The chunks of one resolution as nodes; the arguments are those of :class:`UnresReader`."""
    cutter = Cutter(content, max_tokens, tokenizer, language)
    return [TextNode(id_=piece.id, **_fields(piece)) for piece in cutter.of_resolution(resolution, None, set())]


def _fields(piece: Piece) -> dict[str, Any]:
    unseen = list(piece.metadata)
    return {
        "text": piece.content,
        "metadata": piece.metadata,
        "excluded_embed_metadata_keys": unseen,
        "excluded_llm_metadata_keys": unseen,
    }
