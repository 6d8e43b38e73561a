"""Workbooks: for now, none."""

from throughline.errors import Refused
from throughline.returns.finding import Found
from throughline.returns.reading import Sheet


def is_workbook(data: bytes) -> bool:
    """Whether it is one."""
    return data.startswith(b"PK")


def read_workbook(data: bytes, found: Found) -> list[Sheet]:
    """None yet."""
    raise Refused(f"{found.name} is a workbook.")
