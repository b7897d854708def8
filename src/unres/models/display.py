"""How a value is shown in a notebook."""

from __future__ import annotations


class Shown:
    """A value that notebooks show as HTML. The model knows nothing of HTML: it asks the exports when it is asked."""

    def _repr_html_(self) -> str:
        from unres.exports.notebook import render

        return render(self)
