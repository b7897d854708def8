"""A picture of the web of citations: who cites at the left, what is cited at the right, a line for each citation."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from unres.errors import needs
from unres.scripts import ARABIC_BLOCK
from unres.un.organs import ORGANS

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


Nodes = dict[str, dict[str, Any]]
"""What is known of each resolution and document, by its name."""
Citations = dict[tuple[str, str], int]
"""How often each cites each."""
_COLOURS = {name: organ.colour for name, organ in ORGANS.items() if organ.colour}
_OTHER = "#9aa0a6"
_ARABIC = re.compile(f"[{ARABIC_BLOCK}]")
LONGEST_LABEL = 44
"""Characters of a title, and of a symbol."""
_WIDTH = 15.0
"""Inches; the two columns stand at a third and at two thirds of it."""
_ROW = 0.19
"""Inches between the rows of a column."""
_SMALLEST, _LARGEST = 12, 110
"""The area of a node, in points."""


def shaped(label: str, *, by_library: bool | None = None) -> str:
    """A label as matplotlib needs it, for pictures of one's own: ``axes.set_title(shaped("قرارات الجمعية العامة"))``.

    From matplotlib 3.11 on the library joins letters and orders them by itself and need only be told the direction;
    before, it sets glyphs from left to right, so that they must come joined and in visual order.
    """
    if by_library is None:
        from matplotlib import ft2font

        by_library = hasattr(ft2font, "__libraqm_version__")
    if not _ARABIC.search(label):
        return label
    if by_library:
        return f"\u200f{label}"
    import arabic_reshaper  # only Arabic labels need it
    from bidi.algorithm import get_display

    return str(get_display(arabic_reshaper.reshape(label)))


class _Columns(NamedTuple):
    """What is drawn."""

    citing: list[str]
    """Names at the left, from top to bottom."""
    cited: list[str]
    """Names at the right."""
    weights: dict[tuple[str, str], int]
    """How often each at the left cites each at the right."""
    times: dict[str, int]
    """How often each at the right is cited, by all."""
    nodes: Nodes
    """What is known of each."""

    @property
    def rows(self) -> int:
        """Of the longer column."""
        return max(len(self.citing), len(self.cited), 4)

    def places(self, names: list[str]) -> dict[str, float]:
        """How high each of a column stands: the shorter column is spread over the height of the longer."""
        step = (self.rows - 1) / (len(names) - 1) if len(names) > 1 else 0.0
        return {name: -step * row for row, name in enumerate(names)}


def draw(nodes: Nodes, citations: Citations, path: Path | str, *, most: int) -> None:
    """Draws the most cited nodes at the right, and at the left as many of those that cite them most.

    Args:
        nodes: what is known of each.
        citations: how often each cites each.
        path: the file; its ending gives the format.
        most: how many of either side are drawn.
    """
    try:
        import matplotlib as mpl
    except ImportError as error:
        raise needs("graph", error) from error
    # DejaVu Sans has the letters of Arabic
    with mpl.rc_context({"font.family": "DejaVu Sans", "font.size": 7, "svg.fonttype": "path"}):
        drawn(nodes, citations, most).savefig(path)


def drawn(nodes: Nodes, citations: Citations, most: int) -> Figure:
    """The picture."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    shown = _chosen(nodes, citations, most)
    figure = Figure(figsize=(_WIDTH, (shown.rows + 5) * _ROW))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(-3, 3)
    axes.set_ylim(-shown.rows - 2, 3)
    _draw_lines(axes, shown)
    _draw_column(axes, shown, -1)
    _draw_column(axes, shown, 1)
    _write_head(axes, nodes, citations, shown)
    return figure


