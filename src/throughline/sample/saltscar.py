"""Saltscar: its wards, its teams, what each of its years should come to, and where each figure was published.

The figures are those of a real borough of the same size, Redcar and Cleveland (E06000003), so that its
published tables can be counted again from invented children:

* contacts, referrals and assessments of 2015/16 to 2017/18, plans and looked after at 31 March 2015 to
  2018 by type of placement: that council's annual report on safeguarding, 2017/18;
* referrals, re-referrals, referrals assessed as not in need, children in need at 31 March: Department for
  Education, Children in need statistics 2013 to 2025 (tables B1 and C1, Open Government Licence v3.0);
* section 47 enquiries, conferences, plans started, looked after, placements and timeliness: the Department's
  Local Authority Interactive Tool, 2016 to 2025 (Open Government Licence v3.0).

Contacts and assessments are not published for other years: they follow referrals at the rate of the years
that are. Before 2013 and after 2025 nothing is published: those years carry the nearest on.
"""

from datetime import date

from throughline.sample.authority import Authority
from throughline.sample.names import streets
from throughline.sample.places import Beyond, Places, Ward
from throughline.sample.published import CARE_ON, IN_NEED_ON, PLANS_ON, SALTSCAR_AIMS
from throughline.sample.teams import Team, Teams
from throughline.sample.totals import Mix, Totals, Year, figures

YEARS: dict[int, Year] = {
    2009: figures(8000, 1500, 0.20, 0.28, 1560, 0.80, 1000, 420, 230, 0.93, 110, 110, 120, 0),
    2010: figures(8000, 1600, 0.20, 0.28, 1660, 0.80, 1150, 440, 240, 0.93, 130, 110, 140, 0),
    2011: figures(8000, 1700, 0.22, 0.28, 1780, 0.80, 1250, 460, 240, 0.93, 140, 105, 155, 0),
    2012: figures(8000, 1850, 0.24, 0.28, 1900, 0.80, 1330, 480, 250, 0.93, 150, 100, 165, 0),
    2013: figures(8900, 2031, 0.247, 0.278, 2090, 0.80, 1369, 490, 240, 0.93, 154, 95, 172, 0),
    2014: figures(8700, 1673, 0.206, 0.326, 1800, 0.82, 1170, 520, 300, 0.94, 217, 95, 178, 0),
    2015: figures(7600, 992, 0.198, 0.208, 1150, 0.84, 950, 480, 160, 0.95, 120, 92, 183, 0),
    2016: figures(8394, 1246, 0.100, 0.216, 1330, 0.831, 1081, 553, 233, 0.957, 147, 94, 199, 0),
    2017: figures(9680, 1432, 0.150, 0.187, 1559, 0.766, 1259, 703, 259, 0.946, 200, 123, 235, 6),
    2018: figures(8345, 1350, 0.128, 0.167, 1732, 0.761, 1291, 846, 245, 0.980, 156, 123, 284, 8),
    2019: figures(8120, 1269, 0.099, 0.113, 1560, 0.751, 1285, 762, 230, 0.826, 159, 120, 297, 10),
    2020: figures(11050, 2108, 0.126, 0.188, 2420, 0.773, 1758, 978, 388, 0.897, 260, 152, 344, 16),
    2021: figures(10310, 1878, 0.210, 0.097, 2230, 0.648, 1666, 1016, 390, 0.936, 255, 126, 317, 17),
    2022: figures(10490, 1802, 0.185, 0.075, 2160, 0.675, 1626, 1106, 378, 0.865, 245, 160, 341, 24),
    2023: figures(10830, 1820, 0.187, 0.300, 2150, 0.759, 1573, 1148, 402, 0.841, 209, 218, 403, 20),
    2024: figures(10160, 1556, 0.149, 0.227, 1890, 0.868, 1633, 1018, 423, 0.882, 227, 212, 419, 24),
    2025: figures(11260, 1967, 0.146, 0.052, 2300, 0.844, 1601, 974, 323, 0.848, 189, 175, 397, 23),
    2026: figures(11020, 1880, 0.152, 0.110, 2210, 0.872, 1612, 965, 318, 0.862, 195, 170, 391, 22),
}

