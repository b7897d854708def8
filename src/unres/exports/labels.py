"""Labels and the formula as the UN prints them: "4.", "(a)", "’1‘", "٤ -", "(أ)", "The General Assembly,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unres.models import Block, Resolution


def printed_formula(resolution: Resolution) -> str:
    """The enacting formula with the comma that is printed after it; "" where there is none."""
    formula = resolution.enacting_formula
    return f"{formula}{'،' if resolution.language == 'ar' else ','}" if formula else ""


def printed_label(block: Block, language: str) -> str:
    """The label of a block as it is printed before the text; "" for a block without one, and for a heading.

    A heading is its label, or has it within its text: what becomes of it is each format's own affair.
    """
    label = block.label
    if label is None or block.kind == "heading":
        return ""
    if block.kind == "paragraph":
        return f"{label} -" if language == "ar" else f"{label}."
    return f"’{label}‘" if label.isdigit() else f"({label})"


def heading_number(block: Block) -> str:
    """What is written before a heading's text: its number where that is not within the text; "" for all else."""
    label = block.label if block.kind == "heading" else None
    return f"{label}. " if label and label.isascii() and label != block.text else ""
