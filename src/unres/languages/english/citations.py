"""How English texts cite."""

from __future__ import annotations

from unres.languages.language import Citations

CITATIONS = Citations(
    organs={
        "General Assembly": "general_assembly",
        "Security Council": "security_council",
        "Economic and Social Council": "economic_and_social_council",
        "Trusteeship Council": "trusteeship_council",
        "Human Rights Council": "human_rights_council",
        "United Nations Environment Assembly": "environment_assembly",
        "Environment Assembly": "environment_assembly",
        "United Nations Environment Assembly of the United Nations Environment Programme": "environment_assembly",
        "Commission on Human Rights": "commission_on_human_rights",
        "Commission on Crime Prevention and Criminal Justice": "commission_on_crime_prevention_and_criminal_justice",
        "Commission on Narcotic Drugs": "commission_on_narcotic_drugs",
        "Commission on the Status of Women": "commission_on_the_status_of_women",
        "Commission on Population and Development": "commission_on_population_and_development",
        "Commission for Social Development": "commission_for_social_development",
        "Commission on Science and Technology for Development": "commission_on_science_and_technology_for_development",
        "Statistical Commission": "statistical_commission",
        "United Nations Forum on Forests": "forum_on_forests",
        "United Nations Habitat Assembly": "habitat_assembly",
        "UN-Habitat Assembly": "habitat_assembly",
        "Conference of the Parties": "other",
        "World Health Assembly": "other",
        "Conference": "other",
        "Subcommission": "other",
        "Sub-Commission": "other",
        "Governing Council": "other",
        "UNHabitat Assembly": "habitat_assembly",
        "Habitat Assembly": "habitat_assembly",
        "Economic and Social Commission for Western Asia": "economic_and_social_commission_for_western_asia",
        "Economic and Social Commission for Asia and the Pacific": (
            "economic_and_social_commission_for_asia_and_the_pacific"
        ),
        "Economic Commission for Latin America and the Caribbean": (
            "economic_commission_for_latin_america_and_the_caribbean"
        ),
        "Economic Commission for Latin America": "economic_commission_for_latin_america_and_the_caribbean",
        "Economic Commission for Africa": "economic_commission_for_africa",
        "Economic Commission for Europe": "economic_commission_for_europe",
    },
    short_organs={
        "Assembly": ("general_assembly", "environment_assembly"),
        "Council": ("security_council", "economic_and_social_council", "human_rights_council", "trusteeship_council"),
        "UN": ("security_council", "general_assembly"),
        "U.N.": ("security_council", "general_assembly"),
        "United Nations": ("security_council", "general_assembly"),
        "Commission": (
            "commission_on_human_rights",
            "commission_on_crime_prevention_and_criminal_justice",
            "commission_on_narcotic_drugs",
            "commission_on_the_status_of_women",
            "commission_on_population_and_development",
            "commission_for_social_development",
            "commission_on_science_and_technology_for_development",
            "statistical_commission",
        ),
    },
    abbreviations={
        "UNSC": "security_council",
        "SC": "security_council",
        "S.C.": "security_council",
        "UNGA": "general_assembly",
        "GA": "general_assembly",
        "G.A.": "general_assembly",
        "ECOSOC": "economic_and_social_council",
        "HRC": "human_rights_council",
        "UNHRC": "human_rights_council",
        "UNEA": "environment_assembly",
        "CND": "commission_on_narcotic_drugs",
        "CCPCJ": "commission_on_crime_prevention_and_criminal_justice",
        "CSW": "commission_on_the_status_of_women",
        "ESCWA": "economic_and_social_commission_for_western_asia",
        "ESCAP": "economic_and_social_commission_for_asia_and_the_pacific",
        "ECLAC": "economic_commission_for_latin_america_and_the_caribbean",
        "CEPAL": "economic_commission_for_latin_america_and_the_caribbean",
    },
)
