"""Where looked-after children live: placements found, moves, and why they end."""

from throughline.sample.authority import Authority
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import age_on
from throughline.sample.journey import Care, Placement
from throughline.sample.legal import status_on
from throughline.sample.totals import Mix

WHY_MOVED = Weighted((("CARPL", 52), ("CREQB", 16), ("CREQO", 9), ("CHILD", 8), ("LAREQ", 5), ("CLOSE", 4),
                      ("STAND", 3), ("ALLEG", 2), ("OTHER", 6), ("APPRR", 1)))  # fmt: skip
RESIDENTIAL = Weighted((("K2", 82), ("R1", 6), ("S1", 5), ("K1", 3), ("R3", 2), ("R2", 2)))
HOME_PROVIDERS = {
    "K2": Weighted((("PR4", 78), ("PR5", 10), ("PR1", 12))),
    "K1": Weighted((("PR2", 1),)),
    "R1": Weighted((("PR4", 1),)),
    "R2": Weighted((("PR3", 1),)),
    "R3": Weighted((("PR4", 2), ("PR5", 1))),
    "S1": Weighted((("PR4", 1), ("PR5", 1))),
}
IN_BOROUGH = {"in_house": 0.74, "agency": 0.27, "residential": 0.22, "semi": 0.62, "parents": 0.92,
              "adoption": 0.15, "other": 0.3}  # fmt: skip
NEAREST, FARTHEST = 4.0, 240.0  # miles to homes outside the borough
FAR = ("residential", "other")  # found farther away
KIN, UNRELATED = ("U1", "U2", "U3"), ("U4", "U5", "U6")
FIRST_URN = 9900100  # an invented run of the regulator's numbers


def kind_of(placement: Placement) -> str:
    """The group a placement is counted in (the groups of `totals.Mix`)."""
    code = placement.kind
    if code[0] == "U":
        return "in_house" if placement.provider == "PR1" else "agency"
    if code[0] == "A":
        return "adoption"
    return {"P1": "parents", "H5": "semi", "Z1": "other"}.get(code, "residential")


def suits(kind: str, age: int, care: Care, day: int) -> float:
    """How well a kind of placement suits the child, from nought."""
    if kind == "in_house":
        return 1.0 if age < 13 else 0.7
    if kind == "agency":
        return 1.0 if age < 15 else 0.7
    if kind == "residential":
        return 0.02 if age < 5 else 0.15 if age < 9 else 0.8 if age < 12 else 2.2
    if kind == "semi":
        return 2.5 if age >= 16 else 0.0
    if kind == "other":
        return 0.5 if age < 11 else 1.6
    if kind == "parents":
        ordered = status_on(care, day) in ("C1", "C2")
        return 1.2 if ordered and care.goal in ("home", "long") else 0.0
    return 0.0


def _code(chance: Chance, kind: str, care: Care) -> tuple[str, str]:
    """A 903 placement code and provider for the kind."""
    if kind == "in_house":
        if care.adoption and care.adoption.by_carer:
            return "U5", "PR1"
        return ("U3" if chance.happens(0.42) else "U6"), "PR1"
    if kind == "agency":
        if care.adoption and care.adoption.by_carer:
            return "U5", "PR4"
        return "U6", ("PR4" if chance.happens(0.86) else "PR5")
    if kind == "residential":
        code = chance.pick(RESIDENTIAL)
        return code, chance.pick(HOME_PROVIDERS[code])
    return {
        "semi": ("H5", "PR4"),
        "parents": ("P1", "PR0"),
        "other": ("Z1", "PR4"),
        "adoption": ("A6", "PR1"),
    }[kind]


def urn_of(code: str, provider: str, number: int) -> str:
    """An invented registration number; carers of a council or agency share theirs."""
    if code[0] in "UA":
        return str(FIRST_URN + (1 if provider == "PR1" else 2 + number % 11))
    if code in ("K1", "K2", "H5"):
        return str(FIRST_URN + 100 + number % 60)
    return ""


