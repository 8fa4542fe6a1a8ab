"""Runs and their logs.

Rules kept here: a log only grows, in Django and by triggers in the database; a run can be deleted only after it was
marked for it (`purging`); a person's words live in one row each, which can be emptied and never changed; a draft is no
part of a log, and goes when its run ends.
"""

from typing import ClassVar

from django.db import models

from people.models import Cohort, User
from scenarios.core.vocabulary import HELPS, LANGUAGES
from scenarios.models import ScenarioVersion

PRACTICE, CLASS, CERTIFICATION = "practice", "class", "certification"
MODES = (PRACTICE, CLASS, CERTIFICATION)


class Exercise(models.Model):
    """A scenario that a coach sets people of a cohort, to be played as runs of `mode` between two moments.

    It is for `people`, or with `is_for_all` for whoever is a trainee of the cohort. `seed` is the same for everybody;
    None: each run draws its own. With `begins_together` nobody can begin before the coach has let the class begin, at
    `began_at`. What was set never changes but for that, and for being called off.
    """

    version = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="exercises")
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="exercises")
    mode = models.CharField(max_length=20, choices=[(mode, mode) for mode in MODES])
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    is_for_all = models.BooleanField()
    people = models.ManyToManyField(User, related_name="exercises")
    seed = models.BigIntegerField(null=True)
    help_stage = models.CharField(max_length=10, choices=[(stage, stage) for stage in HELPS])
    message = models.CharField(max_length=500, blank=True)
    begins_together = models.BooleanField(default=False)
    began_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    set_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["cohort", "closes_at"], name="exercises_by_end")]

    def __str__(self) -> str:
        return f"exercise {self.pk}"


class Arrival(models.Model):
    """Somebody waits for a class to begin: their page was last there at `seen_at`."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="arrivals", db_index=False)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["exercise", "person"], name="one_arrival_each")]

    def __str__(self) -> str:
        return f"{self.person} at {self.exercise}"


class Run(models.Model):
    """One trainee's play of one scenario version, of their own accord or because it was set as an `exercise`.

    `head_*` describe the last event of the log. `next_due_at` (wall ms) says where to look and is no truth; None means
    that nothing falls due without an input. `outages_seen` is the last Outage that the log accounts for, `erasures`
    counts how often words that the log uses were erased.
    """

    trainee = models.ForeignKey(User, on_delete=models.PROTECT, related_name="runs")
    version = models.ForeignKey(ScenarioVersion, on_delete=models.PROTECT, related_name="runs")
    mode = models.CharField(max_length=20, choices=[(mode, mode) for mode in MODES])
    cohort = models.ForeignKey(Cohort, null=True, blank=True, on_delete=models.PROTECT, related_name="runs")
    exercise = models.ForeignKey(Exercise, null=True, blank=True, on_delete=models.SET_NULL, related_name="runs")
    seed = models.BigIntegerField()
    created_at = models.DateTimeField()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="forks")
    head_seq = models.IntegerField(default=0)
    head_digest = models.CharField(max_length=64, default="")
    head_at_ms = models.BigIntegerField(default=0)
    next_due_at = models.BigIntegerField(null=True, blank=True)
    ended = models.BooleanField(default=False)
    outages_seen = models.BigIntegerField(default=0)
    erasures = models.IntegerField(default=0)
    purging = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            # Practice may be played again and again, and a moment tried again is a run of its own.
            models.UniqueConstraint(
                fields=["exercise", "trainee"],
                condition=models.Q(exercise__isnull=False, parent=None) & ~models.Q(mode="practice"),
                name="one_run_per_exercise",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_due_at"], condition=models.Q(next_due_at__isnull=False), name="runs_by_next_due"
            ),
        ]

    def __str__(self) -> str:
        return f"run {self.pk}"


class Contact(models.Model):
    """When the desk of a run that was set was last heard of, by whatever process its socket is at."""

    run = models.OneToOneField(Run, on_delete=models.CASCADE, primary_key=True, related_name="contact")
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"contact with {self.run}"


class Words(models.Model):
    """What a person wrote, with the salt of its HMAC; both None once erased. A fork's events point to the same row."""

    text = models.TextField(null=True)  # noqa: DJ001  None means erased, which an empty text could not say
    salt = models.CharField(max_length=32, null=True)  # noqa: DJ001  erased together with the text

    def __str__(self) -> str:
        return f"words {self.pk}"


class RunEvent(models.Model):
    """One event. `data` is canonical JSON as text: a JSON column would reorder keys and rewrite numbers.

    `cmd_id` stands on one event of a command; `cmd_hash` is over who sent it and what it said.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="events", db_index=False)
    seq = models.IntegerField()
    at_ms = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    actor = models.CharField(max_length=40)
    data = models.TextField()
    words = models.ForeignKey(Words, null=True, on_delete=models.PROTECT, related_name="events", db_index=False)
    words_mac = models.CharField(max_length=64, default="")
    cmd_id = models.CharField(max_length=64, null=True)  # noqa: DJ001  None where no command stands behind the event
    cmd_hash = models.CharField(max_length=64, default="")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "seq"], name="one_event_per_seq"),
            models.UniqueConstraint(
                fields=["run", "cmd_id"], condition=models.Q(cmd_id__isnull=False), name="one_event_per_command"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["words"], condition=models.Q(words__isnull=False), name="events_by_words"),
        ]

    def __str__(self) -> str:
        return f"{self.run} #{self.seq} {self.kind}"


class Draft(models.Model):
    """What somebody is writing in a thread of their run, for their other devices; nobody else reads it.

    `revision` counts what was kept, from 1; an emptied draft stays with its number, so that other devices learn of it.
    `saved_at` is wall ms.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="drafts", db_index=False)
    author = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts")
    thread = models.CharField(max_length=64)
    text = models.TextField()
    visibility = models.CharField(max_length=10)
    signed = models.BooleanField()
    post = models.CharField(max_length=64, null=True)  # noqa: DJ001  None: begun for no post, which no key could say
    revision = models.IntegerField()
    saved_at = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "author", "thread"], name="one_draft_per_thread"),
        ]

    def __str__(self) -> str:
        return f"draft in {self.run}"


class OwnTemplate(models.Model):
    """A text that somebody keeps for their own replies, in one language; nobody else reads it. A run begins with a copy
    in its log, and asks this row no more."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="own_templates", db_index=False)
    language = models.CharField(max_length=2, choices=[(language, language) for language in LANGUAGES])
    title = models.CharField(max_length=80)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "language", "title"], name="one_own_template_per_title"),
        ]

    def __str__(self) -> str:
        return f"own template {self.pk}"


class Pulse(models.Model):
    """One row: when the service last said that it was alive, in wall ms."""

    at_ms = models.BigIntegerField()

    def __str__(self) -> str:
        return f"pulse at {self.at_ms}"


class Outage(models.Model):
    """The service was away between two wall times, or the clock jumped (then `to_ms` can lie before `from_ms`)."""

    from_ms = models.BigIntegerField()
    to_ms = models.BigIntegerField()

    def __str__(self) -> str:
        return f"outage from {self.from_ms} to {self.to_ms}"


class ShareLink(models.Model):
    """A way for whoever has the address to look at a run without an account. `digest` is the sha256 of what the address
    ends with, which is kept nowhere; `with_replies` and `with_name` are what its trainee shows beside the score."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="share_links")
    digest = models.CharField(max_length=64, unique=True)
    with_replies = models.BooleanField()
    with_name = models.BooleanField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"link to {self.run}"
