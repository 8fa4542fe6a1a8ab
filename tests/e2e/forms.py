"""A scenario written with the editor's forms alone, as a coach does who has never seen YAML."""

import re

from playwright.sync_api import Locator, Page, expect

SETTLED = """() => {
  const { store } = document.querySelector("gp-editor-forms");
  return store.isChecked && !store.edits.waiting && store.writable;
}"""
PEOPLE = {"lena": "Kundin oder Kunde", "murat": "Kritisch", "ines": "Zaungast", "paul": "Kundin oder Kunde"}
FACTS = {
    "hunde": "Hunde bis zur Größe einer Katze fahren in der Tasche kostenlos mit. Größere zahlen den halben Fahrpreis.",
    "fundbuero": "Das Fundbüro in Altenried öffnet werktags von 9 bis 17 Uhr. Meldung unter querlandbahn.example/fund.",
    "gleis": "Der RE 4 um 8:38 Uhr nach Altenried fährt heute von Gleis 5 statt von Gleis 2.",
}
THREADS = (
    (
        "hund", "Hund", "lena", "0:20", "Hallo, darf mein Labrador heute Mittag mit in den RE 4, und was kostet er?",
        "hunde", "Hallo {name}, gern, Ihr Labrador fährt zum halben Fahrpreis mit. Viel Freude Ihnen beiden! {agent}",
        "Guten Tag {name}, der Labrador ist willkommen und zahlt den halben Fahrpreis. Gute Fahrt! {agent}",
        "ines", "0:50", "Meiner liegt immer unterm Sitz und schläft.",
    ),
    (
        "rucksack", "Fundsache", "paul", "2:40", "Mein Rucksack liegt noch in der RB 31. Was mache ich jetzt?",
        "fundbuero",
        "Hallo {name}, wie ärgerlich! Melden Sie den Rucksack bitte unter querlandbahn.example/fund, das Fundbüro in "
        "Altenried öffnet um 9 Uhr. {agent}",
        "Guten Tag {name}, das ist ärgerlich. Bitte füllen Sie querlandbahn.example/fund aus; von 9 bis 17 Uhr sucht "
        "das Fundbüro in Altenried. {agent}",
        "murat", "3:15", "Bei mir kam damals nie etwas zurück.",
    ),
    (
        "gleis", "Gleis", "murat", "4:50", "Auf der Tafel steht beim RE 4 um 8:38 nichts mehr. Wo fährt der jetzt ab?",
        "gleis", "Hallo {name}, bitte gehen Sie zu Gleis 5: Dort fährt der RE 4 um 8:38 Uhr heute ab. Die leere Tafel "
        "tut uns leid! {agent}",
        "Guten Morgen {name}, heute Gleis 5 statt Gleis 2, um 8:38 Uhr. Entschuldigen Sie die leere Tafel, das liegt "
        "an uns. {agent}",
        "lena", "5:20", "Stimmt, hier stehen alle und suchen.",
    ),
    (
        "lob", "Lob", "ines", "6:30", "Die Zugbegleiterin war großartig, mein Kind durfte ihre Mütze tragen!", "", "",
        "", "paul", "6:55", "Die kenne ich, die ist immer so.",
    ),
    (
        "sonne", "Plauderei", "lena", "7:10", "Nebel überm See, und dann kommt die Sonne. Schöner Morgen!", "", "",
        "", "murat", "7:30", "Warten wir ab, ob er so bleibt.",
    ),
)  # fmt: skip


PATIENCE_MS = 40_000
"""A text of four hundred posts beside other browsers; what it takes alone is a figure (`make bench`)."""


def settle(page: Page) -> None:
    """Until every change is in the text and the text was checked."""
    page.wait_for_function(SETTLED, timeout=PATIENCE_MS)


def body(page: Page) -> Locator:
    return page.locator("gp-editor-forms .form-body")


def box(page: Page, label: str) -> Locator:
    return body(page).get_by_role("textbox", name=re.compile(rf"^{label}( \(freiwillig\))?$"))


def choice(page: Page, label: str) -> Locator:
    return body(page).get_by_role("combobox", name=re.compile(rf"^{label}( \(freiwillig\))?$"))


def fill(page: Page, label: str, text: str, *, nth: int = 0) -> None:
    field = box(page, label).nth(nth)
    field.fill(text)
    field.blur()
    settle(page)


def choose(page: Page, label: str, text: str) -> None:
    options = choice(page, label)
    value = options.locator("option").filter(has_text=text).first.get_attribute("value")
    options.select_option(value)
    settle(page)


