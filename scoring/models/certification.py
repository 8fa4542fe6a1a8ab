"""Certification: what is asked for, who tried, what the score proposed, what people decided, and what was issued.

Rules kept here: versions, proposals, rulings and reviews never change, in Django and by triggers in the database; a
certificate outlives the runs it stands on, and holds all that it says.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from people.models import Cohort, User
from simulator.models import Run


class Frozen(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores a new row. Raises ValidationError for one that is stored already."""
        if not self._state.adding:
            raise ValidationError("This never changes.", code="frozen")
        super().save(*args, **kwargs)


class Programme(models.Model):
    """What people of a cohort can be certified for. Nobody begins it after `retired_at`."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=120)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cohort", "name"], name="one_programme_per_name"),
        ]

    def __str__(self) -> str:
        return self.name


class ProgrammeVersion(Frozen):
    """What a programme asks for: `terms` is canonical JSON as text (scoring.core.terms), `digest` its sha256."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    terms = models.TextField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_programme_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.number}"


class Attempt(models.Model):
    """Somebody tries to be certified, on the terms of the day they began. `drawn` is JSON: ids of scenario versions.

    `round` counts decisions: an appeal begins another one. `verdict` is "" until people have decided. What was
    proposed, decided and said of it goes only with an attempt that was marked for it (`purging`); with `erased_at` its
    words are gone, and verdicts and points stay.
    """

    version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="attempts")
    trainee = models.ForeignKey(User, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveIntegerField()
    seed = models.BigIntegerField()
    drawn = models.TextField()
    acknowledged_at = models.DateTimeField()
    checked = models.TextField()
    round = models.PositiveIntegerField(default=1)
    verdict = models.CharField(max_length=10, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    purging = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "trainee", "number"], name="one_attempt_per_number"),
        ]

    def __str__(self) -> str:
        return f"attempt {self.pk}"


class AttemptRun(models.Model):
    """The run at a place of an attempt. With `repeated_at` it counts no more: it was interrupted, and played again."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="runs")
    place = models.PositiveIntegerField()
    run = models.OneToOneField(Run, null=True, on_delete=models.SET_NULL, related_name="attempt_run")
    repeated_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["attempt", "place"], condition=models.Q(repeated_at=None), name="one_run_per_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt}, run {self.place}"


class CriticalReview(Frozen):
    """A coach looked at a critical error of an attempt and upholds it, or takes it back."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="reviews")
    place = models.PositiveIntegerField()
    reply = models.IntegerField()
    rule = models.CharField(max_length=60)
    upheld = models.BooleanField()
    reason = models.CharField(max_length=1000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attempt", "place", "reply", "rule"], name="one_review_per_error"),
        ]

    def __str__(self) -> str:
        return f"review of {self.rule} in {self.attempt}"


class Proposal(Frozen):
    """What the score proposes: `data` is canonical JSON as text (scoring.core.certifying). The last one counts."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="proposals")
    revision = models.PositiveIntegerField()
    data = models.TextField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attempt", "revision"], name="one_proposal_per_revision"),
        ]

    def __str__(self) -> str:
        return f"proposal {self.revision} on {self.attempt}"


class Ruling(Frozen):
    """Somebody decided on an attempt, with a reason, knowing `proposal`. `role` is what they are in its cohort."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="rulings")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    verdict = models.CharField(max_length=10)
    reason = models.CharField(max_length=2000)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attempt", "round", "by"], name="one_ruling_each"),
        ]

    def __str__(self) -> str:
        return f"ruling on {self.attempt}"


class Remark(Frozen):
    """What the trainee says to a decision: a comment, or an appeal, which has it decided anew."""

    COMMENT, APPEAL = "comment", "appeal"
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=10, choices=[(COMMENT, COMMENT), (APPEAL, APPEAL)])
    text = models.CharField(max_length=2000)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} on {self.attempt}"


class Certificate(models.Model):
    """What was issued: `payload` is canonical JSON as text and never changes. `public_id` ends the address of its check
    page, where name and programme stand only if the holder wants them to. With `erased_at` the payload is empty, and it
    holds no more."""

    public_id = models.CharField(max_length=32, unique=True)
    holder = models.ForeignKey(User, on_delete=models.PROTECT, related_name="certificates")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="certificates")
    attempt = models.OneToOneField(Attempt, null=True, on_delete=models.SET_NULL, related_name="certificate")
    payload = models.TextField()
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    shows_name = models.BooleanField(default=False)
    shows_programme = models.BooleanField(default=False)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    revoked_because = models.CharField(max_length=1000, blank=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["programme", "expires_at"], name="certificates_by_end")]

    def __str__(self) -> str:
        return f"certificate {self.pk}"


class Reminder(models.Model):
    """A holder was told that a certificate runs out, at a stage (`days` before the end, scoring.core.reminding). With
    `mailed_at` by mail too. It names nobody, and goes with the certificate."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="reminders")
    days = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["certificate", "days"], name="one_reminder_per_stage"),
        ]

    def __str__(self) -> str:
        return f"reminder of {self.certificate}, {self.days} days before"
