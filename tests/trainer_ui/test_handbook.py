"""The handbook: two languages of one book, whose words, keys, links and pictures are those of the product."""

import json
import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.test import Client
from PIL import Image

from people.models import User
from tests.trainer_ui.conftest import sign_in
from trainer_ui.handbook import HANDBOOK, PAGES, SIZE, name_anchor, read_page

pytestmark = pytest.mark.computes

ROOT = HANDBOOK.parents[1]
JS = ROOT / "trainer_ui" / "static" / "trainer_ui" / "js"
LANGUAGES = ("de", "en")
FIXED = {
    "de": ("Enter", "1–9", "Strg+Enter", "Strg+Z", "Esc"),
    "en": ("Enter", "1–9", "Ctrl+Enter", "Ctrl+Z", "Esc"),
}
"""Keys that cannot be set anew (docs/desk.md)."""
TITLES = {"de": {"Der erste Besuch"}, "en": {"First visit"}}
"""What a scenario is called stands on the screen, and in no catalogue."""

BOLD, CODE, LINK, IMAGE = (
    re.compile(pattern) for pattern in (r"\*\*(.+?)\*\*", r"`(.+?)`", r"(?<!!)\[.+?\]\((.+?)\)", r"!\[(.*?)\]\((.+?)\)")
)
FILES = [(language, page) for language in LANGUAGES for page in PAGES]


@cache
def read(language: str, page: str) -> str:
    return (HANDBOOK / language / f"{page}.md").read_text("utf-8")