def go_to(page: Page, section: str) -> None:
    page.locator(".form-sections").get_by_role("button", name=section, exact=True).click()
    expect(body(page).locator(".form-title")).to_have_text(section)


def add(page: Page, name: str, key: str) -> None:
    """A new entry of the list that is shown, under a key of our own."""
    body(page).get_by_role("button", name=f"Hinzufügen: {name}", exact=True).click()
    settle(page)
    expect(body(page).locator(".form-title")).to_contain_text(f"{name}: ")
    rename(page, name, key)


def rename(page: Page, name: str, key: str) -> None:
    body(page).get_by_text("Schlüssel: ", exact=False).first.click()
    body(page).get_by_role("textbox", name="Schlüssel").fill(key)
    body(page).get_by_role("button", name="Umbenennen").click()
    expect(body(page).locator(".form-title")).to_have_text(f"{name}: {key}")
    settle(page)


def open_entry(page: Page, key: str) -> None:
    body(page).locator(".form-link").filter(has=page.get_by_text(key, exact=True)).click()
    expect(body(page).locator(".form-title")).to_contain_text(key)


def remove(page: Page, name: str) -> None:
    body(page).locator(".form-head").get_by_role("button", name=f"{name} entfernen").click()
    body(page).locator(".form-head").get_by_role("button", name=f"{name} wirklich entfernen").click()
    settle(page)


def begin(page: Page, url: str) -> None:
    page.goto(f"{url}/editor/")
    brand = page.locator("#new-brand option").filter(has_text="Querlandbahn").first.get_attribute("value")
    page.locator("#new-brand").select_option(brand)
    page.get_by_role("button", name="Beginnen").click()
    page.wait_for_url("**/editor/*/")
    body(page).locator(".form-title").wait_for()
    settle(page)


def write_scenario(page: Page) -> None:
    fill(page, "Deutsch", "Dienstag am Morgen")
    fill(page, "Englisch", "Tuesday morning")
    fill(page, "Deutsch", "Frühdienst bei der Querlandbahn: Fragen kommen über mehrere Kanäle.", nth=1)
    fill(page, "Englisch", "Early shift at Querland Rail: questions come in on several channels.", nth=1)
    fill(page, "Dauer", "8.00")
    go_to(page, "Fakten")
    open_entry(page, "stand")
    rename(page, "Fakt", "hunde")
    fill(page, "Was wahr ist", FACTS["hunde"])
    for key in ("fundbuero", "gleis"):
        go_to(page, "Fakten")
        add(page, "Fakt", key)
        fill(page, "Was wahr ist", FACTS[key])
    go_to(page, "Personen")
    for key, role in PEOPLE.items():
        go_to(page, "Personen")
        add(page, "Person", key)
        choose(page, "Rolle", role)
    for thread in THREADS:
        write_thread(page, *thread)
    go_to(page, "Gespräche")
    open_entry(page, "erstes-gespraech")
    remove(page, "erstes-gespraech")
    go_to(page, "Personen")
    open_entry(page, "kundin")
    remove(page, "kundin")


def write_thread(
    page: Page, key: str, topic: str, by: str, at: str, text: str, fact: str, model: str, paraphrase: str,
    second_by: str, second_at: str, second: str,
) -> None:  # fmt: skip
    go_to(page, "Gespräche")
    add(page, "Gespräch", key)
    choose(page, "Kanal", "microblog")
    fill(page, "Thema", topic)
    body(page).locator(".form-link").first.click()
    fill(page, "Erscheint um", at)
    choose(page, "Geschrieben von", by)
    fill(page, "Text", text)
    if fact:
        choose(page, "Fakten in der Antwort", fact)
        for act in ("Begrüßen", "Erklären", "Verabschieden"):
            body(page).get_by_role("checkbox", name=act).check()
            settle(page)
        fill(page, "Musterantwort", model)
        fill(page, "Dasselbe in anderen Worten", paraphrase)
    else:
        body(page).get_by_role("checkbox", name="Braucht eine Antwort").uncheck()
        settle(page)
    body(page).locator(".form-way").get_by_role("button", name=key, exact=True).click()
    add(page, "Post", f"{key}-zwei")
    fill(page, "Erscheint um", second_at)
    choose(page, "Geschrieben von", second_by)
    fill(page, "Text", second)
    body(page).get_by_role("checkbox", name="Braucht eine Antwort").uncheck()
    settle(page)


def read_problems(page: Page) -> list[tuple[str, str]]:
    return page.evaluate(
        'document.querySelector("gp-editor-forms").store.problems.map(({severity, message}) => [severity, message])'
    )


def read_text(page: Page) -> str:
    return page.evaluate('document.querySelector("gp-editor-forms").store.text')
