"""How numbers of resolutions are written in Arabic; some documents have the word in English."""

from unres.languages.numbers import numbers

NUMBERS = numbers(
    resolution=("القرار", "قرار", "Resolution", "RESOLUTION"),
    decision=("المقرر", "مقرر", "Decision", "DECISION"),
    sign=r"رقم |No\.? ?",
    parts=("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء"),
    prefixes={"د": "", "دإ": "S-", "دا": "S-", "دط": "ES-", "دإط": "ES-", "داط": "ES-"},
    dated=("المؤرخ", "المتخذ", "of ", "Of "),
    session_first=False,
)
