"""Measures of children in need."""

from throughline.measures.kinds import Rate, Stock
from throughline.record.front_door import Referrals

children_in_need = Stock(
    title="Children in need",
    why="How many children have an open case.",
    defined_by="CIN census B1: an open episode on the day, those closed at once at referral left out",
    of=Referrals.open().where(~Referrals.no_action.fill_null(False)),
    examples="""
        Referrals as at 2026-06-30: 2
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+-----------------------------------
        Ann   | 2026-06-30 |            | no        |   yes   | it opened that day
        Ben   | 2026-01-01 | 2026-07-01 |           |   yes   | it closed the day after
        Ben   | 2026-02-01 |            | no        |   yes   | a second open case, the same child
        Cat   | 2026-01-01 | 2026-06-30 | no        |   no    | it closed that day
        Dee   | 2026-06-30 |            | yes       |   no    | no further action
    """,
)

children_in_need_rate = Rate(
    title="Children in need for every 10,000",
    why="To be compared with other councils, whatever their size.",
    defined_by="CIN census B1; ONS mid-year population aged 0 to 17",
    of=Referrals.open().where(~Referrals.no_action.fill_null(False)),
    examples="""
        Population
        day        | by | group | number
        -----------+----+-------+-------
        2025-06-30 |    |       | 4000

        Referrals as at 2026-03-31: 2.5
        child | started    | ended      | no_action | counts? |
        ------+------------+------------+-----------+---------+--
        Ann   | 2026-01-01 |            |           |   yes   |
        Ben   | 2026-01-01 | 2026-02-01 | no        |   no    |
        Cat   | 2026-01-01 |            | yes       |   no    |
    """,
)
