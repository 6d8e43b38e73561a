"""The house itself: sizes, words, rights and pages that must be there."""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

from throughline.catalogue import declared
from throughline.measures.kinds import Measure
from throughline.record.journey import COLUMNS, TABLES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "throughline"
MODULES = sorted(SOURCE.rglob("*.py"))
WRITTEN = [*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]
ROOMS = sorted(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists())
LONGEST_FILE, LONGEST_FUNCTION = 400, 25
SHEDS = ("utils", "helpers", "common", "core", "services", "managers")


def tracked():
    """Every file that git keeps, as text where it is text."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.split("\n")
    if not any(names):
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in names if name and (ROOT / name).exists()]


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_file_is_too_long(file):
    assert len(file.read_text().splitlines()) <= LONGEST_FILE


def body_length(function):
    """Lines of a function, its docstring aside."""
    first = function.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = first.end_lineno - first.lineno + 1 if told else 0
    return function.end_lineno - function.lineno + 1 - docstring


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_function_is_too_long(file):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, kinds)]
    long = {f.name: body_length(f) for f in functions if body_length(f) > LONGEST_FUNCTION}
    assert not long


def test_there_are_no_sheds():
    assert not [file for file in MODULES if set(file.relative_to(SOURCE).with_suffix("").parts) & set(SHEDS)]


def test_nothing_kept_names_a_machine_or_an_index():
    told = re.compile(
        r"/(work|root|home/\w+)/|pypi\.org|--index-url|https?://[\w.-]*(pypi|simple)", re.IGNORECASE
    )
    allowed = {ROOT / "tests" / "house" / "test_house.py"}
    found = []
    for file in tracked():
        if file in allowed or file.suffix in (".woff2", ".png", ".ttf", ".pdf", ".ico"):
            continue
        found += [
            f"{file.name}: {line.strip()[:80]}" for line in file.read_text().splitlines() if told.search(line)
        ]
    assert not found


def test_every_word_of_the_house_is_in_the_glossary():
    glossary = (ROOT / "GLOSSARY.md").read_text().lower()
    words = [*ROOMS, *(table.__name__ for table in TABLES)]
    assert not [word for word in words if f"**{word.lower()}**" not in glossary]


def test_every_room_has_its_sentence_in_developers():
    told = (ROOT / "DEVELOPERS.md").read_text()
    assert not [room for room in ROOMS if f"`{room}/`" not in told]


def test_every_column_says_what_it_holds():
    assert not [name for name, column in COLUMNS.items() if not column.about]


def test_every_column_has_its_name_in_the_dataset_once(shared):
    fields = {line.split(",")[3] for line in (shared / "facts" / "ssd_tables.csv").read_text().splitlines()}
    assert not {name: c.ssd for name, c in COLUMNS.items() if c.ssd and c.ssd not in fields}


def test_measures_have_names_and_titles_of_their_own():
    found = [(name, measure.title) for _, name, measure in declared(Measure, "throughline.measures")]
    assert len({name for name, _ in found}) == len({title for _, title in found}) == len(found) >= 25


def test_layers_hold():
    command = ROOT / ".venv" / "bin" / "lint-imports"
    if not command.exists():
        pytest.skip("lint-imports is not in this environment; make check runs it")
    assert subprocess.run([command], cwd=ROOT, capture_output=True).returncode == 0


def test_reference_pages_are_as_the_declarations_say():
    import importlib.util
    import sys

    if sys.version_info[:2] != (3, 11):
        pytest.skip("argparse words its help in another way in other versions of Python")
    os.environ["COLUMNS"] = "100"
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    for file, text in generate.pages().items():
        kept = (ROOT / "docs" / "reference" / file).read_text()
        assert kept == generate.MADE + text, f"{file}: run make docs"


def test_every_requirement_is_pinned_with_hashes():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        pinned = [line for line in text.splitlines() if re.match(r"^[a-z0-9]", line)]
        assert pinned and all("==" in line and line.rstrip().endswith("\\") for line in pinned)


def test_every_dependency_says_why_it_is_here():
    inside = (ROOT / "pyproject.toml").read_text().split("dependencies = [", 1)[1].split("]\n", 1)[0]
    assert all("#" in line for line in inside.splitlines() if '"' in line)
