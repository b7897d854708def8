"""The organs that adopt resolutions: the symbols of what they adopt, and how they number it.

A new organ is an entry of :data:`ORGANS`, a value of :class:`unres.models.Organ`, and its names in each language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Instrument = Literal["resolution", "decision", "presidential_statement"]
SessionKind = Literal["regular", "special", "emergency_special"]

GENERAL_ASSEMBLY = "general_assembly"
SECURITY_COUNCIL = "security_council"
ECOSOC = "economic_and_social_council"
HUMAN_RIGHTS_COUNCIL = "human_rights_council"
COMMISSION_ON_HUMAN_RIGHTS = "commission_on_human_rights"
ENVIRONMENT_ASSEMBLY = "environment_assembly"
TRUSTEESHIP_COUNCIL = "trusteeship_council"
HABITAT_ASSEMBLY = "habitat_assembly"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Organ:
    """How one organ numbers what it adopts."""

    head: str | None = None
    """What its symbols begin with; None: what it adopts has no symbol of its own."""
    dotted: bool = False
    """"UNEP/EA.5/Res.14" instead of "A/RES/67/190"."""
    instruments: tuple[Instrument, ...] = ("resolution", "decision")
    """What has symbols of its own."""
    by_year: bool = False
    """Pairs are "year/number"; else "session/number"."""
    first_pair: int = 1
    """The first session (or year) whose numbers are pairs."""
    last_roman: int | None = None
    """The last session in Roman numerals: "2625 (XXV)"; None: never."""
    last_roman_year: int | None = None
    """The last year of such a session; None with sessions in Roman numerals to this day."""
    special: tuple[SessionKind, ...] = ()
    """Kinds of sessions besides regular ones."""
    first_special_pair: dict[SessionKind, int] = field(default_factory=dict)
    """The first session of each kind whose numbers are pairs; before it they have Roman numerals."""
    year_before_first: int | None = None
    """Of an organ that meets once a year: the year of session N is this plus N."""
    sat: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Of one that meets more rarely: year and month of each session."""
    every: int = 0
    """How many years lie between the sessions after the last of `sat`; 0: it is not known."""
    highest: int = 30
    """No session has adopted more, as far as is known."""
    documents: str | None = None
    """What the symbols of its documents begin with, where that tells it from all others."""
    code: str | None = None
    """In the addresses of the UN's own Akoma Ntoso files."""
    colour: str | None = None
    """In pictures; None: that of all other organs."""

    @property
    def in_roman(self) -> bool:
        """Whether it has sessions in Roman numerals."""
        return self.last_roman is not None


_YEARLY = {
    "commission_on_crime_prevention_and_criminal_justice": 1991,
    "commission_on_narcotic_drugs": 1957,
    "commission_on_the_status_of_women": 1956,
    "commission_on_population_and_development": 1967,
    "commission_for_social_development": 1962,
    "commission_on_science_and_technology_for_development": 1997,
    "statistical_commission": 1969,
}
"""Commissions that number by session and meet once a year."""
_TO_THIS_DAY = 99

ORGANS: dict[str, Organ] = {
    GENERAL_ASSEMBLY: Organ(
        "A",
        first_pair=31,
        last_roman=30,
        last_roman_year=1976,
        special=("special", "emergency_special"),
        first_special_pair={"special": 8, "emergency_special": 6},
        code="unga",
        colour="#3b7dd8",
    ),
    SECURITY_COUNCIL: Organ(
        "S", instruments=("resolution", "presidential_statement"), by_year=True, code="unsc", colour="#c8553d"
    ),
    ECOSOC: Organ(
        "E",
        by_year=True,
        first_pair=1978,
        last_roman=63,
        last_roman_year=1978,
        highest=120,
        code="unecosoc",
        colour="#5a9e6f",
    ),
    HUMAN_RIGHTS_COUNCIL: Organ(
        "A/HRC",
        instruments=("resolution", "decision", "presidential_statement"),
        special=("special",),
        first_special_pair={"special": 1},
        highest=45,
        code="unga-hrc",
        colour="#b08bc9",
    ),
    TRUSTEESHIP_COUNCIL: Organ("T", instruments=("resolution",), last_roman=61, last_roman_year=1994),
    COMMISSION_ON_HUMAN_RIGHTS: Organ("E/CN.4", by_year=True, first_pair=1978, highest=199),
    ENVIRONMENT_ASSEMBLY: Organ(
        "UNEP/EA",
        dotted=True,
        sat={
            1: ((2014, 6),),
            2: ((2016, 5),),
            3: ((2017, 12),),
            4: ((2019, 3),),
            5: ((2021, 2), (2022, 2), (2022, 3)),
            6: ((2024, 2), (2024, 3)),
            7: ((2025, 12),),
        },
        every=2,
        highest=40,
    ),
    HABITAT_ASSEMBLY: Organ(
        "HSP/HA", dotted=True, sat={1: ((2019, 5),), 2: ((2023, 6),), 3: ((2027, 5), (2027, 6))}, every=4, highest=40
    ),
    **{name: Organ(year_before_first=year) for name, year in _YEARLY.items()},
    "economic_and_social_commission_for_western_asia": Organ(last_roman=_TO_THIS_DAY, documents="E/ESCWA/"),
    "economic_commission_for_latin_america_and_the_caribbean": Organ(last_roman=_TO_THIS_DAY, documents="LC/"),
    "economic_commission_for_africa": Organ(last_roman=_TO_THIS_DAY, documents="E/ECA/"),
    "economic_commission_for_europe": Organ(last_roman=_TO_THIS_DAY, documents="E/ECE/"),
    "economic_and_social_commission_for_asia_and_the_pacific": Organ(
        "E/ESCAP", instruments=("resolution",), year_before_first=1944, documents="E/ESCAP/"
    ),
}
"""By the value of :class:`unres.models.Organ`."""

REGIONAL = frozenset(name for name in ORGANS if name.startswith("economic_") and "commission" in name)
"""The regional commissions: numbers of theirs look like the Assembly's and the Economic and Social Council's."""
