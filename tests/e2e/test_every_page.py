"""Axe looks at every page that has an address. A new address has to say here how it is looked at."""

import re
from collections.abc import Callable, Mapping

from django.urls import get_resolver
from playwright.sync_api import Page, expect

from people import urls as people_urls
from tests.e2e.acts import end_run, open_first, start_run, write_reply
from tests.e2e.axe import find_violations_in_both
from tests.e2e.site import Site
from trainer_ui import urls

Visit = Callable[..., Page]

OF_TIA = {
    "home": "/", "brief": "/scenarios/{version}/", "debrief": "/runs/{run}/debrief/",
    "reply": "/runs/{run}/debrief/replies/{reply}/", "weights": "/runs/{run}/debrief/weights/",
    "replay": "/runs/{run}/debrief/replay/", "links": "/runs/{run}/links/", "progress": "/progress/",
    "templates": "/own/templates/", "proposals": "/own/articles/",
    "own_certifications": "/certifications/own/", "handbook_start": "/handbook/", "who_sees": "/who-sees-what/",
    "account_logout": "/accounts/logout/",
    "account_inactive": "/accounts/inactive/", "account_signup": "/accounts/signup/",
    "account_change_password": "/accounts/password/change/",
    "account_reset_password_from_key": "/accounts/password/reset/key/a-b/",
    "account_reset_password_from_key_done": "/accounts/password/reset/key/done/",
}  # fmt: skip
OF_CARLA = {
    "objections": "/objections/", "exercises": "/exercises/", "add_exercise": "/exercises/new/", "marking": "/marking/",
    "calibrations": "/marking/calibrations/", "agreement": "/marking/agreement/",
    "drafts_of_scenarios": "/editor/", "certifications": "/certifications/",
    "quality": "/certifications/quality/",
    "library": "/library/", "import": "/import/", "profiles": "/profiles/", "add_profile": "/profiles/new/",
    "add_profile_text": "/profiles/new/text/",
}  # fmt: skip
ELSEWHERE = {
    "desk": "test_pages, test_needs and wherever somebody works",
    "components": "test_components",
    "shared": "test_sharing",
    "handbook": "test_pages",
    "exercise": "test_exercises",
    "join": "test_exercises",
    "editor": "test_editor",
    "delete_draft": "test_editor",
    "book": "test_house_profile",
    "import_review": "test_import",
    "profile": "test_house_profile",
    "profile_text": "test_house_profile",
    "profile_use": "test_house_profile",
    "profile_dress": "test_house_profile",
    "room": "test_exercises",
    "mark_post": "test_marking",
    "calibration": "test_marking",
    "mark_calibrated": "test_marking",
    "group_debrief": "test_marking",
    "add_programme": "test_certification",
    "programme": "test_certification",
    "begin_attempt": "test_certification",
    "attempt": "test_certification",
    "check": "test_certification",
    "account_login": "test_pages",
    "account_reauthenticate": "below: asks for a password, and people of the demo have none",
    "account_set_password": "leads to account_change_password for who has one, and everybody has",
    "account_reset_password": "below",
    "account_reset_password_done": "below",
}
NO_PAGES = {
    "decline_guide", "drafts", "hints", "delete", "again", "frames", "pdf", "revoke", "picture", "object", "own_json",
    "own_csv", "template", "templates_delete", "templates_csv", "component_picture", "set_language", "demo_sign_in",
    "certificate", "certificate_shown", "certificate_revoke", "certifications_table", "quality_table",
    "members", "wait", "invitation", "keep_setting", "room_state",
    "add_draft", "editor_check", "editor_save", "editor_pen", "editor_aside", "editor_patch", "editor_forms",
    "editor_history",
    "editor_revision", "editor_restore", "editor_state", "editor_play", "editor_rehearse", "editor_stop",
    "editor_publish",
    "profile_file", "bundle",
}  # fmt: skip
"""What takes a form, or sends a file."""
PASSWORD = "drei Fahrräder im Regen"  # noqa: S105  of nobody


def test_every_address_is_looked_at():
    known = {*OF_TIA, *OF_CARLA, *ELSEWHERE, *NO_PAGES}
    given = {each.name for module in (urls, people_urls) for each in module.urlpatterns}

    assert given - known == set()
    assert get_resolver().url_patterns


def test_no_page_shuts_anybody_out(visit: Visit, site: Site):
    page = visit("tia")
    start_run(page)
    open_first(page)
    write_reply(page, "Guten Abend, das tut mir leid. Schicken Sie mir hier Ihre Kundennummer.")
    page.locator(".post-mine").wait_for()
    end_run(page)
    found = look_at(page, OF_TIA, find_numbers(page, site), site=site)
    found |= look_at(visit("carla"), OF_CARLA, {}, site=site)

    assert found == {}


def test_no_page_about_a_password_shuts_anybody_out(visit: Visit, site: Site):
    """From the administrator's link to the first password, the sign-in with it, and one that was forgotten."""
    name = "pia"
    asked = ("--role", "trainee", "--cohort", "Frühschicht", "--email", f"{name}@generalprobe.example")
    link = site.manage("create_person", name, *asked).splitlines()[-1]
    page = visit("tia")
    page.context.clear_cookies()
    found: dict[str, object] = {}

    def look(where: str) -> None:
        found[where] = find_violations_in_both(page)

    page.goto(link)
    look("choose")
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button").last.click()
    page.wait_for_url("**/key/done/")
    page.goto(f"{site.url}/accounts/login/")
    page.get_by_label("Benutzername").fill(name)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(f"{site.url}/")
    for where in ("reauthenticate", "password/change"):
        page.goto(f"{site.url}/accounts/{where}/")
        expect(page.locator("input[type=password]").first).to_be_visible()
        look(where)
    page.context.clear_cookies()
    page.goto(f"{site.url}/accounts/password/reset/")
    look("reset")
    page.locator("input[type=email]").fill(f"{name}@generalprobe.example")
    page.locator("main form button").first.click()
    page.wait_for_url("**/reset/done/")
    look("reset/done")

    assert {where: problems for where, problems in found.items() if problems} == {}
    assert len(found) == 5


def find_numbers(page: Page, site: Site) -> dict[str, str]:
    """The run that has just ended, a reply of it, and a scenario."""
    run = re.findall(r"/runs/(\d+)/", page.url)[0]
    reply = page.locator("[id^=reply-]").first.get_attribute("id") or ""
    page.goto(f"{site.url}/")
    brief = page.locator(".offers a[href*='/scenarios/']").first.get_attribute("href") or ""
    return {"run": run, "reply": reply.removeprefix("reply-"), "version": brief.strip("/").split("/")[-1]}


def look_at(page: Page, pages: Mapping[str, str], numbers: Mapping[str, str], *, site: Site) -> dict[str, object]:
    """What axe objects to in light or dark, by page; also what is no page at all."""
    found: dict[str, object] = {}
    for name, path in pages.items():
        answer = page.goto(site.url + path.format_map(numbers))
        assert answer is not None
        problems = find_violations_in_both(page)
        if problems or answer.status >= 400:
            found[name] = (answer.status, problems)
    return found
