"""Teesmouth, Saltscar's neighbour: its wards, its teams, what each of its years should come to, and where
each figure was published.

The figures are those of a real borough of the same size, Middlesbrough (E06000002), so that its published
tables can be counted again from invented children:

* looked after, plans and children in need at 31 October 2017: that council's report of the end of 2017. It
  counts as in need only those without a plan who are not looked after: the line is of all three together;
* referrals, re-referrals, referrals assessed as not in need, children in need at 31 March: Department for
  Education, Children in need statistics 2013 to 2025 (tables B1 and C1, Open Government Licence v3.0);
* section 47 enquiries (their rate, times children), conferences, plans, looked after, placements and
  timeliness: the Department's Local Authority Interactive Tool, 2016 to 2025 (same licence).

Not published, and ours: contacts, assessments, unaccompanied children before 2023 (suppressed), plans and
looked after before 2016, what a foster placement's provider was, and all before 2013 and after 2025.
"""

from datetime import date

from throughline.sample.aims import Aims, Approved, Families, Work
from throughline.sample.authority import Authority
from throughline.sample.names import streets
from throughline.sample.places import Beyond, Places, Ward
from throughline.sample.teams import Team, Teams
from throughline.sample.totals import Mix, Totals, Year, figures

YEARS: dict[int, Year] = {
    2009: figures(8900, 2000, 0.14, 0.36, 2120, 0.80, 1600, 480, 240, 0.88, 170, 150, 250, 0),
    2010: figures(9100, 2050, 0.14, 0.36, 2180, 0.80, 1900, 500, 260, 0.88, 190, 150, 275, 0),
    2011: figures(9300, 2100, 0.15, 0.37, 2230, 0.80, 2150, 520, 280, 0.88, 205, 155, 300, 0),
    2012: figures(9500, 2150, 0.15, 0.38, 2280, 0.80, 2350, 540, 290, 0.88, 220, 155, 325, 0),
    2013: figures(9600, 2215, 0.153, 0.397, 2350, 0.80, 2485, 560, 300, 0.88, 235, 160, 345, 1),
    2014: figures(10400, 2456, 0.151, 0.376, 2600, 0.82, 2197, 600, 310, 0.88, 240, 160, 355, 1),
    2015: figures(9200, 2083, 0.156, 0.186, 2260, 0.85, 2069, 620, 320, 0.88, 245, 165, 365, 2),
    2016: figures(10300, 2415, 0.127, 0.327, 2580, 0.877, 2130, 654, 335, 0.872, 250, 181, 377, 2),
    2017: figures(10800, 2497, 0.187, 0.359, 2690, 0.829, 2074, 833, 391, 0.890, 276, 254, 444, 3),
    2018: figures(11700, 2786, 0.198, 0.359, 2990, 0.674, 2231, 1008, 303, 0.650, 266, 185, 466, 3),
    2019: figures(11300, 2600, 0.232, 0.294, 2830, 0.834, 2169, 1097, 372, 0.804, 263, 205, 518, 3),
    2020: figures(15900, 3833, 0.243, 0.288, 4120, 0.813, 2852, 1687, 559, 0.746, 379, 296, 618, 4),
    2021: figures(17200, 4429, 0.204, 0.298, 4800, 0.621, 2932, 2535, 853, 0.635, 567, 227, 570, 4),
    2022: figures(17600, 4613, 0.261, 0.339, 4990, 0.876, 2461, 2435, 541, 0.824, 416, 199, 502, 5),
    2023: figures(16400, 4229, 0.260, 0.311, 4560, 0.764, 2196, 2257, 573, 0.754, 469, 245, 509, 8),
    2024: figures(12300, 2797, 0.253, 0.304, 3060, 0.795, 1951, 1662, 404, 0.624, 320, 207, 513, 14),
    2025: figures(14900, 3636, 0.253, 0.289, 3900, 0.935, 2005, 1928, 524, 0.861, 353, 172, 493, 15),
    2026: figures(14600, 3560, 0.250, 0.290, 3830, 0.920, 2010, 1890, 510, 0.865, 348, 176, 488, 16),
}
OCTOBER, DECEMBER = date(2017, 10, 31), date(2017, 12, 31)
ON = {"care": {OCTOBER: 442}, "plans": {OCTOBER: 237}, "in_need": {OCTOBER: 1372 + 237 + 442}}

MIXES: dict[int, Mix] = {
    2013: Mix(0.46, 0.30, 0.07, 0.03, 0.10, 0.04, 0.00),
    2018: Mix(0.45, 0.28, 0.08, 0.04, 0.11, 0.04, 0.00),
    2020: Mix(0.44, 0.27, 0.09, 0.04, 0.12, 0.035, 0.005),
    2021: Mix(0.44, 0.27, 0.10, 0.04, 0.12, 0.025, 0.005),
    2022: Mix(0.43, 0.28, 0.10, 0.05, 0.10, 0.03, 0.01),
    2023: Mix(0.42, 0.30, 0.10, 0.06, 0.07, 0.03, 0.02),
    2024: Mix(0.39, 0.30, 0.12, 0.02, 0.10, 0.025, 0.045),
    2025: Mix(0.40, 0.31, 0.12, 0.04, 0.06, 0.025, 0.045),
}

