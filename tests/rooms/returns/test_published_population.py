"""The published population: what rates are of where the council has sent no list of wards."""

from datetime import date

import polars as pl

from throughline.record.child import Population
from throughline.record.composing import Part, compose
from throughline.record.front_door import Contacts
from throughline.record.rows import ORIGIN
from throughline.record.snapshots import Source
from throughline.returns.published_population import PUBLISHED_POPULATION, is_published

LIST = "published_mid_year,published_children_0_17,published_in\n2023,27620,ons.csv\n2024,27499,ons.csv\n"
WARDS = "postcode,ward,locality,mid_year,children_0_17\nZS1 2QT,Anchorage,Harbour,2024,109\n"
CONTACTS = pl.DataFrame(schema={**Contacts.schema(), **ORIGIN})
DAYS = (date(2026, 1, 1), date(2026, 3, 31))


def numbers(snapshot):
    return sorted(
        snapshot.frames[Population].select("Population.by", "Population.day", "Population.number").rows(),
        key=str,
    )


def test_it_is_the_population_until_the_councils_own_comes(read):
    published = read({"population.csv": LIST}, "published")
    contacts = Part("ssd", 1, DAYS[1], {Contacts: CONTACTS}, {Contacts: DAYS}, (Source("ssd.csv", "0"),))
    alone = compose([contacts, published], "saltscar")
    assert published.title == PUBLISHED_POPULATION.title
    assert numbers(alone) == [(None, date(2023, 6, 30), 27620.0), (None, date(2024, 6, 30), 27499.0)]
    assert is_published(alone)
    both = compose([contacts, published, read({"wards.csv": WARDS}, "wards")], "saltscar")
    assert numbers(both) == [("Ward", date(2024, 6, 30), 109.0), (None, date(2024, 6, 30), 109.0)]
    assert not is_published(both)


def test_a_year_is_counted_once(read, says):
    twice = LIST + "2024,1,ons.csv\n"
    part = read({"population.csv": twice})
    assert part.frames[Population].height == 2 and "line 4" in says(part)
