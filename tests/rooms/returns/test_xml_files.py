"""XML that would kill or hang its reader, or is none: refused in a sentence, and nobody is killed."""

import gzip
import json
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.front_door import Referrals
from throughline.returns import child_process, xml_child, xml_files
from throughline.returns.finding import Found
from throughline.returns.kinds import Xml
from throughline.returns.receiving import read_return
from throughline.returns.xml_files import is_xml, read_xml

FILE = Found(Path("a.xml"), "a.xml", ("a.xml",))
CENSUS = (Xml(elements=("Message", "Child")),)
ANN = "<Message><Children><Child><Who><Id>Ann</Id></Who></Child></Children></Message>"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
LAUGHS = f"<!DOCTYPE Message [{ENTITIES}]><Message><Child>&e11;</Child></Message>"
OUTSIDE = (
    '<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/hostname">]><Message><Child>&x;</Child></Message>'
)
TYPED = '<!DOCTYPE Message SYSTEM "http://127.0.0.1:9/a.dtd"><Message><Child/></Message>'


def read(data):
    return read_xml(data if isinstance(data, bytes) else data.encode(), FILE, CENSUS)


def test_what_xml_is():
    assert is_xml(b"<a/>") and is_xml(b"\xef\xbb\xbf \n<a/>") and is_xml("<a/>".encode("utf-16"))
    assert not is_xml(b"CHILD,DOB\n<1,2\n") and not is_xml(b"PK\x03\x04")


def test_elements_are_rows_and_keep_their_lines():
    text = """<?xml version="1.0" encoding="UTF-8"?>
<m:Message xmlns:m="urn:m"><!-- a note -->
 <Children><Child>
  <Who><Id> Ann </Id><Also>x<!-- y -->z</Also><Also>w</Also><None/></Who>
 </Child></Children>
</m:Message>"""
    (who,) = read(text)
    assert (who.name, who.title, who.root) == ("a.xml", "Who", "Message")
    assert who.headings == ("@Message", "@Children", "@Child", "@Who", "Id", "Also")
    cells = dict(zip(who.headings, zip(*who.cells.select([str(n) for n in range(6)]).rows())))
    assert (cells["Id"], cells["Also"]) == (("Ann", None), ("xz", "w"))
    assert len({*cells["@Child"]}) == 1 and who.cells["@source_line"].to_list() == [4, 4]


def test_a_line_far_down_is_told_exactly():
    blanks = "\n" * 70_000
    text = f"<Message>{blanks}<Children>\n<Child>\n<Who>\n\n<Id>Ann</Id></Who></Child></Children></Message>"
    (who,) = read(text)
    assert who.cells["@source_line"].to_list() == [70_003]


@pytest.mark.parametrize(
    ("encoding", "mark", "faults"),
    [("utf-8", "UTF-8", 0), ("utf-16", "UTF-16", 0), ("latin-1", "ISO-8859-1", 0), ("cp1252", "UTF-8", 1)],
)
def test_letters(encoding, mark, faults):
    text = f'<?xml version="1.0" encoding="{mark}"?>{ANN.replace("Ann", "Siân")}'
    (who,) = read(text.encode(encoding))
    assert who.cells["4"].to_list() == ["Siân"]
    assert len(who.faults) == faults


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("<nothing", "line 1: from here on it is not XML"),
        ("<a><b></a>", "not XML"),
        ("<a/><b/>", "not XML"),
        (ANN + "more", "not XML"),
        (ANN.encode("utf-16")[:-20], "not XML"),
        ("<a>" * 200_000, "not XML"),
        ("<a>" * 250 + "</a>" * 250, "no return we know"),
        ("<Message><Child>&amp;&unknown;</Child></Message>", "not XML"),
        (LAUGHS, "declares a document type"),
        (OUTSIDE, "declares a document type"),
        (TYPED, "declares a document type"),
        (OUTSIDE.encode("utf-16"), "declares a document type"),
        ("<Other><Child><Id>1</Id></Child></Other>", "no return we know"),
        ("<Message><Person><Id>1</Id></Person></Message>", "no return we know"),
        ("<Message/>", "no return we know"),
        ("<html><body>Report</body></html>", "is a web page"),
        ("<!DOCTYPE html><html></html>", "is a web page"),
    ],
)  # fmt: skip
def test_refused_in_a_sentence(data, says):
    with pytest.raises(Refused, match=says) as refused:
        read(data)
    assert refused.value.what.startswith("a.xml") and refused.value.do
    assert "hostname" not in str(refused.value)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_file_cut_short(share):
    with pytest.raises(Refused, match="damaged, or was cut short"):
        read(ANN[: int(len(ANN) * share)] or "<")


