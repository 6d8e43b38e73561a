"""Measures of foster carers: who may foster, who asked to, and who stopped."""

from throughline.measures.kinds import Better, Count, Share, Stock, Total, Typical
from throughline.record.dates import days
from throughline.record.homes import FosterCapacity, FosterCarers, FosterEnquiries, FosterHouseholds

fostering_households = Stock(
    title="Households approved to foster",
    why="How many doors we can knock at for a child tonight.",
    defined_by="Local: approved on the day, in the council’s own list; those approved for one child of "
    "their own kin are among them",
    of=FosterHouseholds.open(),
    better=Better.HIGHER,
    examples="""
        FosterHouseholds as at 2026-06-30: 1
        household | started    | ended      | counts? |
        ----------+------------+------------+---------+-------------
        H1        | 2026-06-30 |            |   yes   |
        H2        | 2020-01-01 | 2026-06-30 |   no    | it ended that day
    """,
)

kinship_households = Share(
    title="Approved households that foster their own kin",
    why="They are approved for one child, and are no home for another.",
    defined_by="Local: households approved on the day for a child they are related to or know",
    of=FosterHouseholds.open(),
    that=FosterHouseholds.kinship,
    examples="""
        FosterHouseholds as at 2026-06-30: 1 of 2
        household | started    | ended      | kinship | counts?  | passes? |
        ----------+------------+------------+---------+----------+---------+-------------
        H1        | 2026-01-01 |            | yes     |   yes    |   yes   |
        H2        | 2026-01-01 |            | no      |   yes    |   no    |
        H3        | 2026-01-01 |            |         | left out |         | not recorded
        H4        | 2020-01-01 | 2026-06-30 | yes     |   no     |         |
    """,
)

carers = Stock(
    title="Foster carers",
    why="How many people foster for us.",
    defined_by="Local: each carer of an approved household on the day, in the council’s own list",
    of=FosterCarers.open(),
    better=Better.HIGHER,
    examples="""
        FosterCarers as at 2026-06-30: 2
        carer | household | started    | ended      | counts? |
        ------+-----------+------------+------------+---------+--
        F1    | H1        | 2026-06-30 |            |   yes   |
        F2    | H1        | 2026-06-30 |            |   yes   |
        F3    | H2        | 2020-01-01 | 2026-06-30 |   no    |
    """,
)

households_approved = Count(
    title="Households newly approved to foster",
    why="Whether asking people to foster is working.",
    defined_by="Local: by the day of approval, in the council’s own list; kin and others",
    of=FosterHouseholds.on(FosterHouseholds.started),
    better=Better.HIGHER,
    examples="""
        FosterHouseholds from 2026-06-01 to 2026-06-30: 1
        household | started    | counts? |
        ----------+------------+---------+--
        H1        | 2026-06-30 |   yes   |
        H2        | 2026-05-31 |   no    |
    """,
)

approved_for_kin = Share(
    title="Households newly approved that foster their own kin",
    why="Growth among kin finds a home for one child, and none for the next.",
    defined_by="Local: of households by the day of approval, those approved for a child they are related to "
    "or know",
    of=FosterHouseholds.on(FosterHouseholds.started),
    that=FosterHouseholds.kinship,
    examples="""
        FosterHouseholds from 2026-06-01 to 2026-06-30: 1 of 2
        household | started    | kinship | counts?  | passes? |
        ----------+------------+---------+----------+---------+-------------
        H1        | 2026-06-30 | yes     |   yes    |   yes   |
        H2        | 2026-06-01 | no      |   yes    |   no    |
        H3        | 2026-06-01 |         | left out |         | not recorded
        H4        | 2026-05-31 | yes     |   no     |         |
    """,
)

households_stopped = Count(
    title="Households that stopped fostering",
    why="Each is a home we have to find again.",
    defined_by="Local: by the day the approval ended, in the council’s own list",
    of=FosterHouseholds.on(FosterHouseholds.ended),
    better=Better.LOWER,
    examples="""
        FosterHouseholds from 2026-06-01 to 2026-06-30: 1
        household | started    | ended      | counts? |
        ----------+------------+------------+---------+------------
        H1        | 2020-01-01 | 2026-06-30 |   yes   |
        H2        | 2020-01-01 |            |   no    | goes on
    """,
)

