import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest
import typst

from throughline.reports.paper import (
    Bar,
    Bars,
    Change,
    Changes,
    Contents,
    Heading,
    Number,
    Numbers,
    Paper,
    Picture,
    Table,
    Term,
    Terms,
    Words,
)
from throughline.reports.to_pdf import clean, to_pdf

from .conftest import contact

MADE = date(2026, 6, 30)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
HOSTILE = '#panic("x") $ *b* _i_ `r` <l> @ref \\ // [c] {d} ~ = "q" #include "/etc/passwd"'


def paper_of(text, described="A ring"):
    """A report in which everything that could be data is this text."""
    table = Table(says=text, columns=(text, text), rows=((text, text),))
    parts = (
        Heading(text=text, level=1, runs_on=True),
        Words(text=text),
        Words(text=text, looks="quiet"),
        Contents(sections=((text, text),)),
        Numbers(numbers=(Number(title=text, words=text, says=text, wordy=True),)),
        Changes(changes=(Change(svg=SVG, described=described, title=text, says=text),)),
        table,
        Picture(
            finding=text,
            what=text,
            svg=SVG,
            described=described,
            says=text,
            table=replace(table, beside=3),
            notes=(text,),
        ),
        Bars(
            finding=text,
            what=text,
            columns=(text, text),
            bars=(Bar(name=text, words=text, says=text, long=0.4),),
        ),
        Terms(terms=(Term(title=text, says=text, facts=((text, text),)),)),
    )
    heads = Heading(text=text, level=2), Heading(text=text, level=3)
    return Paper(
        council=text,
        title=text,
        dates=text,
        facts=((text, text),),
        foot=text,
        parts=(parts[0], *heads, *parts),
    )


def words_in(pdf):
    """The text of a PDF, if there is a tool here that tells it."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext, which is not here")
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return told.stdout.decode()


def test_it_says_that_it_is_accessible():
    pdf = to_pdf(paper_of("Plain"), MADE)
    assert pdf.startswith(b"%PDF-")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"en-GB" in pdf


def test_a_picture_without_words_is_refused():
    with pytest.raises(typst.TypstError, match="alt"):
        to_pdf(paper_of("Plain", described=""), MADE)


def test_no_name_is_taken_for_a_command():
    assert to_pdf(paper_of(HOSTILE), MADE)


def test_what_was_hostile_is_printed_as_it_is():
    told = " ".join(words_in(to_pdf(paper_of(HOSTILE), MADE)).split())
    for each in ('#panic("x")', "*b*", "_i_", "<l>", "@ref", "[c]", "{d}", '"/etc/passwd"'):
        assert each in told


@pytest.mark.parametrize(
    "text", ["a\x00b\x1b", "a\u202eb\u200b", "😀 汉字", "العربية", "Ŵyn Ngũgĩ", "a\nb", "\ud800"]
)
def test_letters_we_cannot_draw_do_not_stop_it(text):
    assert to_pdf(paper_of(text), MADE)


def test_controls_and_marks_that_turn_words_round_are_not_printed():
    assert clean({"a": ["x\x07y", ("\u202ez",)], "b": 0.4}) == {"a": ["x y", [" z"]], "b": 0.4}
    assert clean("Zoë 汉", narrow=True) == "Zoë \ufffd"


def test_the_same_report_is_the_same_bytes_and_dated_by_its_data(composed):
    many = [contact(f"child {number}", referred=True) for number in range(30)]
    first, other = to_pdf(composed(*many), MADE), to_pdf(composed(*many[1:]), MADE)
    assert first == to_pdf(composed(*many), MADE)
    assert first != other
    assert b"2026-06-30T12:00:00" in first
