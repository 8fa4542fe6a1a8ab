"""The page asks for the whole graph of modules at once, and hashed names reach into it."""

import re
from pathlib import Path

from django.contrib.staticfiles.finders import find
from django.test import override_settings

from config.static import HashedFiles
from trainer_ui.modules import STATIC, list_modules

DESK = "trainer_ui/js/desk/main.js"


def test_every_module_of_the_desk_is_in_the_graph_and_nothing_else():
    ours = {path.relative_to(STATIC).as_posix() for path in (STATIC / "trainer_ui" / "js").rglob("*.js")}
    others = ("/pages/", "/replay", "/room", "/editor", "/marking", "/group")
    ours -= {path for path in ours if any(other in path for other in others)}

    assert set(list_modules(DESK)) == ours | {"trainer_ui/vendor/lit.js"}
    assert len(list_modules(DESK)) == len(set(list_modules(DESK)))


def test_a_replay_has_its_own_modules_beside_those_of_the_desk():
    replay = {path.relative_to(STATIC).as_posix() for path in (STATIC / "trainer_ui" / "js").rglob("replay*/*.js")}

    assert replay
    assert replay <= set(list_modules("trainer_ui/js/replay/main.js"))


def test_imports_are_rewritten_to_hashed_names(tmp_path: Path):
    with override_settings(STATIC_ROOT=tmp_path):
        storage = HashedFiles(location=tmp_path, base_url="/static/")
        for path in list_modules(DESK):
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(Path(str(find(path))).read_bytes())
        list(storage.post_process({path: (storage, path) for path in list_modules(DESK)}))
        main = (tmp_path / storage.stored_name(DESK)).read_text(encoding="utf-8")

    imports = re.findall(r'^import .*?"(.*?)";$', main, re.MULTILINE)
    assert imports
    assert [name for name in imports if not re.search(r"\.[0-9a-f]{12}\.js$", name)] == []
