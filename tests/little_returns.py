"""A little SSDA903, for tests of whatever is done with returns rather than of the return itself."""

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


def year(folder, last=2024, children=60):
    """An SSDA903 of the year to 31 March, with so many children looked after on its last day, in a folder
    of its own."""
    return written(folder / f"{last - 1}-{last % 100}", last, children)


def written(place, last=2024, children=2):
    """The same, in this very folder, which may be there."""
    place.mkdir(parents=True, exist_ok=True)
    ids = range(100, 100 + children)
    (place / "header.csv").write_text(HEADER + "".join(f"{i},1,01/05/2012,WBRI,,,\n" for i in ids))
    rows = (f"{i},01/06/{last - 1},S,C2,N1,U6,PR1,,,,,,\n" for i in ids)
    (place / "episodes.csv").write_text(EPISODES + "".join(rows))
    return place
