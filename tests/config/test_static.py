"""Static files carry their content's hash in their name, and JavaScript modules import each other by these names."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from config.static import HashedFiles


@pytest.fixture
def hashed(tmp_path) -> HashedFiles:
    return HashedFiles(location=tmp_path / "out", base_url="/static/")


def read(storage: HashedFiles, name: str) -> str:
    """The text of `name` as it is served."""
    return Path(storage.path(storage.hashed_files[name])).read_text()


def collect(storage: HashedFiles, source: FileSystemStorage, names: list[str]) -> None:
    for name in names:
        storage.save(name, ContentFile(Path(source.path(name)).read_bytes()))
    for name, _, outcome in storage.post_process({name: (storage, name) for name in names}):
        assert not isinstance(outcome, Exception), (name, outcome)


def test_a_module_imports_its_neighbour_by_its_hashed_name(tmp_path, hashed):
    source = FileSystemStorage(location=tmp_path / "in")
    source.save("js/desk.js", ContentFile('import { fold } from "./view.js";\nexport * from "./view.js";\n'))
    source.save("js/view.js", ContentFile("export const fold = 1;\n"))

    collect(hashed, source, ["js/desk.js", "js/view.js"])

    view = hashed.hashed_files["js/view.js"].removeprefix("js/")
    desk = read(hashed, "js/desk.js")
    assert re.findall(r"view[.\w]*\.js", desk) == [view, view]
    assert re.fullmatch(r"view\.[0-9a-f]{12}\.js", view)


def test_every_import_of_our_modules_is_hashed(hashed):
    found = {
        name: storage for finder in finders.get_finders() for name, storage in finder.list([]) if "trainer_ui/" in name
    }
    source = FileSystemStorage(location=next(iter(found.values())).location)
    collect(hashed, source, sorted(found))

    scripts = [name for name in found if name.endswith(".js") and "/vendor/" not in name]
    texts = [read(hashed, name) for name in scripts]
    imports = [
        path
        for text in texts
        for path in re.findall(r'^\s*(?:import|export)[^;]*?from\s*"([^"]+)"', text, re.MULTILINE)
    ]
    assert imports
    assert [path for path in imports if not re.search(r"\.[0-9a-f]{12}\.js$", path)] == []
