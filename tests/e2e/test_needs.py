"""The desk for eyes, hands and windows of all kinds: contrast, forced colours, fingers, 200 % zoom, narrow and wide."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import find_violations
from tests.e2e.storm import TITLE

Visit = Callable[..., Page]
FINGER_PX = 43.5
TOO_SMALL = """size => [...document.querySelectorAll("main :is(button, a[href], summary, select, input, textarea)")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => [each.outerHTML.slice(0, 120), (each.closest("label") ?? each).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < size)
  .map(([html]) => html)"""
COVERED = """() => document.querySelector(".thread-log").getBoundingClientRect().bottom
  - document.querySelector(".composer").getBoundingClientRect().top"""


def open_thread(page: Page) -> None:
    page.get_by_role("link", name=TITLE["de"], exact=True).first.click()
    page.get_by_role("button", name="Los geht's").click()
    page.locator("[data-thread=tafel]").click()
    expect(page.locator(".composer")).to_be_visible()


NEEDS: Mapping[str, Mapping[str, Any]] = {
    "forced colours": {"forced_colors": "active"},
    "more contrast, dark": {"contrast": "more", "color_scheme": "dark"},
    "200 % zoom": {"width": 720, "height": 450},
    "768 px": {"width": 768, "height": 1024},
    "very wide": {"width": 3440, "height": 1440},
}


@pytest.mark.parametrize("need", NEEDS)
def test_nothing_is_cut_off_or_covered_and_axe_is_content(visit: Visit, need: str):
    page = visit("tia", **NEEDS[need])
    open_thread(page)

    assert page.evaluate(COVERED) <= 1
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert find_violations(page) == []


def test_every_target_is_large_enough_for_a_finger(visit: Visit):
    page = visit("theo", width=1024, height=768, has_touch=True, is_mobile=True)
    open_thread(page)
    page.get_by_text("Sortieren, filtern").click()
    page.get_by_text("Wonach wir suchen").click()

    assert page.evaluate(TOO_SMALL, FINGER_PX) == []


def test_with_a_pointer_targets_may_be_smaller(visit: Visit):
    """The twin that shows that the measure finds something."""
    page = visit("theo", width=1024, height=768)
    open_thread(page)

    assert page.evaluate(TOO_SMALL, FINGER_PX) != []