foster_enquiries = Count(
    title="Enquiries about fostering",
    why="Nobody fosters who was not answered when they first asked.",
    defined_by="Local: by the day of the enquiry, in the council’s own list",
    of=FosterEnquiries.on(FosterEnquiries.started),
    better=Better.HIGHER,
    examples="""
        FosterEnquiries from 2026-06-01 to 2026-06-30: 1
        enquiry | started    | counts? |
        --------+------------+---------+--
        E1      | 2026-06-01 |   yes   |
        E2      | 2026-07-01 |   no    |
    """,
)

enquiries_approved = Share(
    title="Enquiries about fostering that ended in approval",
    why="Where people leave the process we lose homes.",
    defined_by="Local: of those who were approved or left the process in the period, those approved",
    of=FosterEnquiries.on(FosterEnquiries.ended),
    that=FosterEnquiries.approved,
    better=Better.HIGHER,
    examples="""
        FosterEnquiries from 2026-06-01 to 2026-06-30: 1 of 2
        enquiry | ended      | approved | counts?  | passes? |
        --------+------------+----------+----------+---------+-------------
        E1      | 2026-06-01 | yes      |   yes    |   yes   |
        E2      | 2026-06-30 | no       |   yes    |   no    | left
        E3      | 2026-06-30 |          | left out |         | not recorded
        E4      |            |          |   no     |         | goes on
    """,
)

days_to_approve = Typical(
    title="Days from enquiry to approval as foster carers",
    why="People who would foster do not wait for ever.",
    defined_by="Local: from the day of the enquiry to the day of approval, of those approved in the period",
    of=FosterEnquiries.on(FosterEnquiries.ended).where(FosterEnquiries.approved),
    middle=days(FosterEnquiries.started, FosterEnquiries.ended),
    better=Better.LOWER,
    examples="""
        FosterEnquiries from 2026-06-01 to 2026-06-30: 151
        enquiry | started    | ended      | approved | counts? |
        --------+------------+------------+----------+---------+-----------------------
        E1      | 2026-01-01 | 2026-06-01 | yes      |   yes   | 151 days
        E2      | 2026-05-01 | 2026-06-01 | no       |   no    | left
        E3      | 2026-01-01 | 2026-06-30 |          |   no    | not recorded
        E4      | 2026-01-01 |            |          |   no    | goes on
    """,
)

foster_places = Total(
    title="Places with foster carers",
    why="How many children our carers are approved to take.",
    defined_by="Local: places of households approved on the day, those on hold among them, from the "
    "council’s own list",
    of=FosterCapacity.open(),
    adds=FosterCapacity.places,
    better=Better.HIGHER,
    examples="""
        FosterCapacity as at 2026-06-30: 5
        household | started    | ended      | places | counts?  |
        ----------+------------+------------+--------+----------+-------------
        H1        | 2026-01-01 |            | 2      |   yes    |
        H2        | 2026-01-01 |            | 3      |   yes    |
        H3        | 2026-01-01 |            |        | left out | not recorded
        H4        | 2026-01-01 | 2026-06-30 | 3      |   no     |
    """,
)

foster_places_free = Total(
    title="Free places with foster carers",
    why="How many more children could come to our own carers tonight.",
    defined_by="Local: places said to be vacant on the day, of households that are not on hold, from the "
    "council’s own list",
    of=FosterCapacity.open().where(~FosterCapacity.on_hold.fill_null(False)),
    adds=FosterCapacity.vacant,
    better=Better.NEITHER,
    examples="""
        FosterCapacity as at 2026-06-30: 3
        household | started    | ended      | vacant | on_hold | counts?  |
        ----------+------------+------------+--------+---------+----------+-----------------
        H1        | 2026-01-01 |            | 1      | no      |   yes    |
        H2        | 2026-01-01 |            | 2      |         |   yes    |
        H3        | 2026-01-01 |            |        | no      | left out | not recorded
        H4        | 2026-01-01 |            | 2      | yes     |   no     | takes nobody now
        H5        | 2026-01-01 | 2026-06-30 | 2      | no      |   no     |
    """,
)
