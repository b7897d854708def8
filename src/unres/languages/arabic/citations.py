"""How Arabic texts cite."""

from __future__ import annotations

from unres.languages.language import Citations

CITATIONS = Citations(
    organs={
        "الجمعية العامة للأمم المتحدة": "general_assembly",
        "الجمعية العامة": "general_assembly",
        "مجلس الأمن الدولي": "security_council",
        "مجلس الأمن": "security_council",
        "المجلس الاقتصادي والاجتماعي": "economic_and_social_council",
        "مجلس الوصاية": "trusteeship_council",
        "مجلس حقوق الإنسان": "human_rights_council",
        "جمعية الأمم المتحدة للبيئة": "environment_assembly",
        "جمعية البيئة": "environment_assembly",
        "لجنة حقوق الإنسان": "commission_on_human_rights",
        "لجنة منع الجريمة والعدالة الجنائية": "commission_on_crime_prevention_and_criminal_justice",
        "لجنة المخدرات": "commission_on_narcotic_drugs",
        "لجنة وضع المرأة": "commission_on_the_status_of_women",
        "لجنة مركز المرأة": "commission_on_the_status_of_women",
        "لجنة السكان والتنمية": "commission_on_population_and_development",
        "لجنة التنمية الاجتماعية": "commission_for_social_development",
        "اللجنة المعنية بتسخير العلم والتكنولوجيا لأغراض التنمية": "commission_on_science_and_technology_for_development",
        "لجنة تسخير العلم والتكنولوجيا لأغراض التنمية": "commission_on_science_and_technology_for_development",
        "اللجنة الإحصائية": "statistical_commission",
        "منتدى الأمم المتحدة المعني بالغابات": "forum_on_forests",
        "جمعية موئل الأمم المتحدة": "habitat_assembly",
        "جمعية الموئل": "habitat_assembly",
        "اللجنة الاقتصادية والاجتماعية لغربي آسيا": "economic_and_social_commission_for_western_asia",
        "اللجنة الاقتصادية والاجتماعية لغرب آسيا": "economic_and_social_commission_for_western_asia",
        "الإسكوا": "economic_and_social_commission_for_western_asia",
        "اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ": "economic_and_social_commission_for_asia_and_the_pacific",
        "اللجنة الاقتصادية لأمريكا اللاتينية ومنطقة البحر الكاريبي": (
            "economic_commission_for_latin_america_and_the_caribbean"
        ),
        "اللجنة الاقتصادية لأمريكا اللاتينية": "economic_commission_for_latin_america_and_the_caribbean",
        "اللجنة الاقتصادية لأفريقيا": "economic_commission_for_africa",
        "اللجنة الاقتصادية لأوروبا": "economic_commission_for_europe",
        "مؤتمر الأطراف": "other",
        "جمعية الصحة العالمية": "other",
        "المؤتمر": "other",
        "مجلس الإدارة": "other",
        "اللجنة الفرعية": "other",
        "اللجنة الاقتصادية": "other",
    },
    short_organs={
        "الجمعية": ("general_assembly", "environment_assembly"),
        "المجلس": (
            "security_council",
            "economic_and_social_council",
            "human_rights_council",
            "trusteeship_council",
        ),
        "الأممي": ("security_council", "general_assembly"),
        "الأممية": ("security_council", "general_assembly"),
        "الدولي": ("security_council", "general_assembly"),
        "الأمم المتحدة": ("security_council", "general_assembly"),
        "اللجنة": (
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
    letters={
        name: letter
        for letter, names in {
            "A": "ألف الف",
            "B": "باء",
            "C": "جيم",
            "D": "دال",
            "E": "هاء",
            "F": "واو",
            "G": "زاي زاء",
            "H": "حاء",
            "I": "طاء",
            "J": "ياء",
            "K": "كاف",
            "L": "لام",
            "M": "ميم",
            "N": "نون",
            "O": "سين",
            "P": "عين",
            "Q": "فاء",
            "R": "صاد",
            "S": "قاف",
            "T": "راء",
        }.items()
        for name in names.split()
    },
)
