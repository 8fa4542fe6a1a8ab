"""A file that somebody wants imported: its bytes, or the sheets of a workbook."""

from pathlib import Path

from scenarios.core.importing.convert import Source
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.table import LARGEST_FILE
from scenarios.importing.workbook import is_old_workbook, is_workbook, read_workbook


def read_source(file: Path) -> Source:
    """Raises ImportRefused for what is no regular file, cannot be read or is too large."""
    if not file.is_file():  # a pipe or a device may never end
        raise ImportRefused("file_missing", file=str(file))
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ImportRefused("file_missing", file=str(file)) from error
    return make_source(file.name, data)


def make_source(name: str, data: bytes) -> Source:
    """What `data` holds. Raises ImportRefused for a workbook that is too large, damaged or hostile."""
    if is_old_workbook(data):
        raise ImportRefused("old_workbook", file=name)
    if is_workbook(data):
        return Source(name, sheets=tuple(read_workbook(data, file=name)))
    return Source(name, data)
