"""What is served joined is what the modules say, in the order in which a browser would run them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.test import override_settings

from config.static import HashedFiles
from trainer_ui.joining import NotUnderstood, join_modules, join_styles, sort_modules
from trainer_ui.modules import JOINED, STATIC, STYLES, list_modules, name_joined

DESK = "trainer_ui/js/desk/main.js"
MODULES = {
    "js/main.js": 'import "./noise.js";\nimport { add, two as b } from "../lib/sums.js";\nsay(await add(b, 3));\n',
    "js/noise.js": 'import { two } from "../lib/sums.js";\n\nconst add = two;\nsay(`noise ${add}`);\n',
    "lib/sums.js": "// What sums need.\nexport const two = 2;\nexport function add(a, b) {\n  return a + b;\n}\n",
}


def read_static(path: str) -> str:
    return (STATIC / path).read_text(encoding="utf-8")


def run_script(text: str) -> list[str]:
    """What `text` says, run as a module."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node")
    source = f"const say = (words) => process.stdout.write(`${{words}}\\n`);\n{text}"
    command = [node, "--input-type=module", "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_a_module_runs_once_after_what_it_imports_and_its_names_are_its_own():
    assert run_script(join_modules("js/main.js", read=MODULES.__getitem__)) == ["noise 2", "5"]


def test_what_a_library_exports_under_other_names_is_found():
    modules = {
        "main.js": 'import { Element, html } from "./lit.js";\nsay(Element + html);\n',
        "lit.js": "var w=40,$t=2;export{w as Element,$t as html};\n",
    }

    assert run_script(join_modules("main.js", read=modules.__getitem__)) == ["42"]


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./other.js";',
        'import some from "./other.js";',
        'export * from "./other.js";',
        "export default 3;",
        "export let changing = 1;",
        "const a = 1;\nexport { a };\nconst b = 2;",
    ],
)
def test_another_form_of_import_or_export_is_refused(text: str):
    modules = {"main.js": f'import "./other.js";\n{text}\n', "other.js": ""}

    with pytest.raises(NotUnderstood, match=r"main\.js"):
        join_modules("main.js", read=modules.__getitem__)


def test_modules_that_import_each_other_are_refused():
    modules = {"a.js": 'import "./b.js";\n', "b.js": 'import "./a.js";\n'}

    with pytest.raises(NotUnderstood, match=r"a\.js imports itself, by way of b\.js"):
        join_modules("a.js", read=modules.__getitem__)


@pytest.mark.parametrize("entry", JOINED)
def test_each_module_of_a_page_is_joined_once_and_none_is_left_to_fetch(entry: str):
    order = list(sort_modules(entry, read=read_static))
    joined = join_modules(entry, read=read_static)

    assert sorted(order) == sorted(list_modules(entry))
    assert order[-1] == entry
    assert joined.count("})();") >= len(order) - 1
    assert run_script(f"if (false) {{\n{joined}\n}}\nsay('understood');") == ["understood"]


def test_a_style_sheet_that_refers_to_another_file_is_refused():
    with pytest.raises(NotUnderstood, match=r"b\.css"):
        join_styles(("a.css", "b.css"), read={"a.css": "", "b.css": "a { background: url(c.png) }"}.__getitem__)


def test_styles_are_joined_in_their_order():
    assert join_styles(("a.css", "b.css"), read={"a.css": "a {}\n", "b.css": "b {}\n"}.__getitem__) == "a {}\n\nb {}\n"


def test_collecting_makes_the_joined_files_under_hashed_names(tmp_path: Path):
    storage = HashedFiles(location=tmp_path, base_url="/static/")
    names = [*list_modules(DESK), *STYLES["desk"]]
    for name in names:
        storage.save(name, ContentFile((STATIC / name).read_bytes()))
    with override_settings(STATIC_ROOT=tmp_path):
        list(storage.post_process({name: (storage, name) for name in names}))

    script = Path(storage.path(storage.hashed_files[name_joined(DESK)]))
    assert script.read_text(encoding="utf-8") == join_modules(DESK, read=read_static)
    assert script.with_name(f"{script.name}.br").exists()
    assert storage.hashed_files[name_joined("desk")].startswith("trainer_ui/css/desk.joined.")
    assert name_joined("replay") not in storage.hashed_files


PAGE = Template('{% load desk %}{% load_styles "desk" %}{% load_module "trainer_ui/js/desk/main.js" %}')


def test_an_installation_serves_one_script_and_one_style_sheet():
    with override_settings(STATIC_FILES="hashed"):
        page = PAGE.render(Context())

    assert (page.count("<link"), page.count("<script")) == (1, 1)


def test_whoever_works_on_them_gets_the_files_as_they_are():
    with override_settings(STATIC_FILES="plain"):
        page = PAGE.render(Context())

    assert page.count('rel="stylesheet"') == len(STYLES["desk"])
    assert page.count("modulepreload") == len(list_modules(DESK))
