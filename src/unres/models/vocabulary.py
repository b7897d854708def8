"""The closed vocabularies: organs and the kinds of document, of block and of diagnostic."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

LanguageCode = str
"""The code of a language: "ar", "en", or that of a language that is registered."""
Language = LanguageCode
ARABIC: Final = "ar"
ENGLISH: Final = "en"
ResolutionKind = Literal["resolution", "decision", "presidential_statement", "amendment", "other"]
Status = Literal["adopted", "draft"]
Zone = Literal["preamble", "operative", "annex"]
BlockKind = Literal["clause", "paragraph", "subparagraph", "heading", "table_row"]
Severity = Literal["info", "warning", "error"]


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
