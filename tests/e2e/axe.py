"""What axe objects to on a page as it is now."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def find_violations(page: Page) -> list[tuple[str, str]]:
    """(rule, element) of whatever axe objects to."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    results = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [(rule["id"], node["html"][:200]) for rule in results["violations"] for node in rule["nodes"]]