# 2015 to 2018 from Table 6 of the annual report; from 2020 from the interactive tool (fostering undivided).
MIXES: dict[int, Mix] = {
    2013: Mix(0.43, 0.35, 0.10, 0.03, 0.05, 0.04, 0.00),
    2015: Mix(0.420, 0.361, 0.104, 0.030, 0.050, 0.035, 0.000),
    2016: Mix(0.417, 0.382, 0.101, 0.025, 0.045, 0.030, 0.000),
    2017: Mix(0.434, 0.357, 0.098, 0.030, 0.051, 0.030, 0.000),
    2018: Mix(0.440, 0.278, 0.127, 0.050, 0.070, 0.035, 0.000),
    2020: Mix(0.450, 0.290, 0.085, 0.060, 0.080, 0.030, 0.005),
    2021: Mix(0.450, 0.290, 0.095, 0.050, 0.090, 0.020, 0.005),
    2022: Mix(0.430, 0.300, 0.085, 0.070, 0.070, 0.025, 0.020),
    2023: Mix(0.365, 0.285, 0.085, 0.080, 0.115, 0.020, 0.050),
    2024: Mix(0.350, 0.300, 0.105, 0.025, 0.080, 0.020, 0.120),
    2025: Mix(0.340, 0.310, 0.140, 0.040, 0.045, 0.025, 0.100),
    2027: Mix(0.350, 0.290, 0.145, 0.055, 0.050, 0.025, 0.085),
}


# Children aged 0 to 17: Office for National Statistics, mid-year population estimates 2012 to 2024
# (as used by the Department for Education's dashboard), Redcar and Cleveland. Open Government Licence v3.0.
CHILDREN: dict[int, int] = {
    2012: 27557, 2013: 27501, 2014: 27360, 2015: 27404, 2016: 27308, 2017: 27430, 2018: 27478,
    2019: 27453, 2020: 27370, 2021: 27176, 2022: 27239, 2023: 27485, 2024: 27499,
}  # fmt: skip

# Share signed off within 45 working days, by month of sign-off, where a year was not level. The council's
# self-assessment of 2018 gives 62.2 % in April and 82.9 % in the autumn; `totals` has the shares of years.
IN_TIME = (
    (date(2017, 4, 1), 0.82), (date(2017, 9, 1), 0.78), (date(2018, 1, 1), 0.67), (date(2018, 4, 1), 0.62),
    (date(2018, 8, 1), 0.82), (date(2019, 4, 1), 0.773), (date(2020, 4, 1), 0.645), (date(2021, 4, 1), 0.67),
    (date(2022, 4, 1), 0.69), (date(2022, 11, 1), 0.85), (date(2023, 4, 1), 0.868), (date(2024, 4, 1), 0.844),
    (date(2025, 4, 1), 0.875),
)  # fmt: skip

WARDS = (
    Ward("Anchorage", "Harbour", "North", 1.10, 2.10),
    Ward("Bellshaw", "Ironholme", "West", 0.85, 0.70),
    Ward("Cobblegate", "Harbour", "North", 1.00, 1.60),
    Ward("Dunmarsh", "Ironholme", "West", 1.25, 2.50),
    Ward("Eastlow", "Moorfoot", "East", 0.90, 0.90),
    Ward("Fennside", "Ironholme", "Central", 1.15, 1.70),
    Ward("Garthmoor", "Moorfoot", "East", 0.70, 0.45),
    Ward("Harrowbeck", "Moorfoot", "East", 1.05, 1.35),
    Ward("Ironholme Quay", "Ironholme", "West", 1.20, 1.95),
    Ward("Jettyside", "Harbour", "North", 0.95, 1.20),
    Ward("Kelderwick", "Moorfoot", "East", 0.80, 0.60),
    Ward("Lantern Hill", "Harbour", "Central", 1.05, 0.80),
    Ward("Marlpit", "Ironholme", "Central", 1.10, 1.10),
    Ward("Nethershaw", "Ironholme", "West", 1.00, 0.75),
    Ward("Oysterbank", "Harbour", "North", 0.90, 0.95),
    Ward("Pantile", "Moorfoot", "East", 1.00, 1.15),
    Ward("Quarrygate", "Moorfoot", "Central", 0.95, 0.85),
    Ward("Ropewalk", "Harbour", "Central", 1.15, 1.45),
    Ward("Scarfoot", "Harbour", "North", 0.95, 0.50),
    Ward("Thornmere", "Moorfoot", "East", 0.95, 0.40),
)

