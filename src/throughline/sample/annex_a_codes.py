"""How Annex A writes its codes: lettered, as most councils' workbooks have them."""

from throughline.sample.journey import Child

ETHNICITIES = (
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
)
ETHNICITY = {code: f"{'abcdefghijklmnopqrst'[at]}) {code}" for at, code in enumerate(ETHNICITIES.split())}
NEED = {f"N{at}": f"{letter}) N{at}" for letter, at in zip("abcdefghij", (*range(1, 10), 0))}
SEX = {"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded"}
ABUSE = {"NEG": "a) Neglect", "PHY": "b) Physical abuse", "SAB": "c) Sexual abuse",
         "EMO": "d) Emotional abuse", "MUL": "e) Multiple"}  # fmt: skip
STATUS = {"care": "a) Looked after child", "plan": "b) Child Protection plan",
          "need": "c) Child in need plan", "assessing": "d) Open assessment",
          "closed": "e) Closed episode"}  # fmt: skip
ELIGIBLE = {"Relevant": "a) Relevant child", "Former relevant": "b) Former relevant child"}
PERMANENCE = {
    "REMAINSUP": "a) Return to family", "RETURN1M": "a) Return to family", "RETURN6M": "a) Return to family",
    "RETURNEV": "a) Return to family", "ADOPTION": "b) Adoption", "LTRELFR": "c) SGO/CAO",
    "SUPPLIV": "d) Supported living in the community", "RESPLMT": "e) Long-term residential",
    "LTFOST18": "f) Long-term fostering", "OTHERPLN": "g) Other",
}  # fmt: skip


def yes_no(answer: bool) -> str:
    """a) Yes or b) No."""
    return "a) Yes" if answer else "b) No"


def letter_of(answer: str) -> str:
    """Y, N or blank as a lettered answer; a blank stays blank."""
    return {"Y": "a) Yes", "N": "b) No"}.get(answer, "")


def disabled(child: Child) -> str:
    """Whether the child has a disability."""
    return yes_no(bool(child.disabilities))
