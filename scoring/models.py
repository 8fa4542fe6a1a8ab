"""What is computed once and stored as the bytes that came out: scorecards and twins of runs, rehearsals of versions."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from scenarios.models import ScenarioVersion
from simulator.models import Run


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
