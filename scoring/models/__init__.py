"""What is computed once and stored as the bytes that came out: scorecards and twins of runs, rehearsals of versions;
and what people say of that: objections of trainees, marks of coaches."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from people.models import Cohort, User
from scenarios.models import ScenarioVersion
from scoring.models.certification import (
    Attempt,
    AttemptRun,
    Certificate,
    CriticalReview,
    Programme,
    ProgrammeVersion,
    Proposal,
    Remark,
    Reminder,
    Ruling,
)
from scoring.models.drafts import DraftRehearsal
from simulator.models import Run

__all__ = [
    "Attempt",
    "AttemptRun",
    "Calibration",
    "CalibrationReply",
    "Certificate",
    "CriticalReview",
    "DraftRehearsal",
    "MarginNote",
    "Mark",
    "Objection",
    "Override",
    "Programme",
    "ProgrammeVersion",
    "Proposal",
    "Rehearsal",
    "Remark",
    "Reminder",
    "Ruling",
    "Scorecard",
    "Twins",
]


class Scorecard(models.Model):
    """`data` is canonical JSON as text, `digest` the sha256 of the bytes of `data` and `assessments`.

    A run has one from its end (`revision` 0), and one more for each scoring version that was adopted afterwards: the
    last counts, none is ever overwritten. `rubric_digest` and `log_digest` (the digest of the log's last event) say
    what it was computed from; `assessments`, canonical JSON by the reply's seq, what was said of each reply in the
    place of what the log says. Empty: it stands on the log's own.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="scorecards")
    revision = models.PositiveIntegerField(default=0)
    scoring_version = models.PositiveIntegerField()
    rubric_digest = models.CharField(max_length=64)
    log_digest = models.CharField(max_length=64)
    data = models.TextField()
    assessments = models.TextField(blank=True, default="")
    digest = models.CharField(max_length=64)
    settled_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "revision"], name="one_scorecard_per_revision"),
        ]

    def __str__(self) -> str:
        return f"scorecard of {self.run}, revision {self.revision}"


class Rehearsal(models.Model):
    """What robots made of a version, under one engine and one score: only what passed may certify anybody.

    `data` is the report, canonical JSON as text, and `digest` the sha256 of its bytes. Frozen, in Django and by
    triggers in the database.
    """

    version = models.ForeignKey(ScenarioVersion, on_delete=models.CASCADE, related_name="rehearsals")
    engine_version = models.PositiveIntegerField()
    scoring_version = models.PositiveIntegerField()
    passed = models.BooleanField()
    data = models.TextField()
    digest = models.CharField(max_length=64)
    rehearsed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "engine_version", "scoring_version"], name="one_rehearsal_per_engine_and_scoring"
            ),
        ]

    def __str__(self) -> str:
        return f"rehearsal of {self.version}, engine {self.engine_version}, scoring {self.scoring_version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores a new record. Raises ValidationError for one that is stored already."""
        if not self._state.adding:
            raise ValidationError("A rehearsal never changes.", code="frozen")
        super().save(*args, **kwargs)


class Twins(models.Model):
    """What an ended run is compared with: how it would have gone in silence, and with the expert.

    `data` is canonical JSON as text (`scoring.core.robots.twins`), computed once, by the engine and score named here.
    """

    run = models.OneToOneField(Run, on_delete=models.CASCADE, related_name="twins")
    engine_version = models.PositiveIntegerField()
    scoring_version = models.PositiveIntegerField()
    data = models.TextField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"twins of {self.run}"


class Objection(models.Model):
    """A trainee says that a finding of their practice or class run is wrong. It belongs to them: they can take it back.

    The finding is named by `reply` (seq), `rule` and `params`, canonical JSON; `spans`, JSON, are its places. Words are
    not kept here but read from the log, where `shares_words`, so that erasing them there erases them everywhere; a
    trigger of the database takes the `reason` along.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="objections")
    scoring_version = models.PositiveIntegerField()
    reply = models.IntegerField()
    rule = models.CharField(max_length=60)
    params = models.TextField()
    spans = models.TextField()
    reason = models.CharField(max_length=500, blank=True)
    shares_words = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["run", "scoring_version", "reply", "rule", "params"], name="one_objection_per_finding"
            ),
        ]

    def __str__(self) -> str:
        return f"objection to {self.rule} in {self.run}"


class Mark(models.Model):
    """What a coach made of a reply of an ended run. Never changed: who thinks again makes another, and the last counts.

    `reply` is the seq of the ReplySent, `wording` that of the event whose words were marked. `steps` is canonical JSON,
    criterion → one of `scoring.core.rubric.STEPS`, NOT_JUDGED for what could not be judged; `saw_findings`: the coach
    knew then what the score had found. Words are text, and go with those of the reply when they are erased: a trigger
    empties them.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="marks")
    reply = models.IntegerField()
    wording = models.IntegerField()
    coach = models.ForeignKey(User, on_delete=models.PROTECT, related_name="marks")
    rubric_digest = models.CharField(max_length=64)
    scoring_version = models.PositiveIntegerField()
    steps = models.TextField()
    remark = models.TextField(blank=True)
    saw_findings = models.BooleanField()
    given_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["run", "reply", "coach"], name="marks_of_a_reply")]

    def __str__(self) -> str:
        return f"mark of reply {self.reply} in {self.run}"


class MarginNote(models.Model):
    """What a coach wrote beside some words of a reply: [start, end) in its graphemes."""

    mark = models.ForeignKey(Mark, on_delete=models.CASCADE, related_name="notes")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"note at {self.start} of {self.mark}"


class Override(models.Model):
    """What a coach decides about a finding: LIFTED, it is wrong, or CONFIRMED. What the machine said stays.

    The finding is named as an objection names it: by the `wording` it was found in, `rule`, and `params`, canonical
    JSON.
    """

    LIFTED, CONFIRMED = "lifted", "confirmed"

    mark = models.ForeignKey(Mark, on_delete=models.CASCADE, related_name="overrides")
    wording = models.IntegerField()
    rule = models.CharField(max_length=60)
    params = models.TextField()
    verdict = models.CharField(max_length=10, choices=[(LIFTED, LIFTED), (CONFIRMED, CONFIRMED)])
    reason = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mark", "wording", "rule", "params"], name="one_verdict_per_finding"),
        ]

    def __str__(self) -> str:
        return f"{self.verdict}: {self.rule} in {self.mark}"


class Calibration(models.Model):
    """Replies of a cohort that all its coaches are to mark, each by themselves, so that they can see how far they
    agree."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="calibrations")
    name = models.CharField(max_length=80)
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"calibration {self.pk}"


class CalibrationReply(models.Model):
    """A reply of a calibration, by the seq of its ReplySent."""

    calibration = models.ForeignKey(Calibration, on_delete=models.CASCADE, related_name="replies", db_index=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="+")
    reply = models.IntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["calibration", "run", "reply"], name="a_reply_once_per_calibration"),
        ]

    def __str__(self) -> str:
        return f"reply {self.reply} of {self.run} in {self.calibration}"
