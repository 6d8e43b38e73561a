"""Measures of what follows school: young people with nothing to do, and a programme that leads to work."""

from throughline.measures.kinds import Better, Count, Share
from throughline.record.education import Destinations, EmploymentProgramme

neet = Share(
    title="Young people not in education, employment or training",
    why="A young person with nothing to do at sixteen often has nothing at twenty-five.",
    defined_by="The council’s own list of destinations: NEET, of all in it on the day, those whose "
    "destination is not known among them",
    of=Destinations.open(),
    that=Destinations.destination == "NEET",
    better=Better.LOWER,
    note="The published figure (NCCIS, December to February) is of 16 and 17 year olds, and has those "
    "not known in it.",
    examples="""
        Destinations as at 2026-06-30: 1 of 3
        child | started    | ended      | destination | counts?  | passes? |
        ------+------------+------------+-------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | NEET        |   yes    |   yes   |
        Ben   | 2026-01-01 |            | EET         |   yes    |   no    |
        Cat   | 2026-01-01 |            | NK          |   yes    |   no    | looked for
        Dee   | 2026-01-01 |            |             | left out |         | not recorded
        Eve   | 2026-01-01 | 2026-06-01 | NEET        |   no     |         |
    """,
)

destination_not_known = Share(
    title="Young people whose destination is not known",
    why="Those we have lost sight of may need us most.",
    defined_by="The council’s own list of destinations: not known, of all in it on the day",
    of=Destinations.open(),
    that=Destinations.destination == "NK",
    better=Better.LOWER,
    examples="""
        Destinations as at 2026-06-30: 1 of 2
        child | started    | ended      | destination | counts?  | passes? |
        ------+------------+------------+-------------+----------+---------+-------------
        Ann   | 2026-01-01 |            | NK          |   yes    |   yes   |
        Ben   | 2026-01-01 |            | NEET        |   yes    |   no    |
        Cat   | 2026-01-01 |            |             | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-01 | NK          |   no     |         |
    """,
)

offered_a_place = Share(
    title="Young people with an offer of a place in learning",
    why="Who has no offer in September is likely to have nothing in January.",
    defined_by="September guarantee: an offer of a place in learning, of the young people in the council’s "
    "list of destinations on the day",
    of=Destinations.open(),
    that=Destinations.offer,
    better=Better.HIGHER,
    examples="""
        Destinations as at 2026-06-30: 1 of 2
        child | started    | ended      | offer | counts?  | passes? |
        ------+------------+------------+-------+----------+---------+-------------
        Ann   | 2026-01-01 |            | yes   |   yes    |   yes   |
        Ben   | 2026-01-01 |            | no    |   yes    |   no    |
        Cat   | 2026-01-01 |            |       | left out |         | not recorded
        Dee   | 2026-01-01 | 2026-06-01 | no    |   no     |         |
    """,
)

programme_engaged = Count(
    title="Young people engaged in the employment programme",
    why="How many young people without work we reached.",
    defined_by="The programme’s list: by the day each was engaged",
    of=EmploymentProgramme.on(EmploymentProgramme.started),
    examples="""
        EmploymentProgramme from 2026-06-01 to 2026-06-30: 1
        participant | started    | counts? |
        ------------+------------+---------+--
        P1          | 2026-06-01 |   yes   |
        P2          | 2026-07-01 |   no    |
    """,
)

programme_positive = Count(
    title="Positive outcomes of the employment programme",
    why="How many of them found work, or went back to learn.",
    defined_by="The programme’s list: work, an apprenticeship, education or training, by the day each ended",
    of=EmploymentProgramme.on(EmploymentProgramme.ended).where(
        EmploymentProgramme.programme_outcome.is_in(["WORK", "LEARNING"])
    ),
    better=Better.HIGHER,
    examples="""
        EmploymentProgramme from 2026-06-01 to 2026-06-30: 2
        participant | ended      | programme_outcome | counts? |
        ------------+------------+-------------------+---------+-------------
        P1          | 2026-06-30 | WORK              |   yes   |
        P2          | 2026-06-01 | LEARNING          |   yes   |
        P3          | 2026-06-30 | NONE              |   no    |
        P4          | 2026-06-30 |                   |   no    | not recorded
        P5          |            | WORK              |   no    | still in it
    """,
)

programme_conversion = Share(
    title="Completers of the employment programme who went into work",
    why="Whether the programme leads to work, once somebody has stayed to its end.",
    defined_by="The programme’s list: into work or an apprenticeship, of those who completed it in the "
    "period; never of all who were engaged",
    of=EmploymentProgramme.on(EmploymentProgramme.ended).where(EmploymentProgramme.completed),
    that=EmploymentProgramme.programme_outcome == "WORK",
    better=Better.HIGHER,
    examples="""
        EmploymentProgramme from 2026-06-01 to 2026-06-30: 1 of 2
        participant | ended      | completed | programme_outcome | counts?  | passes? |
        ------------+------------+-----------+-------------------+----------+---------+-------------
        P1          | 2026-06-30 | yes       | WORK              |   yes    |   yes   |
        P2          | 2026-06-01 | yes       | LEARNING          |   yes    |   no    |
        P3          | 2026-06-30 | yes       |                   | left out |         | not recorded
        P4          | 2026-06-30 | no        | WORK              |   no     |         | left early
        P5          | 2026-06-30 |           | WORK              |   no     |         | not recorded
        P6          |            | yes       | WORK              |   no     |         | still in it
    """,
)
