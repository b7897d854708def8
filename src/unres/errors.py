"""The one family of exceptions."""

from __future__ import annotations


class UnreadableError(ValueError):
    """There is nothing to read: not a document, encrypted, over a limit, or without a text layer.

    Attributes:
        reason: what is wrong, in one sentence that says what to do where something can be done.
        source: the name of the file, or ``"<text>"`` and ``"<bytes>"`` for a value without a name.
        code: stable and short, such as ``"empty"``, ``"too_large"``, ``"encrypted"``, ``"no_text_layer"``.
    """

    def __init__(self, reason: str, *, source: str, code: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.reason = reason
        self.source = source
        self.code = code