@cache
def read_sentences(language: str) -> dict[str, str]:
    """The desk's sentences in `language`, by key."""
    found: dict[str, str] = {}
    for path in sorted((JS / "texts").glob("*strings.js")):
        tables = re.findall(
            rf"^  {language}: \{{\n(.*?)^  \}},", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        pairs = re.findall(r"^    (\"[^\"]+\"): (\"(?:[^\"\\\\]|\\\\.)*\"),", "".join(tables), flags=re.MULTILINE)
        found |= {json.loads(key): json.loads(text) for key, text in pairs}
    return found


@cache
def read_keys() -> dict[str, str]:
    keymap = (JS / "write" / "keymap.js").read_text("utf-8")
    table = re.search(r"DEFAULT_KEYS = Object\.freeze\(\{(.*?)\}\)", keymap, flags=re.DOTALL)
    assert table is not None
    return dict(re.findall(r'(\w+): "(.+?)"', table[1]))


def list_screen_words(language: str) -> set[str]:
    catalogue = polib.pofile(str(ROOT / "trainer_ui/locale/de/LC_MESSAGES/django.po"))
    pages = {entry.msgstr if language == "de" else entry.msgid for entry in catalogue}
    return {*pages, *read_sentences(language).values(), *TITLES[language]}


def list_headings(text: str) -> list[tuple[int, str]]:
    return [(len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", text, flags=re.MULTILINE)]


def test_every_file_is_a_page_of_the_book():
    files = sorted(str(path.relative_to(HANDBOOK)) for path in HANDBOOK.rglob("*.md"))

    assert files == sorted(f"{language}/{page}.md" for language, page in FILES)


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_headings_pictures_and_keys(page: str):
    german, english = (read(language, page) for language in LANGUAGES)

    assert [level for level, _ in list_headings(german)] == [level for level, _ in list_headings(english)]
    assert [path.replace("de-", "en-") for _, path in IMAGE.findall(german)] == [
        path for _, path in IMAGE.findall(english)
    ]
    assert [key.replace("Strg", "Ctrl") for key in CODE.findall(german)] == CODE.findall(english)
    assert LINK.findall(german) == LINK.findall(english)
    assert [len(section.split("\n\n")) for section in german.split("\n## ")] == [
        len(section.split("\n\n")) for section in english.split("\n## ")
    ]


@pytest.mark.parametrize(("language", "page"), FILES)
def test_every_key_that_is_named_is_a_key_of_the_desk(language: str, page: str):
    known = {*read_keys().values(), *FIXED[language]}
    if page == "operate":  # for administrators: settings, and what is typed into a terminal
        known |= {*re.findall(r"[A-Z_]{4,}", (ROOT / "docs/settings.md").read_text(encoding="utf-8"))}
        known |= {*re.findall(r'"(pg_dump|--[a-z]+)"', (ROOT / "deploy/backup.py").read_text(encoding="utf-8"))}

    assert [key for key in CODE.findall(read(language, page)) if key not in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_keys_is_the_one_that_the_help_shows(language: str):
    sentences = read_sentences(language)
    told = re.findall(r"^\| `(.+?)` \| (.+) \|$", read(language, "keys"), flags=re.MULTILINE)
    fixed = ("key.reply", "help.digits", "help.send", "help.take_back", "help.escape")

    assert told == [
        *((key, sentences[f"key.{action}"]) for action, key in read_keys().items()),
        *zip(FIXED[language], (sentences[key] for key in fixed), strict=True),
    ]


@pytest.mark.parametrize(("language", "page"), FILES)
def test_what_is_bold_stands_on_the_screen(language: str, page: str):
    assert [words for words in BOLD.findall(read(language, page)) if words not in list_screen_words(language)] == []


@pytest.mark.parametrize(("language", "page"), FILES)
def test_every_link_leads_to_a_page_and_a_heading_that_are_there(language: str, page: str):
    for link in LINK.findall(read(language, page)):
        name, _, anchor = link.partition("#")
        target = name.removesuffix(".md") or page
        assert target in PAGES, link
        anchors = {name_anchor(title) for _, title in list_headings(read(language, target))}
        assert not anchor or anchor in anchors, link


def test_every_picture_is_there_small_and_described_and_none_is_left_over():
    shown = [found for language, page in FILES for found in IMAGE.findall(read(language, page))]
    pictures = sorted(path.name for path in (HANDBOOK / "images").iterdir())

    assert sorted(Path(path).name for _, path in shown) == pictures
    assert [path for words, path in shown if len(words) < 20] == []
    for name in pictures:
        path = HANDBOOK / "images" / name
        with Image.open(path) as picture:
            assert picture.size == SIZE
        assert path.stat().st_size < 80_000, name


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "page"), FILES)
def test_each_page_is_shown_in_the_product_with_links_and_pictures_that_work(tia: User, language: str, page: str):
    tia.language = language
    tia.save()
    client = sign_in(tia)
    shown = client.get(f"/handbook/{page}/").content.decode()
    text = shown[shown.index('class="handbook-text"') : shown.index("</article>")]

    assert re.findall(r"<h1[^>]*>(.*?)</h1>", text) == [
        title for level, title in list_headings(read(language, page)) if level == 1
    ]
    assert [client.get(link).status_code for link in re.findall(r'<a href="([^"]+)"', text)] == [
        200 for _ in LINK.findall(read(language, page))
    ]
    assert re.findall(r'<img src="([^"]+)"', text) == [
        f"/static/handbook/{Path(path).name}" for _, path in IMAGE.findall(read(language, page))
    ]


@pytest.mark.django_db
def test_it_is_one_click_away_and_what_is_no_page_is_not_there(as_tia: Client):
    assert 'href="/handbook/"' in as_tia.get("/").content.decode()
    assert [as_tia.get(path).context["page"].name for path in ("/handbook/", "/handbook/keys/")] == ["start", "keys"]
    assert [as_tia.get(f"/handbook/{name}/").status_code for name in ("settings", "..", "Start")] == [404] * 3
    assert Client().get("/handbook/")["Location"].startswith("/accounts/login/")


def test_html_in_a_page_would_be_text(monkeypatch, tmp_path):
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "start.md").write_text("# <b>Hallo</b>\n\n<script>1</script> `<i>`\n", encoding="utf-8")
    monkeypatch.setattr("trainer_ui.handbook.HANDBOOK", tmp_path)
    read_page.cache_clear()
    html = read_page("start", language="de").html
    read_page.cache_clear()

    assert re.findall(r"<(\w+)", html) == ["h1", "p", "kbd"]
