"""What templates ask for: modules to load, times and faces as the desk shows them."""

from collections.abc import Iterable

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from trainer_ui.core.curves import name_level
from trainer_ui.core.spans import format_span
from trainer_ui.halting import name_kinds
from trainer_ui.modules import JOINED, STYLES, list_modules, name_joined

register = template.Library()


@register.simple_tag(takes_context=True)
def load_module(context: template.Context, entry: str) -> SafeString:
    """The script of `entry`, in one file or with all that it imports preloaded; the page's nonce lets them through."""
    nonce = context.get("CSP_NONCE", "")
    if entry in JOINED and is_joined():
        return format_html('<script type="module" src="{}" nonce="{}"></script>', static(name_joined(entry)), nonce)
    preloads = format_html_join(
        "\n", '<link rel="modulepreload" href="{}" nonce="{}">', ((static(path), nonce) for path in list_modules(entry))
    )
    return format_html('{}\n<script type="module" src="{}" nonce="{}"></script>', preloads, static(entry), nonce)


@register.simple_tag
def load_styles(name: str) -> SafeString:
    """The style sheets of the page `name`, in one file or each by itself."""
    paths = [name_joined(name)] if is_joined() else STYLES[name]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((static(path),) for path in paths))


def is_joined() -> bool:
    """Whether `collectstatic` has made what is served."""
    return bool(settings.STATIC_FILES == "hashed")


register.filter("span", format_span)


@register.filter
def minutes(ms: int) -> int:
    return -(-ms // 60_000)


@register.filter
def points(per_mille: int) -> int:
    """Per mille as the whole number of 100 that people read, half up."""
    return (per_mille + 5) // 10


@register.filter
def tenths(per_mille: int) -> str:
    """Per mille of 100 to a tenth of a point: 385 → 38.5, in German 38,5."""
    return number_format(per_mille / 10, 1)


@register.filter
def hundredths(number: int) -> str:
    """1234 → 12.34, in German 12,34."""
    return number_format(number / 100, 2)


@register.filter
def halts(placed: Iterable[tuple[int, str]]) -> str:
    """The kinds of what stopped or moved a run, for the legend of a picture with (x, kind) of each."""
    return name_kinds(placed)


@register.filter
def hue(name: str) -> int:
    """The same as pickHue in js/desk/post.js."""
    return sum(ord(letter) for letter in name) % 6


@register.filter
def initials(name: str) -> str:
    """The same as pickInitials in js/desk/post.js."""
    return "".join(word[0] for word in name.split()[:2]).upper()


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.filter
def grouped(number: int) -> str:
    """12400 → 12.400 in German, 12,400 in English."""
    return number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def mood(heat: int) -> str:
    """Points of heat as the key of their word."""
    return name_level(heat)


@register.filter
def level(word: str) -> str:
    """The public's heat in the words that the desk uses."""
    return {
        "calm": pgettext("public mood", "calm"),
        "tense": pgettext("public mood", "tense"),
        "heated": pgettext("public mood", "heated"),
        "boiling": pgettext("public mood", "boiling"),
        "storm": pgettext("public mood", "storm"),
    }[word]


@register.filter
def curve(kind: str) -> str:
    """Whose heat a curve shows."""
    return {
        "own": gettext("your run"),
        "absent": gettext("without a single reply"),
        "expert": gettext("with model replies"),
        "before": gettext("your first try"),
    }[kind]