def test_words_without_end():
    before = time.process_time()
    with pytest.raises(Refused, match="not XML"):
        read(f"<Message><Child><Id>{'x' * (11 << 20)}</Id></Child></Message>")
    assert time.process_time() - before < 1


def test_a_file_too_large(monkeypatch):
    monkeypatch.setattr(xml_files, "LARGEST", 10)
    with pytest.raises(Refused, match="is larger than"):
        read(ANN)


def test_a_reader_that_hangs_is_stopped(monkeypatch):
    monkeypatch.setattr(child_process, "LONGEST_WAIT", -1)
    with pytest.raises(Refused, match="took too long"):
        read(ANN)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (xml_child.TOO_MANY, "far more elements"),
        (xml_child.DOCTYPE, "document type"),
        (-6, "too large to read"),
    ],
)
def test_how_a_reader_died_is_said(monkeypatch, code, says):
    done = subprocess.CompletedProcess([], code)
    monkeypatch.setattr(subprocess, "run", lambda *given, **how: done)
    with pytest.raises(Refused, match=says):
        read(ANN)


def left(folder, text, encoding=None):
    """What the reader leaves in a folder: its code, and what it wrote."""
    (folder / "file").write_text(text)
    code = xml_child.read(folder, encoding)
    written = folder / "read.json"
    return code, json.loads(written.read_text()) if written.exists() else {}


def test_the_reader_says_what_it_read(tmp_path):
    code, told = left(tmp_path, ANN)
    assert (code, told["root"], told["tables"]["Who"]["Id"]) == (0, "Message", ["Ann"])
    assert left(tmp_path, "<a>\n<b>") == (xml_child.NO_XML, {"line": 2})
    assert left(tmp_path, "<a/>") == (0, {"root": "a", "tables": {}})
    again = left(tmp_path, "<a><b>1</b><b> </b><b>2</b></a>")[1]["tables"]["a"]
    assert again == {"@line": [1, 1], "@a": [1, 1], "b": ["1", "2"]}


def test_the_reader_counts_rows_and_kinds(tmp_path, monkeypatch):
    wide = "<a>" + "".join(f"<b{n}>1</b{n}>" for n in range(501)) + "</a>"
    many = "<a>" + "".join(f"<b{n}><c>1</c></b{n}>" for n in range(501)) + "</a>"
    assert left(tmp_path, wide) == left(tmp_path, many) == (xml_child.TOO_MANY, {})
    monkeypatch.setattr(xml_child, "MOST_ROWS", 1)
    assert left(tmp_path, "<a><b><c>1</c></b><b><c>1</c></b></a>")[0] == xml_child.TOO_MANY


def test_the_reader_believes_no_document_type(tmp_path):
    assert left(tmp_path, OUTSIDE) == (xml_child.DOCTYPE, {})


def test_the_reader_takes_its_limits_before_it_reads(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"<a><b>\xe2</b></a>")
    taken = {}
    monkeypatch.setattr(resource, "setrlimit", lambda kind, most: taken.update({kind: most[0]}))
    for given, code in (([], xml_child.NO_XML), (["cp1252"], 0)):
        monkeypatch.setattr(sys, "argv", ["-c", str(tmp_path), *given])
        with pytest.raises(SystemExit) as ended:
            xml_child.main()
        assert ended.value.code == code
    assert json.loads((tmp_path / "read.json").read_text())["tables"]["a"]["b"] == ["â"]
    assert taken[resource.RLIMIT_AS] == child_process.MOST_MEMORY
    assert taken[resource.RLIMIT_CPU] == child_process.MOST_SECONDS


def test_the_parser_is_hardened():
    """What the facts say of the parser must still be so in the version that is pinned."""
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(
            b"<a>" * 300 + b"</a>" * 300, etree.XMLParser(huge_tree=xml_child.HARDENED["huge_tree"])
        )


def test_every_sample_is_received(shared):
    files = sorted((shared / "samples" / "cin").glob("*.xml"))
    assert len(files) == 9
    for file in files:
        (part,) = read_return([file], today=date(2026, 6, 30))
        assert part.frames[Child].height == file.read_text().count("<Child>"), file.name
        assert part.frames[Referrals].height == file.read_text().count("<CINdetails>"), file.name


def test_a_large_census(shared, tmp_path):
    """Five thousand children, whole, each line where it is."""
    text = gzip.decompress((shared / "bench" / "cin_5000.xml.gz").read_bytes())
    (tmp_path / "cin.xml").write_bytes(text)
    (part,) = read_return([tmp_path / "cin.xml"], today=date(2026, 6, 30))
    assert part.frames[Child].height == text.count(b"<Child>") == 5000
    lines = text.decode().split("\n")
    assert {lines[n - 1].strip() for n in part.frames[Referrals]["@source_line"]} == {"<CINdetails>"}