TEAMS = (
    Team("T100", "Children's Social Care", "", 0, "Director"),
    Team("T110", "Front Door and Assessment", "T100", 0, "Head of Service"),
    Team("T111", "First Contact", "T110", 22, "Social Worker"),
    Team("T112", "Assessment Team 1", "T110", 21, "Social Worker"),
    Team("T113", "Assessment Team 2", "T110", 21, "Social Worker"),
    Team("T114", "Assessment Team 3", "T110", 21, "Social Worker"),
    Team("T115", "Assessment Team 4", "T110", 21, "Social Worker"),
    Team("T120", "Safeguarding", "T100", 0, "Head of Service"),
    Team("T121", "Safeguarding North", "T120", 21, "Social Worker"),
    Team("T122", "Safeguarding Central", "T120", 21, "Social Worker"),
    Team("T123", "Safeguarding East", "T120", 21, "Social Worker"),
    Team("T124", "Safeguarding West", "T120", 21, "Social Worker"),
    Team("T125", "Disabled Children", "T120", 22, "Social Worker"),
    Team("T130", "Children in Our Care", "T100", 0, "Head of Service"),
    Team("T131", "Children in Care", "T130", 19, "Social Worker"),
    Team("T132", "Leaving Care", "T130", 24, "Personal Adviser"),
    Team("T140", "Early Help", "T100", 0, "Early Help Worker"),
)

SALTSCAR = Authority(
    name="Saltscar",
    key="saltscar",
    number="999",
    stands_for="E06000003",
    seed=0,
    places=Places(
        seed=20130401,
        area="ZS",
        wards=WARDS,
        area_beyond="ZX",
        councils_beyond=(
            Beyond("Teesmouth", 4, 18), Beyond("Ouseborough", 30, 120), Beyond("Calderwick", 10, 40),
            Beyond("Wearholm", 16, 60), Beyond("Hollinmoor", 4, 24), Beyond("Derwentshire", 50, 240),
        ),
    ),
    teams=Teams(
        all=TEAMS,
        front="T111",
        duty=("T112", "T113", "T114", "T115"),
        patches={"North": "T121", "Central": "T122", "East": "T123", "West": "T124"},
        disabled="T125",
        in_care="T131",
        leavers="T132",
    ),
    totals=Totals(
        years=YEARS,
        on={"care": CARE_ON, "plans": PLANS_ON, "in_need": IN_NEED_ON},
        mixes=MIXES,
        children=CHILDREN,
        in_time=IN_TIME,
    ),
    aims=SALTSCAR_AIMS,
    streets=streets(
        "Alum Bollard Capstan Chandler Curlew Drift Ebb Farrier Gannet Hawser Jet Keel Limpet Mooring Osprey "
        "Pantile Rivet Samphire Tern Windlass"
    ),
    organisations=(
        "Saltscar Early Help", "Lantern Hill Family Hub", "Ropewalk Primary School",
        "Dunmarsh Health Visiting", "Ironholme Academy", "Harbour Youth Project",
    ),
    cases_looked_at=1800,
    plans_looked_at=1500,  # forgets a plan of many years: its files are not to change
    first_keys={"person": 1400211, "family": 60011, "case": 500101, "carer": 3001, "care": 9001},
)  # fmt: skip
