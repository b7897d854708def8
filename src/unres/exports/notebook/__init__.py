"""What a notebook shows: HTML within someone else's page, in whatever light it has, and with nothing loaded.

`render` is what ``_repr_html_`` of the models and of the results calls. Each kind of value has a module of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.exports.notebook.frame import framed

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["render"]

_MODULES = {
    "Resolution": "resolution",
    "Block": "parts",
    "Annex": "parts",
    "Footnote": "parts",
    "References": "references",
    "Alignment": "alignment",
    "Comparison": "comparison",
}
"""Name of a class → the module that shows it."""


def render(value: object) -> str:
    """A value of unres as HTML for the output of a notebook's cell.

    Raises:
        TypeError: a value of this type is not shown by unres.
    """
    from importlib import import_module

    for base in type(value).__mro__:
        if base.__name__ in _MODULES and base.__module__.startswith("unres."):
            module = import_module(f"{__name__}.{_MODULES[base.__name__]}")
            show: Callable[[Any], tuple[str, str]] = module.show
            return framed(*show(value))
    raise TypeError(f"unres shows no {type(value).__name__}")
