"""The sample's totals against the published figures, counted from the files by the standard library."""

from collections import Counter
from datetime import date

import pytest

from throughline.sample.saltscar import CHILDREN, SALTSCAR, WARDS, YEARS

TOTALS = SALTSCAR.totals


def _year(day: str) -> int:
    return int(day[:4]) + (day[5:7] > "03")


def _by_year(rows: list[dict[str, str]], field: str) -> Counter[int]:
    return Counter(_year(row[field]) for row in rows if row[field])


def _open(rows: list[dict[str, str]], day: str, start: str, end: str) -> list[dict[str, str]]:
    return [row for row in rows if row[start] <= day and not (row[end] and row[end] <= day)]


def _looked_after(saltscar, day: str) -> list[dict[str, str]]:
    rows = saltscar.ssd("ssd_cla_episodes")
    live = _open(rows, day, "clae_cla_episode_start_date", "clae_cla_episode_ceased_date")
    breaks = {
        row["lega_person_id"]
        for row in _open(
            saltscar.ssd("ssd_legal_status"),
            day,
            "lega_legal_status_start_date",
            "lega_legal_status_end_date",
        )
        if row["lega_legal_status"] in ("V3", "V4")
    }
    return [row for row in live if row["clae_person_id"] not in breaks]


@pytest.mark.parametrize(("ending", "contacts"), [(2016, 8394), (2017, 9680), (2018, 8345)])
def test_contacts(saltscar, ending, contacts):
    assert _by_year(saltscar.ssd("ssd_contacts"), "cont_contact_date")[ending] == contacts


@pytest.mark.parametrize(("ending", "referrals"), [(2016, 1246), (2017, 1432), (2018, 1350)])
def test_referrals(saltscar, ending, referrals):
    assert _by_year(saltscar.ssd("ssd_cin_episodes"), "cine_referral_date")[ending] == referrals


@pytest.mark.parametrize(("ending", "signed"), [(2016, 1330), (2017, 1559), (2018, 1732)])
def test_assessments(saltscar, ending, signed):
    assert _by_year(saltscar.ssd("ssd_cin_assessments"), "cina_assessment_auth_date")[ending] == signed


@pytest.mark.parametrize("ending", range(2014, 2027))
def test_stocks_of_every_year(saltscar, ending):
    day = f"{ending}-03-31"
    plans = _open(saltscar.ssd("ssd_cp_plans"), day, "cppl_cp_plan_start_date", "cppl_cp_plan_end_date")
    assert abs(len(plans) - YEARS[ending].plans) <= 3
    care = _looked_after(saltscar, day)
    assert abs(len(care) - YEARS[ending].care) <= 3
    assert len({row["clae_person_id"] for row in care}) == len(care)


def test_published_stocks():
    assert [YEARS[y].plans for y in (2016, 2017, 2018)] == [147, 200, 156]
    assert [YEARS[y].care for y in (2015, 2016, 2017, 2018)] == [183, 199, 235, 284]
    assert TOTALS.stock("care", date(2020, 11, 30).toordinal()) == 317
    assert TOTALS.stock("care", date(2099, 1, 1).toordinal()) > 0
    assert TOTALS.year(1990) is TOTALS.year(2009)


@pytest.mark.parametrize(
    ("ending", "in_house", "agency", "residential", "other"),
    [(2015, 77, 66, 19, 22), (2016, 83, 76, 20, 20), (2017, 102, 84, 23, 27), (2018, 125, 79, 36, 44)],
)
def test_placements_of_table_6(saltscar, ending, in_house, agency, residential, other):
    kinds = {row["clap_cla_placement_id"]: row for row in saltscar.ssd("ssd_cla_placement")}
    found: Counter[str] = Counter()
    for row in _looked_after(saltscar, f"{ending}-03-31"):
        place = kinds[row["clae_cla_placement_id"]]
        code, provider = place["clap_cla_placement_type"], place["clap_cla_placement_provider"]
        if code[0] == "U":
            found["in_house" if provider == "PR1" else "agency"] += 1
        else:
            found["residential" if code[0] in "KRS" and code != "K3" else "other"] += 1
    wanted = {"in_house": in_house, "agency": agency, "residential": residential, "other": other}
    assert found == wanted


def test_the_mix_is_a_share():
    for ending in (2010, 2016, 2019, 2026, 2040):
        shares = vars(TOTALS.mix(date(ending, 3, 31).toordinal()))
        assert 0.95 < sum(shares.values()) < 1.05


def test_wards_add_up_to_the_borough(saltscar):
    rows = saltscar.rows("wards.csv")
    assert list(rows[0]) == ["postcode", "ward", "locality", "mid_year", "children_0_17"]
    total: Counter[int] = Counter()
    for row in rows:
        total[int(row["mid_year"])] += int(row["children_0_17"])
    assert total == CHILDREN
    assert {row["ward"] for row in rows} == {ward.name for ward in WARDS}
    assert len({row["locality"] for row in rows}) == 3
    assert len({row["postcode"] for row in rows}) == 300


def test_timeliness_of_assessments_steps_up(saltscar):
    from throughline.sample.days import working_between

    met: dict[int, list[bool]] = {}
    for row in saltscar.ssd("ssd_cin_assessments"):
        if row["cina_assessment_auth_date"]:
            start, end = (
                date.fromisoformat(row[f"cina_assessment_{w}_date"]).toordinal() for w in ("start", "auth")
            )
            met.setdefault(_year(row["cina_assessment_auth_date"]), []).append(
                working_between(start, end) <= 45
            )
    share = {ending: sum(found) / len(found) for ending, found in met.items()}
    assert 0.72 < share[2018] < 0.80
    assert share[2024] > 0.84
    assert share[2021] < 0.70


def test_the_record_begins_in_april_2013(saltscar):
    """The first contact tells a reader from when the dataset may be believed."""
    first = min(row["cont_contact_date"] for row in saltscar.ssd("ssd_contacts"))
    assert "2013-04-01" <= first <= "2013-04-03"
