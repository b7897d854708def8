"""Arabic for terminals that neither join its letters nor put them in order."""

from __future__ import annotations

from unres.exports.amounts import grouped


def put_in_order(line: str) -> str:
    """Logical text as a terminal without bidirectional text has to be given it."""
    import arabic_reshaper
    from bidi.algorithm import get_display

    ordered: str = get_display(arabic_reshaper.reshape(grouped(line, "ar")))
    return ordered
