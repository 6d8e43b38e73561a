"""One figure, from the files: the measure's plain definition, parted, with its number."""

from importlib import import_module
from pathlib import Path
from statistics import median

from .plain_asking import Asked
from .plain_days import A_DAY, months_back
from .plain_files import NotSent
from .plain_splits import group

ROOMS = [
    import_module(f".{file.stem}", __package__)
    for file in sorted(Path(__file__).parent.glob("plain_*.py"))
    if file != Path(__file__)
]
WHICH = ("counts", "passes", "fails", "left out", "too early")
NOT_AVAILABLE = {"available": False, "lists": {which: set() for which in WHICH}}


def definition(name):
    """The plain definition of a measure, by its name."""
    return next(getattr(room, name) for room in ROOMS if hasattr(room, name))


def defined(names):
    return {name for name in names if any(callable(getattr(room, name, None)) for room in ROOMS)}


def is_told(files, found, tables, first, last):
    """Whether the extract answers for the whole period: a stock's own day, or each day up to its own."""
    first = last if found.stock else first
    if found.only_on:
        return found.only_on == last
    begun = last if found.stock else first
    since = max(files.answers_from(table) for table in tables)
    if found.stock and found.looks_back:  # the twelve months to 31 March begin on 1 April
        first = last + A_DAY
    return begun <= files.as_at and months_back(first, found.looks_back) >= since


def figure(files, name, first, last, by="All", wanted="All"):
    """What the product must say: the lines of each kind as (file, line), and the number."""
    asked = Asked(files, first, min(last, files.as_at))
    try:
        found = definition(name)(asked)
    except NotSent:
        return dict(NOT_AVAILABLE)
    if not is_told(files, found, asked.tables or {""}, first, last):
        return dict(NOT_AVAILABLE)

    def mine(rows):
        return [(line, day) for line, day in rows if group(files, by, line, day) == wanted]

    def cites(rows):
        return {line.cite for line, _ in mine(rows)}

    counts, passes = mine(found.counts), mine(found.passes)
    listed = {
        "counts": cites(found.counts),
        "passes": cites(found.passes if found.kind == "share" else found.counts),
        "left out": cites(found.left_out),
        "too early": cites(found.too_early),
    }
    listed["fails"] = listed["counts"] - listed["passes"]
    told = number(files, found, (first, last), (by, wanted), counts, passes, mine)
    for which, rows in (("left_out", found.left_out), ("too_early", found.too_early)):
        told[which] = many(found, mine(rows))
    return {"available": True, "lists": listed, **told}


def many(found, rows):
    """Children for a stock, lines for anything else; or each once of what it counts each of."""
    if found.stock:
        return len({found.each(line) if found.each else line.child for line, _ in rows} - {""})
    return len({(found.each(line), day) for line, day in rows}) if found.each else len(rows)


def number(files, found, period, split, counts, passes, mine):
    """Numerator, denominator and value of one figure."""
    top, whole, value = many(found, counts), None, None
    if found.kind == "count":
        value = top
    elif found.kind == "middle":
        value = median(found.values[line.cite] for line, _ in counts) if counts else None
    elif found.kind in ("total", "mean", "ratio"):
        return added_up(found, counts, mine, period)
    elif found.kind == "share":
        top, whole = many(found, passes), top
        value = top / whole if whole else None
    else:
        if found.among is not None:
            whole = many(found.among, mine(found.among.counts))
        else:
            whole = living_here(files, period[1], *split)
        value = top * found.per / whole * a_year(found, *period) if whole else None
    return {"numerator": top, "denominator": whole, "value": value}


def added_up(found, counts, mine, period):
    """What the lines come to, their average, or how much for so much of others."""
    top, whole, value = sum(found.values[line.cite] for line, _ in counts), None, None
    if found.kind == "mean":
        whole = len(counts)
        value = top / whole if whole else None
    elif counts or not mine(found.left_out):
        value = top
    if found.kind == "ratio":
        others = mine(found.among.counts)
        adds = found.among.kind == "total"
        whole = (
            sum(found.among.values[line.cite] for line, _ in others) if adds else many(found.among, others)
        )
        told = whole and value is not None
        value = value * found.per / whole * a_year(found, *period) if told else None
    return {"numerator": top, "denominator": whole, "value": value}


def a_year(found, first, last):
    """What makes a yearly rate of a month's events."""
    return 1 if found.stock or not found.yearly else 365 / ((last - first).days + 1)


def living_here(files, last, by, wanted):
    """Children aged 0 to 17 at the mid-year within the year to March, or the newest before it."""
    year = last.year - (last.month < 4)
    lines = [line for line in files.lines("wards") if by == "All" or line["ward"] == wanted]
    years = [int(line["mid_year"]) for line in lines if int(line["mid_year"]) <= year]
    if by not in ("All", "Ward") or not years:
        return None
    newest = max(years)
    return sum(int(line["children_0_17"]) for line in lines if int(line["mid_year"]) == newest)
