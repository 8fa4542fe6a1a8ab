"""What axe objects to on a page as it is now."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the colour scheme."""


def find_violations(page: Page, *, touch: bool = False) -> list[tuple[str, str]]:
    """(rule, element) of whatever axe objects to; `touch`: also to what is too small, or too close, for a finger."""
    return _run(page, {"rules": {"target-size": {"enabled": touch}}})


def find_violations_in_both(page: Page) -> list[tuple[str, str]]:
    """The same for a page that is visited in light, and in dark, where only colours are looked at anew."""
    found = find_violations(page)
    page.emulate_media(color_scheme="dark")
    found += [(f"{rule} (dark)", element) for rule, element in _run(page, {"runOnly": COLOURS})]
    page.emulate_media(color_scheme="light")
    return found


def _run(page: Page, options: dict[str, object]) -> list[tuple[str, str]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    results = page.evaluate("options => axe.run({ resultTypes: ['violations'], ...options })", options)
    return [(rule["id"], node["html"][:200]) for rule in results["violations"] for node in rule["nodes"]]
