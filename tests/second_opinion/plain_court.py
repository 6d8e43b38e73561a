"""Pre-proceedings and care proceedings: each measure in plain words.

Judge: the project's facts on measures (PLO01, PLO02) and on systems (S054, S055). The sample has no
list of pre-proceedings or of hearings: a figure of those must be *not available*."""

from .plain_asking import count, events, middle, open_on, share, stock

CASE = ("Started", "Ended")


def took(line):
    return (line.day("Ended") - line.day("Started")).days


def begun(asked):
    return events(asked, "court_cases", "Started")


def ended(asked):
    return events(asked, "court_cases", "Ended")


def going_on(asked):
    return open_on(asked, "court_cases", *CASE)


def children_into_proceedings(asked):
    return count(begun(asked))


def proceedings_issued(asked):
    return count(begun(asked), each=lambda line: line["Case"])


def proceedings_concluded(asked):
    return count(ended(asked))


def children_in_proceedings(asked):
    return stock(going_on(asked))


def sets_in_proceedings(asked):
    return stock(going_on(asked), each=lambda line: line["Case"])


def weeks_of_proceedings(asked):
    return middle(ended(asked), lambda line: took(line) / 7)


def mean_weeks_of_proceedings(asked):
    return middle(ended(asked), lambda line: took(line) / 7, kind="mean")


def proceedings_within_26_weeks(asked):
    return share(ended(asked), lambda line: took(line) <= 182)


def proceedings_past_26_weeks(asked):
    late = {x.child for x, day in going_on(asked) if (day - x.day("Started")).days > 182}
    return share(going_on(asked), lambda line: line.child in late, stock=True)


def in_pre_proceedings(asked):
    return stock(
        open_on(asked, "ssd_pre_proceedings", "prep_pre_pro_decision_date", "prep_agree_stepdown_issue_date")
    )


pre_proceedings_started = weeks_in_pre_proceedings = pre_proceedings_past_16_weeks = in_pre_proceedings
pre_proceedings_to_court = in_pre_proceedings


def hearings_went_ahead(asked):
    return share(events(asked, "court_hearings", "Heard"), lambda x: x.yes("Went ahead"))
