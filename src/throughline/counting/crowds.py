"""When more than so many are with one: workers who hold more than twenty children."""

from __future__ import annotations

import numpy as np

from throughline.counting.timeline import DAYS, NEVER, Ints, Timeline, at, cut, edges_of


def crowded(each: Ints, who: Ints, start: Ints, end: Ints, more_than: int) -> tuple[Ints, Ints, Ints]:
    """Of spells, the time in which more than so many children are with the same `each`: which spell each
    piece comes from, and its first day and last but one."""
    full = crowds(each, who, start, end, more_than)
    piece, began, ended = cut(each, start, end, edges_of([full]))
    inside = full.on(each[piece], began) > 0
    return piece[inside], began[inside], ended[inside]


def crowds(each: Ints, who: Ints, start: Ints, end: Ints, more_than: int) -> Timeline:
    """When there are more than so many children with each, every child once: one comes at the start of a
    spell and goes at its end, and the running sum is how many there are. All of one are gone before
    the next begins."""
    many = int(who.max(initial=0)) + 1
    once = Timeline.joined(each * many + who, start, end)
    whose, came, went = (once.since >> DAYS) // many, once.since & NEVER, once.until & NEVER
    moment = np.concatenate([at(whose, came), at(whose, went)])
    change = np.repeat([1, -1], len(whose))
    order = np.argsort(moment, kind="stable")
    moment, there = moment[order], change[order].cumsum()
    last = np.append(moment[1:] != moment[:-1], True)[: len(moment)]
    moment, above = moment[last], (there[last] > more_than)[:-1]
    since, until = moment[:-1][above], moment[1:][above]
    return Timeline(since, until, np.ones(len(since), np.int64))
