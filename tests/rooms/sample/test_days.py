from datetime import date

from throughline.sample import days


def n(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_bank_holidays_of_a_common_and_an_odd_year():
    assert {days.iso(day) for day in days.bank_holidays(2026)} == {
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
        "2026-12-28",
    }  # fmt: skip
    assert {days.iso(day) for day in days.bank_holidays(2022)} == {
        "2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29",
        "2022-09-19", "2022-12-26", "2022-12-27",
    }  # fmt: skip
    assert n("2020-05-08") in days.bank_holidays(2020)
    assert n("2020-05-04") not in days.bank_holidays(2020)


def test_the_day_after_is_the_first_working_day():
    assert days.after(n("2026-04-01"), 45) == n("2026-06-09")
    assert days.working_between(n("2026-04-01"), n("2026-06-09")) == 45
    assert days.before(n("2026-06-09"), 45) == n("2026-04-01")
    assert days.after(n("2026-04-03"), 0) == n("2026-04-03")
    assert not days.is_working(n("2026-04-04"))
    assert days.next_working(n("2026-04-03")) == n("2026-04-07")
    assert days.last_working(n("2026-04-06")) == n("2026-04-02")


def test_ages_birthdays_and_years():
    born = n("2008-02-29")
    assert days.birthday(born, 18) == n("2026-03-01")
    assert days.birthday(n("2008-05-01"), 18) == n("2026-05-01")
    assert days.age_on(born, n("2026-02-28")) == 17
    assert days.age_on(born, n("2026-03-01")) == 18
    assert days.year_ending(n("2026-03-31")) == 2026
    assert days.year_ending(n("2026-04-01")) == 2027
    assert days.slashed(born) == "29/02/2008"
    assert days.months(date(2025, 12, 9), date(2026, 1, 2)) == [
        (n("2025-12-01"), n("2025-12-31")),
        (n("2026-01-01"), n("2026-01-31")),
    ]