def of_ours(code: str, provider: str) -> bool:
    """Whether such a home is in the borough always: the parents' own, or a children's home of the council."""
    return code == "P1" or (provider == "PR1" and code == "K2")


def where(authority: Authority, chance: Chance, kind: str, *, ours: bool) -> tuple[str, str, float]:
    """A place in the borough or outside it: postcode, council, and miles from home."""
    if ours:
        code = chance.one_of(authority.places.postcodes).code
        return code, authority.name, round(0.4 + chance.waiting(3.2), 1)
    miles = round(min(NEAREST + chance.waiting(26 if kind in FAR else 11), FARTHEST), 1)
    return *authority.places.elsewhere(chance, miles), miles


def find(borough: Borough, chance: Chance, care: Care, day: int, kind: str) -> Placement:
    """A placement of this kind that begins on the day; the one before it ends."""
    code, provider = _code(chance, kind, care)
    number = borough.next_key("carer")
    places = borough.authority.places
    postcode, council, miles = places.postcodes[care.child.family.home].code, borough.authority.name, 0.0
    if code != "P1":
        ours = of_ours(code, provider) or chance.happens(IN_BOROUGH[kind])
        postcode, council, miles = where(borough.authority, chance, kind, ours=ours)
    urn = urn_of(code, provider, number)
    placement = Placement(borough.next_key("placement"), code, provider, day, number, urn,
                          postcode, council, miles)  # fmt: skip
    if care.placements:
        last = care.placements[-1]
        last.end = day
        if (last.kind, last.postcode, last.urn) == (code, postcode, urn):  # another carer of the same street
            placement.postcode = next(p.code for p in places.postcodes if p.code != postcode)
    care.placements.append(placement)
    return placement


def same_home(borough: Borough, care: Care, day: int, code: str, why: str) -> None:
    """The same carer under another placement code."""
    old = care.placements[-1]
    old.end, old.why_left = day, why
    care.placements.append(Placement(borough.next_key("placement"), code, old.provider, day, old.carer,
    old.urn,
                                     old.postcode, old.council, old.miles))  # fmt: skip


class Vacancies:
    """How many more children each kind of placement should hold this month, to keep to the mix."""

    def __init__(self, wanted: Mix, live: list[Care]) -> None:
        many = len(live)
        kinds = type(wanted).__dataclass_fields__
        self.short: dict[str, float] = {kind: getattr(wanted, kind) * many for kind in kinds}
        for care in live:
            if care.placements:
                self.short[kind_of(care.placements[-1])] -= 1

    def choose(self, chance: Chance, care: Care, day: int) -> str:
        """A kind that suits the child, the shorter of children the likelier."""
        age = age_on(care.child.born, day)
        weights = [
            (kind, max(short, 0.25) ** 1.5 * suits(kind, age, care, day))
            for kind, short in self.short.items()
        ]
        if care.placements and care.placements[-1].kind == "P1":
            weights = [(kind, weight) for kind, weight in weights if kind != "parents"]
        if care.adoption or age < 2:
            weights = [(kind, weight) for kind, weight in weights if kind in ("in_house", "agency")]
        kind = chance.pick(Weighted([*weights, ("agency", 1e-6)]))
        self.short[kind] -= 1
        return kind

    def crowded(self, kind: str) -> bool:
        """Whether the kind holds more children than the mix would have."""
        return self.short[kind] < -2

    def leave(self, kind: str) -> None:
        """A child has left a placement of the kind."""
        self.short[kind] += 1


def hazard(placement: Placement, age: int, day: int, vacancies: Vacancies) -> float:
    """The chance of a move within the month."""
    months = (day - placement.start) / 30.4
    kind = kind_of(placement)
    base = 0.075 if months < 4 else 0.04 if months < 12 else 0.017
    base *= {"parents": 0.5, "residential": 1.1, "other": 1.8, "semi": 0.8}.get(kind, 1.0)
    base *= 1.5 if age >= 13 else 1.0 if age >= 5 else 0.8
    base *= 0.4 if placement.kind in KIN else 1.0
    return base * (2.2 if vacancies.crowded(kind) else 1.0)
