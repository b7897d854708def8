"""References as spans of any Doc, for pipelines of spaCy: ``nlp.add_pipe("unres_references")``. Extra: ``spacy``.

    doc.spans["unres"]      a Span for each reference: ``label_`` its kind, ``kb_id_`` its canonical symbol
    span._.reference        the reference itself: pinpoint, date, confidence, alternatives …
    doc._.references        all of them, in the order of the text

Where the package is installed, spaCy finds the component by its name; otherwise import this module first.
"""

# Annotations are no strings here: spaCy with confection 0 checks a factory's arguments by them, and resolves none.
import logging
from typing import Any, Literal

from unres.errors import needs

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ImportError as error:
    raise needs("spacy", error) from error

from pydantic import TypeAdapter

from unres.models.reference import Reference, References
from unres.models.vocabulary import Organ

__all__ = ["ReferenceFinder", "create"]

_ONE: TypeAdapter[Reference] = TypeAdapter(Reference)
_KEY = "unres_references"
"""Under this key ``doc.user_data`` keeps the references, as plain dicts: so that a Doc can be stored, and sent to
another process, as spaCy does it."""
_ID = "unres:"
"""Before a span's place among the references: two references may fall on the same tokens."""
_log = logging.getLogger("unres")


class ReferenceFinder:
    """The component: finds references in the text of a Doc and sets them as spans."""

    def __init__(
        self,
        name: str = "unres_references",
        *,
        spans_key: str = "unres",
        language: str | None = None,
        organ: Organ | str | None = None,
        kinds: list[str] | None = None,
        least_confidence: float = 0.0,
        alignment_mode: Literal["expand", "contract", "strict"] = "expand",
    ) -> None:
        self.name = name
        self.spans_key = spans_key
        self.language = language
        self.organ = organ
        self.kinds = kinds
        self.least_confidence = least_confidence
        self.alignment_mode = alignment_mode
        _set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Sets the references of one Doc; the text is not changed, and tokens stay as they are.

        Offsets are characters. Where one falls within a token the span takes the whole token ("expand"); in another
        mode there may be no such span, and then a warning is logged. ``doc._.references`` holds the reference always.
        """
        from unres.references import find_references

        found = [
            reference
            for reference in find_references(doc.text, self.language or _language_of(doc), self.organ)
            if reference.confidence >= self.least_confidence and (self.kinds is None or reference.kind in self.kinds)
        ]
        spans = []
        for number, reference in enumerate(found):
            span = doc.char_span(
                reference.offset,
                reference.offset + len(reference.text),
                label=reference.kind,
                kb_id=reference.symbol or "",
                span_id=f"{_ID}{number}",
                alignment_mode=self.alignment_mode,
            )
            if span is None:
                _log.warning("%r at %d is no whole number of tokens: no span", reference.text, reference.offset)
            else:
                spans.append(span)
        doc.user_data[_KEY] = [reference.model_dump(mode="json") for reference in found]
        doc.spans[self.spans_key] = spans
        return doc


@Language.factory(
    "unres_references",
    assigns=["doc.spans", "doc._.references", "span._.reference"],
    default_config={
        "spans_key": "unres",
        "language": None,
        "organ": None,
        "kinds": None,
        "least_confidence": 0.0,
        "alignment_mode": "expand",
    },
)
def create(
    nlp: Language,  # noqa: ARG001  given by spaCy
    name: str,
    spans_key: str,
    language: str | None,
    organ: str | None,
    kinds: list[str] | None,
    least_confidence: float,
    alignment_mode: Literal["expand", "contract", "strict"],
) -> ReferenceFinder:
    """The component for a pipeline.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        spans_key: Under which key of ``doc.spans`` the spans are set.
        language: of the texts; None: that of the pipeline where unres reads it, otherwise found out by the letters.
        organ: Who speaks: "its resolution" is a resolution of this organ.
        kinds: Only references of these kinds; None for all.
        least_confidence: Only references that are at least so sure.
        alignment_mode: What becomes of a reference that begins or ends within a token, as for ``Doc.char_span``.
    """
    return ReferenceFinder(
        name,
        spans_key=spans_key,
        language=language,
        organ=organ,
        kinds=kinds,
        least_confidence=least_confidence,
        alignment_mode=alignment_mode,
    )


def _language_of(doc: Doc) -> str | None:
    """The language of the pipeline; None where it is one that unres does not read."""
    from unres.languages import codes

    return doc.lang_ if doc.lang_ in codes() else None


def _references(doc: Doc) -> References:
    """All references of a Doc; empty where the component has not run."""
    return References(_ONE.validate_python(found) for found in doc.user_data.get(_KEY, ()))


def _reference(span: Span) -> Reference | None:
    """The reference that a span stands for; None for any other span."""
    number = span.id_.removeprefix(_ID)
    found: list[dict[str, Any]] = span.doc.user_data.get(_KEY, [])
    if not span.id_.startswith(_ID) or int(number) >= len(found):
        return None
    return _ONE.validate_python(found[int(number)])


def _set_extensions() -> None:
    """Sets what can be asked of a Doc and of a Span.

    Raises:
        ValueError: something else has set an extension of this name.
    """
    wanted: tuple[tuple[Any, str, Any], ...] = ((Doc, "references", _references), (Span, "reference", _reference))
    for owner, name, getter in wanted:
        if not owner.has_extension(name):
            owner.set_extension(name, getter=getter)
        elif owner.get_extension(name)[2] is not getter:
            raise ValueError(f"{owner.__name__}._.{name} is taken: something else has set an extension of this name")
