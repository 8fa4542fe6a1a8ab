"""What axe objects to on a page as it is now."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def find_violations(page: Page, *, touch: bool = False) -> list[tuple[str, str]]:
    """(rule, element) of whatever axe objects to; `touch`: also to what is too small, or too close, for a finger."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    results = page.evaluate(
        "enabled => axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled } } })", touch
    )
    return [(rule["id"], node["html"][:200]) for rule in results["violations"] for node in rule["nodes"]]
