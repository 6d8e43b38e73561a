"""The figures of published tables that Saltscar's children are arranged to come to, and where each is from.

`N044` and the like are the numbers of the project's list of published figures, under which each is found
with its source: for Saltscar the annual report on safeguarding 2017/18 of Redcar and Cleveland, and its
self-assessment of 2018. Nothing outside `sample` reads them.
"""

from datetime import date

from throughline.sample.aims import (
    Aims,
    Caseloads,
    Court,
    Discussed,
    Families,
    Followed,
    Households,
    Panel,
    Part,
    Work,
)

AUTUMN = date(2018, 10, 31)  # "autumn 2018" in the self-assessment: no day is given, so this month's end

# Stocks on days other than the ends of years: Table 5 (N092 to N095), N183, N185; two Novembers (N252, N253).
# The parts of Table 6 come to 184 and 236 where 183 and 235 are printed (N105, N123): the parts are kept.
PLANS_ON = {date(2017, 6, 30): 200, date(2017, 9, 30): 198, date(2017, 12, 31): 175, AUTUMN: 149}
IN_NEED_ON = {date(2016, 3, 31): 1084, AUTUMN: 1268}  # N189, N190: 17 % more than in 2016
CARE_ON = {
    date(2015, 3, 31): 184, date(2017, 3, 31): 236, AUTUMN: 287, date(2020, 11, 30): 317,
    date(2023, 11, 30): 406,
}  # fmt: skip

DUTY = "T112", "T113", "T114", "T115"  # assessment
PATCHES = "T121", "T122", "T123", "T124"  # safeguarding, by locality
YEAR = date(2017, 4, 1), date(2018, 3, 31)

SALTSCAR_AIMS = Aims(
    families=Families(AUTUMN, engaged=1199, claimed=522),  # N218, N220
    work=Work(date(2018, 7, 31), engaged=540, completed=274, to_work=208),  # N278 to N280
    households=(Households(date(2018, 3, 31), many=84, rise=14),),  # N142, N143
    plans={  # Table 5: N052 to N091
        date(2017, 6, 30): {"NEG": 131, "PHY": 7, "SAB": 5, "EMO": 56, "MUL": 1},
        date(2017, 9, 30): {"NEG": 138, "PHY": 10, "SAB": 2, "EMO": 47, "MUL": 1},
        date(2017, 12, 31): {"NEG": 113, "PHY": 11, "SAB": 7, "EMO": 44, "MUL": 0},
        date(2018, 3, 31): {"NEG": 102, "PHY": 15, "SAB": 7, "EMO": 27, "MUL": 5},
    },
    homes={  # Table 6: N106 to N140; and N225
        date(2015, 3, 31): {"in_house": 77, "agency": 66, "residential": 19, "other": 22},
        date(2016, 3, 31): {"in_house": 83, "agency": 76, "residential": 20, "other": 20},
        date(2017, 3, 31): {"in_house": 102, "agency": 84, "residential": 23, "other": 27},
        date(2018, 3, 31): {"in_house": 125, "agency": 79, "residential": 36, "other": 44},
        AUTUMN: {"residential": 35},
    },
    caseloads={date(2023, 11, 30): Caseloads((*DUTY, *PATCHES, "T131"), mean=18.6, heavy=5)},  # N267, N269
    agency={date(2018, 12, 31): 5},  # N273
    planned=frozenset({2023}),  # N271
    settled={AUTUMN: 0.728},  # N224
    outside={date(2018, 12, 31): 0.53},  # N298
    # N044 to N051. Five wards are published, and the share of three localities: Dunmarsh stands for
    # Grangetown, Ironholme Quay for Eston, Fennside for Southbank, Harrowbeck for Guisborough, Pantile for
    # Loftus; Ironholme for Greater Eston, Harbour for Redcar, Moorfoot for East Cleveland.
    places={
        date(2018, 3, 31): {
            "Dunmarsh": 28, "Ironholme Quay": 19, "Fennside": 12, "Ironholme": 11,
            "Harrowbeck": 12, "Pantile": 12, "Moorfoot": 18, "Harbour": 44,
        }
    },
    in_time=(
        Part(*YEAR, 0.761),  # N023
        Part(date(2018, 4, 1), date(2018, 4, 30), 0.622),  # N209
        Part(date(2018, 9, 1), date(2018, 11, 30), 0.829),  # N210
    ),
    factors={"4B": Part(*YEAR, 0.35), "3B": Part(*YEAR, 0.32), "16A": Part(*YEAR, 0.26)},  # N020 to N022
    discussed={  # Table 3: N030 to N040
        2016: Discussed(481, 736), 2017: Discussed(492, 858, 349), 2018: Discussed(612, 1025, 568),
    },
    court={2018: Court(sets=84, children=134, concluded=90, weeks=29)},  # N096, N098 to N100
    panel={2018: Panel(referred=136, accepted=38, kept={"M": 4, "F": 22})},  # N149 to N153
    early_help=(Followed(date(2017, 1, 1), date(2017, 3, 31), 250, 68, 7),),  # N211 to N214
)  # fmt: skip
