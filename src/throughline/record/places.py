"""Where homes are: the published lists of postcodes, of wards' names, and of how deprived each neighbourhood
is."""

from throughline.record.codes import Codes
from throughline.record.columns import Code, Id, Text
from throughline.record.rows import Reference

TENTHS = Codes(
    "Tenth of England’s neighbourhoods, by deprivation",
    {
        "01": "1, most deprived",
        **{f"{tenth:02}": str(tenth) for tenth in range(2, 10)},
        "10": "10, least deprived",
    },
)


class Postcodes(Reference):
    """A postcode and the places it is in, as the Office for National Statistics lists them, whether it is in
    use or no longer. A snapshot keeps those alone that an address or a placement of its children has."""

    postcode = Text("Postcode, in capitals and without blanks", required=True)
    authority = Id("The council for children: the county where there is one", required=True)
    ward = Id("Ward, by its code")
    neighbourhood = Id("Neighbourhood (LSOA) of the census of 2021, by its code")
    neighbourhood_2011 = Id("Neighbourhood (LSOA) of the census of 2011, by its code")


class Neighbourhoods(Reference):
    """How deprived a neighbourhood (LSOA) is among all of England."""

    neighbourhood = Id("Neighbourhood (LSOA), by its code", required=True)
    decile = Code(
        "Tenth by the Index of Multiple Deprivation: 1 is most deprived", required=True, codes=TENTHS
    )


class WardNames(Reference):
    """What a ward is called."""

    ward = Id("Ward, by its code", required=True)
    name = Text("What it is called", required=True)
