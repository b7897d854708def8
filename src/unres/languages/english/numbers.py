"""How numbers of resolutions are written in English."""

from unres.languages.numbers import numbers

NUMBERS = numbers(
    resolution=("Resolution", "RESOLUTION"),
    decision=("Decision", "DECISION"),
    sign=r"No\.? ?",
    dated=("of ", "Of "),
)
