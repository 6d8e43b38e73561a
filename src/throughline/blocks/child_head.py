"""Who a child is: name by right, age, and whose case they are today."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.child_story import Row, rows_of
from throughline.blocks.persons import AGE, holding, name_of, team_said
from throughline.blocks.shown import Shown
from throughline.counting.stories import OF
from throughline.record.care_codes import LEGAL_STATUS, PLACEMENT
from throughline.record.codes import ABUSE, DISABILITY, ETHNICITY, SEX
from throughline.record.periods import said


@dataclass(frozen=True, eq=False)
class ChildHead:
    """The head of a child's page."""

    def shown(self, ask: Ask) -> ShownChildHead:
        """As at the page's day; what is not recorded says so."""
        child = rows_of(ask, "Child")[0]
        holder = holding(ask).get(child[OF])
        named = name_of(child)
        worker = (
            f"{holder.words}, {team_said(ask.snapshot, holder.team)}" if holder else "Nobody holds the case"
        )
        return ShownChildHead(
            name=named or f"Child {child[OF]}",
            sub=f"Known to the case system as {child[OF]}."
            if named
            else "You see children by their id, without names.",
            facts=(
                ("Age", age(child)),
                ("Sex", SEX.label(child["Child.sex"])),
                ("Ethnic group", ETHNICITY.label(child["Child.ethnicity"])),
                ("Disability", disability(ask, child)),
                ("Worker and team", worker),
            ),
            now=tuple(now(ask)),
        )


@dataclass(frozen=True, kw_only=True)
class ShownChildHead(Shown):
    """A child's name, or id for those who see none; facts about them; and where they are now."""

    name: str
    sub: str
    facts: tuple[tuple[str, str], ...]
    now: tuple[str, ...]

    @property
    def page_title(self) -> str:
        """The child is the title of the page. (A browser keeps titles: it is never the name.)"""
        return "A child"


def age(child: Row) -> str:
    """Age on the day, with the date of birth, or the date it is expected, for those who may see it."""
    born, expected, died = (child.get(f"Child.{name}") for name in ("born", "expected", "died"))
    words = str(child[AGE]) or "not recorded"
    if died:
        return f"Died {said(died)}"
    if words == "unborn":
        return f"Unborn, expected {said(expected)}" if expected else "Unborn"
    return f"{words}, born {said(born)}" if born else words


def disability(ask: Ask, child: Row) -> str:
    """The disabilities recorded; yes, no and *not recorded* are three answers."""
    codes = [row["Disabilities.disability"] for row in rows_of(ask, "Disabilities")]
    named = [DISABILITY.label(code) for code in codes if code and code != "NONE"]
    if named:
        return ", ".join(dict.fromkeys(named))
    if child["Child.disabled"] is None:
        return "None" if "NONE" in codes else "Not recorded"
    return "Yes; which is not recorded" if child["Child.disabled"] else "None"


def now(ask: Ask) -> list[str]:
    """What is open on the day, as sentences."""
    found = []
    for row in rows_of(ask, "Care"):
        if row["Care.ended"] is None and not row["Care.end_not_recorded"]:
            where = PLACEMENT.label(row["Care.placement"])
            found.append(f"Looked after: {where}. {LEGAL_STATUS.label(row['Care.legal_status'])}")
    for row in rows_of(ask, "CpPlans"):
        if row["CpPlans.ended"] is None:
            category = ABUSE.label(row["CpPlans.category"] or row["CpPlans.first_category"])
            found.append(f"Child protection plan since {said(row['CpPlans.started'])}: {category.lower()}")
    for row in rows_of(ask, "Assessments"):
        if row["Assessments.ended"] is None:
            found.append(f"Assessment open since {said(row['Assessments.started'])}")
    return list(dict.fromkeys(found))