# Children aged 0 to 17: Office for National Statistics, mid-year population estimates 2012 to 2024, Open
# Government Licence v3.0. That of 2016 is as it was when the figures of October 2017 were published.
CHILDREN: dict[int, int] = {
    2012: 31604, 2013: 31709, 2014: 31757, 2015: 31979, 2016: 32180, 2017: 32500, 2018: 32539,
    2019: 32877, 2020: 33231, 2021: 33480, 2022: 34384, 2023: 35177, 2024: 35617,
}  # fmt: skip

WARDS = (
    Ward("Alderholme", "Riverside", "North", 1.05, 1.85),
    Ward("Brinefield", "Riverside", "North", 1.20, 2.30),
    Ward("Crosskeld", "Hillside", "South", 0.85, 0.55),
    Ward("Dockhead", "Riverside", "North", 1.10, 2.00),
    Ward("Ebberwood", "Hillside", "South", 0.90, 0.45),
    Ward("Ferrygate", "Riverside", "North", 1.00, 1.60),
    Ward("Grangeholt", "Parkside", "East", 1.05, 1.10),
    Ward("Hollowdale", "Parkside", "East", 0.95, 1.35),
    Ward("Islebeck", "Parkside", "East", 1.00, 0.90),
    Ward("Juniper Park", "Hillside", "South", 0.80, 0.40),
    Ward("Kilnside", "Parkside", "West", 1.15, 1.75),
    Ward("Linthwaite", "Hillside", "South", 0.95, 0.80),
    Ward("Millrace", "Parkside", "West", 1.10, 1.25),
    Ward("Newhaven", "Riverside", "West", 1.25, 1.95),
    Ward("Overmoor", "Hillside", "South", 0.85, 0.60),
    Ward("Pennyford", "Parkside", "East", 1.00, 1.05),
    Ward("Ravenscar Road", "Parkside", "West", 1.05, 1.30),
    Ward("Stonegarth", "Hillside", "East", 0.90, 0.70),
)

TEAMS = (
    Team("C10", "Children's Services", "", 0, "Director"),
    Team("C20", "Front Door", "C10", 0, "Head of Service"),
    Team("C21", "Multi-agency Hub", "C20", 24, "Social Worker"),
    Team("C22", "Assessment Blue", "C20", 22, "Social Worker"),
    Team("C23", "Assessment Green", "C20", 22, "Social Worker"),
    Team("C24", "Assessment Red", "C20", 22, "Social Worker"),
    Team("C25", "Assessment Silver", "C20", 22, "Social Worker"),
    Team("C26", "Assessment Gold", "C20", 22, "Social Worker"),
    Team("C30", "Safeguarding and Care Planning", "C10", 0, "Head of Service"),
    Team("C31", "Care Planning North", "C30", 21, "Social Worker"),
    Team("C32", "Care Planning South", "C30", 21, "Social Worker"),
    Team("C33", "Care Planning East", "C30", 21, "Social Worker"),
    Team("C34", "Care Planning West", "C30", 21, "Social Worker"),
    Team("C35", "Children with Disabilities", "C30", 23, "Social Worker"),
    Team("C40", "Looked After", "C10", 0, "Head of Service"),
    Team("C41", "Looked After Children", "C40", 18, "Social Worker"),
    Team("C42", "Pathways", "C40", 25, "Personal Adviser"),
    Team("C50", "Stronger Families", "C10", 0, "Early Help Worker"),
)

TEESMOUTH = Authority(
    name="Teesmouth",
    key="teesmouth",
    number="998",
    stands_for="E06000002",
    seed=7000,
    places=Places(
        seed=20130402,
        area="ZT",
        wards=WARDS,
        area_beyond="ZQ",
        councils_beyond=(
            Beyond("Saltscar", 4, 20), Beyond("Calderwick", 4, 35), Beyond("Wearholm", 12, 55),
            Beyond("Ouseborough", 25, 120), Beyond("Marrickshire", 45, 240),
        ),
    ),
    teams=Teams(
        all=TEAMS,
        front="C21",
        duty=("C22", "C23", "C24", "C25", "C26"),
        patches={"North": "C31", "South": "C32", "East": "C33", "West": "C34"},
        disabled="C35",
        in_care="C41",
        leavers="C42",
    ),
    totals=Totals(years=YEARS, on=ON, mixes=MIXES, children=CHILDREN),
    aims=Aims(  # the first two are ours
        families=Families(date(2018, 3, 31), engaged=1650, claimed=710),
        work=Work(date(2018, 7, 31), engaged=610, completed=330, to_work=240),
        approved=(Approved(date(2017, 4, 1), DECEMBER, many=116, mainstream=10, kin=8),),  # N167 to N169
        studying={DECEMBER: 11},  # N170
    ),
    streets=streets(
        "Anvil Barge Cinder Derrick Eddy Foundry Girder Heron Ingot Jetsam Kiln Lapwing Marram Navvy Otter "
        "Pewter Quayle Rushes Sluice Transom"
    ),
    organisations=(
        "Stronger Families Teesmouth", "Dockhead Family Hub", "Kilnside Primary School",
        "Newhaven Health Visiting", "Brinefield Academy", "Ferrygate Youth Trust",
    ),
    cases_looked_at=5000,
    plans_looked_at=5000,
    first_keys={"person": 2700311, "family": 80017, "case": 650201, "carer": 5001, "care": 12001},
)  # fmt: skip
