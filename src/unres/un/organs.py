"""The organs that adopt resolutions: the symbols of what they adopt, and how they number it.

A new organ is a value of :class:`Organ`, an entry of :data:`ORGANS`, and its names in each language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal

Instrument = Literal["resolution", "decision", "presidential_statement"]
SessionKind = Literal["regular", "special", "emergency_special"]


class Organ(StrEnum):
    """The body that adopts, or is cited. Names are the UN's own, in English, in lower case."""

    GENERAL_ASSEMBLY = "general_assembly"
    SECURITY_COUNCIL = "security_council"
    ECONOMIC_AND_SOCIAL_COUNCIL = "economic_and_social_council"
    TRUSTEESHIP_COUNCIL = "trusteeship_council"
    HUMAN_RIGHTS_COUNCIL = "human_rights_council"
    ENVIRONMENT_ASSEMBLY = "environment_assembly"
    COMMISSION_ON_HUMAN_RIGHTS = "commission_on_human_rights"
    COMMISSION_ON_CRIME_PREVENTION = "commission_on_crime_prevention_and_criminal_justice"
    COMMISSION_ON_NARCOTIC_DRUGS = "commission_on_narcotic_drugs"
    COMMISSION_ON_THE_STATUS_OF_WOMEN = "commission_on_the_status_of_women"
    COMMISSION_ON_POPULATION = "commission_on_population_and_development"
    COMMISSION_FOR_SOCIAL_DEVELOPMENT = "commission_for_social_development"
    COMMISSION_ON_SCIENCE_AND_TECHNOLOGY = "commission_on_science_and_technology_for_development"
    STATISTICAL_COMMISSION = "statistical_commission"
    FORUM_ON_FORESTS = "forum_on_forests"
    HABITAT_ASSEMBLY = "habitat_assembly"
    COMMISSION_FOR_WESTERN_ASIA = "economic_and_social_commission_for_western_asia"
    COMMISSION_FOR_ASIA_AND_THE_PACIFIC = "economic_and_social_commission_for_asia_and_the_pacific"
    COMMISSION_FOR_LATIN_AMERICA = "economic_commission_for_latin_america_and_the_caribbean"
    COMMISSION_FOR_AFRICA = "economic_commission_for_africa"
    COMMISSION_FOR_EUROPE = "economic_commission_for_europe"
    OTHER = "other"


GENERAL_ASSEMBLY: Final = Organ.GENERAL_ASSEMBLY
SECURITY_COUNCIL: Final = Organ.SECURITY_COUNCIL
ECOSOC: Final = Organ.ECONOMIC_AND_SOCIAL_COUNCIL
HUMAN_RIGHTS_COUNCIL: Final = Organ.HUMAN_RIGHTS_COUNCIL
COMMISSION_ON_HUMAN_RIGHTS: Final = Organ.COMMISSION_ON_HUMAN_RIGHTS
ENVIRONMENT_ASSEMBLY: Final = Organ.ENVIRONMENT_ASSEMBLY
TRUSTEESHIP_COUNCIL: Final = Organ.TRUSTEESHIP_COUNCIL
OTHER: Final = Organ.OTHER


@dataclass(frozen=True, slots=True)
class Numbering:
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
    Organ.COMMISSION_ON_CRIME_PREVENTION: 1991,
    Organ.COMMISSION_ON_NARCOTIC_DRUGS: 1957,
    Organ.COMMISSION_ON_THE_STATUS_OF_WOMEN: 1956,
    Organ.COMMISSION_ON_POPULATION: 1967,
    Organ.COMMISSION_FOR_SOCIAL_DEVELOPMENT: 1962,
    Organ.COMMISSION_ON_SCIENCE_AND_TECHNOLOGY: 1997,
    Organ.STATISTICAL_COMMISSION: 1969,
}
"""Commissions that number by session and meet once a year."""
_TO_THIS_DAY = 99

ORGANS: dict[str, Numbering] = {
    GENERAL_ASSEMBLY: Numbering(
        "A",
        first_pair=31,
        last_roman=30,
        last_roman_year=1976,
        special=("special", "emergency_special"),
        first_special_pair={"special": 8, "emergency_special": 6},
        code="unga",
        colour="#3b7dd8",
    ),
    SECURITY_COUNCIL: Numbering(
        "S", instruments=("resolution", "presidential_statement"), by_year=True, code="unsc", colour="#c8553d"
    ),
    ECOSOC: Numbering(
        "E",
        by_year=True,
        first_pair=1978,
        last_roman=63,
        last_roman_year=1978,
        highest=120,
        code="unecosoc",
        colour="#5a9e6f",
    ),
    HUMAN_RIGHTS_COUNCIL: Numbering(
        "A/HRC",
        instruments=("resolution", "decision", "presidential_statement"),
        special=("special",),
        first_special_pair={"special": 1},
        highest=45,
        code="unga-hrc",
        colour="#b08bc9",
    ),
    TRUSTEESHIP_COUNCIL: Numbering("T", instruments=("resolution",), last_roman=61, last_roman_year=1994),
    COMMISSION_ON_HUMAN_RIGHTS: Numbering("E/CN.4", by_year=True, first_pair=1978, highest=199),
    ENVIRONMENT_ASSEMBLY: Numbering(
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
    Organ.HABITAT_ASSEMBLY: Numbering(
        "HSP/HA", dotted=True, sat={1: ((2019, 5),), 2: ((2023, 6),), 3: ((2027, 5), (2027, 6))}, every=4, highest=40
    ),
    **{name: Numbering(year_before_first=year) for name, year in _YEARLY.items()},
    Organ.COMMISSION_FOR_WESTERN_ASIA: Numbering(last_roman=_TO_THIS_DAY, documents="E/ESCWA/"),
    Organ.COMMISSION_FOR_LATIN_AMERICA: Numbering(last_roman=_TO_THIS_DAY, documents="LC/"),
    Organ.COMMISSION_FOR_AFRICA: Numbering(last_roman=_TO_THIS_DAY, documents="E/ECA/"),
    Organ.COMMISSION_FOR_EUROPE: Numbering(last_roman=_TO_THIS_DAY, documents="E/ECE/"),
    Organ.COMMISSION_FOR_ASIA_AND_THE_PACIFIC: Numbering(
        "E/ESCAP", instruments=("resolution",), year_before_first=1944, documents="E/ESCAP/"
    ),
}
"""By organ. One without an entry has no symbols of its own and no numbering that is known."""

COUNCILS: tuple[str, ...] = (SECURITY_COUNCIL, ECOSOC, HUMAN_RIGHTS_COUNCIL, TRUSTEESHIP_COUNCIL)
"""Any of them is "the Council"."""
FUNCTIONAL_COMMISSIONS: tuple[str, ...] = (COMMISSION_ON_HUMAN_RIGHTS, *_YEARLY)
"""Any of them is "the Commission"."""
REGIONAL = frozenset(name for name in ORGANS if name.startswith("economic_") and "commission" in name)
"""The regional commissions: numbers of theirs look like the Assembly's and the Economic and Social Council's."""
