"""Methods of the models whose work is done by modules above them.

How a block is cited, how a resolution is cut into pieces, what belongs to it and how a notebook shows it need
languages, references and exports, which the models do not import. Such a method calls a :class:`Delegate`, declared
beside it with its types; `unres/__init__`, which Python runs before any module of the package, provides the function
of that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")
_PROVIDED: dict[str, Callable[..., object]] = {}


def provides(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Marks the function that does the work of all delegates of a name."""

    def provide(function: Callable[P, R]) -> Callable[P, R]:
        _PROVIDED[name] = function
        return function

    return provide


class Delegate(Generic[P, R]):
    """A function that is called by its name, and provided elsewhere."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function gives.

        Raises:
            KeyError: none is provided.
        """
        return cast("R", _PROVIDED[self.name](*args, **kwargs))
