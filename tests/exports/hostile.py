"""A resolution whose every text tries to leave the place it is put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.models import Resolution

if TYPE_CHECKING:
    from unres.models.vocabulary import Language

SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;`{{"
TRICKS = f"{SCRIPT} [a](javascript:alert(3)) *b* _c_ | d | \\ $x$ % # ~ ^ }} {{ \\input{{/etc/passwd}}"


def resolution(language: Language = "en") -> Resolution:
    """Texts, labels, ids, symbols, addresses and remarks are all hostile."""
    reference: dict[str, Any] = {
        "kind": "document",
        "text": TRICKS[:20],
        "offset": 3,
        "symbol": TRICKS,
        "url": "javascript:alert(4)",
        "because": TRICKS,
        "alternatives": [{"symbol": TRICKS, "because": TRICKS}],
    }
    block: dict[str, Any] = {
        "id": TRICKS,
        "zone": "operative",
        "kind": "paragraph",
        "label": SCRIPT,
        "text": f"// {TRICKS}",
        "references": [reference],
        "verbs": [{"text": "//", "action": "urge", "offset": 0}],
        "footnote_marks": [{"label": SCRIPT, "offset": 2}],
    }
    row = {**block, "id": "r", "kind": "table_row", "text": f"// {TRICKS}\t{TRICKS}"}
    heading = {**block, "id": "h", "kind": "heading"}
    return Resolution.model_validate(
        {
            "language": language,
            "symbol": TRICKS,
            "title": TRICKS,
            "organ": "general_assembly",
            "enacting_formula": TRICKS,
            "agenda_items": [{"number": TRICKS}],
            "preamble": [{**block, "zone": "preamble", "kind": "clause", "id": "pp1"}],
            "operative": [{**block, "children": [{**block, "kind": "subparagraph", "id": "s"}]}, row, heading],
            "annexes": [{"label": TRICKS, "title": TRICKS, "blocks": [block]}],
            "footnotes": [{"label": SCRIPT, "text": f"// {TRICKS}", "references": [reference], "block_ids": [TRICKS]}],
            "diagnostics": [
                {"code": TRICKS, "severity": "error", "message": TRICKS, "span": {"start": 0, "end": 9}},
            ],
            "source_text": TRICKS,
        }
    )