def _chosen(nodes: Nodes, citations: Citations, most: int) -> _Columns:
    """The most cited, in that order; those that cite them stand near what they cite, so that few lines cross."""
    cited: Counter[str] = Counter()
    for (_, target), count in citations.items():
        cited[target] += count
    right = [name for name, _ in sorted(cited.items(), key=lambda each: (-each[1], each[0]))[:most]]
    at = {name: row for row, name in enumerate(right)}
    citing: Counter[str] = Counter(dict.fromkeys((n for n, facts in nodes.items() if facts.get("read")), 0))
    places: Counter[str] = Counter()
    for (source, target), count in citations.items():
        if target in at:
            citing[source] += count
            places[source] += count * at[target]
    left = [name for name, _ in sorted(citing.items(), key=lambda each: (-each[1], each[0]))[:most]]
    left.sort(key=lambda name: (places[name] / max(1, citing[name]), name))
    kept = set(left)
    drawn = {pair: n for pair, n in citations.items() if pair[0] in kept and pair[1] in at}
    return _Columns(left, right, drawn, {name: cited[name] for name in right}, nodes)


def _draw_lines(axes: Axes, shown: _Columns) -> None:
    """A curve for who cites what, the wider the more often."""
    from matplotlib.collections import PathCollection
    from matplotlib.path import Path as Curve

    left, right = shown.places(shown.citing), shown.places(shown.cited)
    turns = [Curve.MOVETO, Curve.CURVE4, Curve.CURVE4, Curve.CURVE4]
    curves = [
        Curve([(-1, left[source]), (0, left[source]), (0, right[target]), (1, right[target])], turns)
        for source, target in shown.weights
    ]
    widths = [0.3 + 0.25 * min(8, count) for count in shown.weights.values()]
    axes.add_collection(
        PathCollection(curves, facecolors="none", edgecolors="#7f8790", linewidths=widths, alpha=0.35, zorder=1)
    )


def _draw_column(axes: Axes, shown: _Columns, side: Literal[-1, 1]) -> None:
    """Nodes in the colour of their organ, the larger the more they are cited; beside each its symbol and its title.

    Args:
        axes: where to draw.
        shown: what to draw.
        side: -1 for the left, 1 for the right.
    """
    names, times = (shown.cited, shown.times) if side > 0 else (shown.citing, dict[str, int]())
    places = shown.places(names)
    largest = max(times.values(), default=1)
    areas = [_SMALLEST + (_LARGEST - _SMALLEST) * times.get(name, 0) / largest for name in names]
    colours = [_COLOURS.get(str(shown.nodes[name].get("organ")), _OTHER) for name in names]
    axes.scatter([side] * len(names), list(places.values()), s=areas, c=colours, linewidths=0, zorder=2)
    align = "left" if side > 0 else "right"
    for name, height in places.items():
        facts = shown.nodes[name]
        said = shaped(_cut(name)) + (f"  ×{times[name]}" if times else "")
        weight = "bold" if facts.get("read") else "normal"
        label = axes.text(side * 1.07, height, said, ha=align, va="center", weight=weight)
        if title := facts.get("title"):
            axes.annotate(
                shaped(_cut(title)),
                (0.5 + side / 2, 0.5),
                xycoords=label,
                xytext=(side * 5, 0),
                textcoords="offset points",
                ha=align,
                va="center",
                color="#4b5157",
            )


def _write_head(axes: Axes, nodes: Nodes, citations: Citations, shown: _Columns) -> None:
    """How many of how many are shown, and whose colour is which."""
    citing = sum(bool(facts.get("read")) for facts in nodes.values())
    cited = len({target for _, target in citations})
    for side, count, whole, what in ((-1, shown.citing, citing, "citing"), (1, shown.cited, cited, "cited")):
        axes.text(side, 1.5, f"{what}: {len(count)} of {whole:,}", ha="center", va="center", fontsize=9)
    organs = {str(nodes[name].get("organ")) for name in (*shown.citing, *shown.cited)}
    named = sorted(organ for organ in organs if organ in _COLOURS)
    colours = {organ.replace("_", " "): _COLOURS[organ] for organ in named} | {"other": _OTHER}
    dots = [
        axes.scatter([], [], s=_SMALLEST * 2, c=[colour], linewidths=0, label=name) for name, colour in colours.items()
    ]
    axes.legend(handles=dots, loc="lower center", ncols=len(dots), frameon=False)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"
