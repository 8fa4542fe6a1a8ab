"""The score held against the coaches: how far they agree, criterion by criterion and month by month.

Rules kept here: only marks that were given before their coach knew what the score had found; only of the viewer's
cohorts; words are shown only of runs that the viewer may still see; nothing is fitted to what comes out.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from people.models import Role, User
from people.queries import cohorts_of
from scoring.core.agreement import INTERVAL, Agreement, Bias, measure, measure_bias
from scoring.core.rubric import MARKABLE, NOT_JUDGED, value_step
from scoring.models import Override
from scoring.queries.marks import GivenMark, Key, list_marks
from scoring.queries.replies import SentReply, list_replies, runs_marked_by
from simulator.models import PRACTICE, Run
from simulator.services.sharing import read_now

MONTHS_BACK = timedelta(days=366)
FAR = 50
"""Per mille: a systematic difference that is smaller is not worth talking about."""
MOST_EXAMPLES = 3
SEED = 1
"""Of the intervals: whoever looks sees the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One reply in one criterion, per mille: what the score gave it, and what coaches did on average. `month` is that
    of the first mark, (year, month)."""

    reply: SentReply
    criterion: str
    score: int
    coaches: int
    month: tuple[int, int]
    scoring: int

    @property
    def difference(self) -> int:
        return self.score - self.coaches


@dataclass(frozen=True, slots=True)
class Held:
    """How far score and coaches agree over `pairs`. `bias` is how far the score lies above the coaches, per mille."""

    agreement: Agreement
    bias: Bias


@dataclass(frozen=True, slots=True)
class HeldCriterion:
    """`months` are ((year, month), scoring version) with what it was then, the oldest first. `examples` are the replies
    on which they differ most in the direction of a systematic difference; empty where there is none."""

    criterion: str
    whole: Held
    months: Sequence[tuple[tuple[int, int], int, Held]]
    is_systematic: bool
    examples: Sequence[Pair]


@dataclass(frozen=True, slots=True)
class DecidedRule:
    """How often coaches lifted and confirmed what a rule found."""

    rule: str
    lifted: int
    confirmed: int


def hold_against(coach: User) -> tuple[list[HeldCriterion], list[DecidedRule]]:
    """For the cohorts of `coach`: criterion by criterion in which anything was marked; and the rules that coaches
    decided about, those lifted most often first."""
    cohorts = cohorts_of(coach, role=Role.COACH)
    runs = list(
        Run.objects.filter(
            cohort__in=cohorts, marks__isnull=False, purging=False, created_at__gte=read_now() - MONTHS_BACK
        )
        .exclude(mode=PRACTICE)
        .select_related("trainee")
        .distinct()
        .order_by("pk")
    )
    replies = {reply.key: reply for reply in list_replies(runs)}
    pairs = _pair(replies, list_marks(runs, blind_only=True))
    visible = set(runs_marked_by(coach).values_list("pk", flat=True))
    held = [_hold(name, found, visible) for name in MARKABLE if (found := [p for p in pairs if p.criterion == name])]
    return held, _count_rules(list_marks(runs))


def _pair(replies: Mapping[Key, SentReply], marks: Sequence[GivenMark]) -> list[Pair]:
    given: dict[Key, list[GivenMark]] = defaultdict(list)
    for mark in marks:
        given[mark.key].append(mark)
    pairs = []
    for key, found in given.items():
        reply = replies.get(key)
        for name, score in (reply.criteria if reply else {}).items():
            steps = [value_step(mark.steps[name]) for mark in found if mark.steps.get(name, NOT_JUDGED) != NOT_JUDGED]
            if steps and reply is not None:
                first, scoring = found[0].given_at, reply.assessments[reply.wording]["scoring"]
                month = (first.year, first.month)
                pairs.append(Pair(reply, name, score, round(sum(steps) / len(steps)), month, scoring))
    return pairs


def _hold(name: str, pairs: Sequence[Pair], visible: set[int]) -> HeldCriterion:
    whole = _measure(pairs)
    groups: dict[tuple[tuple[int, int], int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.month, pair.scoring].append(pair)
    is_systematic = whole.bias.is_systematic and abs(whole.bias.mean) >= FAR
    sign = 1 if whole.bias.mean > 0 else -1
    shown = [each for each in pairs if each.reply.run.pk in visible and each.reply.text is not None]
    examples = sorted((each for each in shown if sign * each.difference > 0), key=lambda each: -abs(each.difference))
    months = [(month, scoring, _measure(found)) for (month, scoring), found in sorted(groups.items())]
    return HeldCriterion(name, whole, months, is_systematic, examples[:MOST_EXAMPLES] if is_systematic else ())


def _measure(pairs: Sequence[Pair]) -> Held:
    agreement = measure([(pair.score, pair.coaches) for pair in pairs], metric=INTERVAL, seed=SEED)
    bias = measure_bias([pair.difference for pair in pairs], seed=SEED)
    if bias is None:
        raise ValueError("nothing to measure")
    return Held(agreement, bias)


def _count_rules(marks: Sequence[GivenMark]) -> list[DecidedRule]:
    counts: Counter[tuple[str, str]] = Counter()
    for mark in marks:
        counts.update((rule, each.verdict) for (_, rule, _), each in mark.overrides.items())
    rules = [
        DecidedRule(rule, counts[rule, Override.LIFTED], counts[rule, Override.CONFIRMED])
        for rule in sorted({rule for rule, _ in counts})
    ]
    return sorted(rules, key=lambda each: (-each.lifted, -each.confirmed))
