"""Files made to stall a reader: bombs of YAML, and scenarios that are sound in form and expensive to check."""

from tests.scenarios.samples import SCENARIO, change


def open_thread(key: str, *, channel: str = "forum") -> str:
    return f"  {key}:\n    channel: {channel}\n    topic: x\n    posts:\n"


def write_post(key: str, *, at: str = "0:30", by: str = "omar", text: str = "x", needs: str = "") -> str:
    return f"      {key}: {{at: {at}, by: {by}, text: '{text}'{needs and ', needs: ' + needs}}}\n"


def write_reaction(key: str, *, trigger: str, follow_up: str) -> str:
    post = f"{{key: {follow_up}, by: omar, text: x}}"
    return f"      {key}: {{when: {{answered: {trigger}}}, after: 0:00, post: {post}}}\n"


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(f"b{number}: {{<<: [*a, *a, *a, *a]}}\n" for number in range(80))
FLAT_KEYS = "".join(f"key-{number}: 1\n" for number in range(24_000))
ONE_KEY = "k: 1\n" * 24_000
HUGE_NUMBER = change("temper: 3", "temper: " + "9" * 500_000)

VARIABLES = change("text: Typisch.", "text: '" + "{x}" * 3_300 + "'")
MANY_VARIABLES = SCENARIO + "".join(
    open_thread(f"t{number}") + write_post(f"p{number}", text="{x} " * 2_400) for number in range(90)
)
MISSPELT = SCENARIO + "".join(
    open_thread(f"t{number}", channel="forun") + write_post(f"p{number}", by=f"omra{number}") for number in range(1_900)
)
CHAIN = (
    SCENARIO
    + open_thread("lang")
    + write_post("c0")
    + "    reactions:\n"
    + "".join(write_reaction(f"r{number}", trigger=f"c{number}", follow_up=f"c{number + 1}") for number in range(2_000))
)
RING = (
    CHAIN
    + write_reaction("ring", trigger="z1", follow_up="z0")
    + "".join(write_reaction(f"q{number}", trigger=f"z{number}", follow_up=f"z{number + 1}") for number in range(1_000))
)
APPROVED = (
    change("approved: ab neun Uhr", "approved: " + "ü" * 9_000).replace("10:00", "1:00:00")
    + open_thread("viele", channel="microblog")
    + "".join(
        write_post(f"p{number}", at=f"{number + 30}s", needs="{answer: true, facts: [fundbuero], model: x}")
        for number in range(2_500)
    )
)


def write_condition(when: str) -> str:
    """The sample with a reaction of the whole scenario that waits for `when`."""
    return SCENARIO + f"reactions:\n  bombe:\n    when: {when}\n    heat: 1\n"


NESTED = write_condition("{not: " * 400 + "{answered: any}" + "}" * 400)
WIDE = write_condition("{all: [" + "{answered: rucksack-1}, " * 10_000 + "]}")
MANY_CONDITIONS = write_condition("{answered: any}") + "".join(
    f"  r{number}:\n    when: {{all: [{'{not: {answered: rucksack-1}}, ' * 20}{{heat_above: 50}}]}}\n    heat: 1\n"
    for number in range(400)
)
MANY_PATTERNS = write_condition("{answered: any}") + "".join(
    f"  r{number}: {{when: {{reply: any, says: '(?:\\pL+x{number}){{0,6}}y'}}, heat: 1}}\n" for number in range(3_500)
)
LARGE_PATTERNS = write_condition("{answered: any}") + "".join(
    f"  r{number}: {{when: {{reply: any, says: '\\pL{{900}}{number}'}}, heat: 1}}\n" for number in range(3_500)
)
REAL_DATA = (
    SCENARIO
    + open_thread("echt")
    + "".join(
        write_post(
            f"p{number}", text=f"0711 {1_000_000 + number} DE89370400440532013{number:03} a{number}@web.de Sky " * 60
        )
        for number in range(150)
    )
)
