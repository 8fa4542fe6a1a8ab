"""Scenarios and their published versions.

Rule kept here: what a version holds and what was said of its model replies never changes (runs pin it), in Django and
by triggers in the database.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from people.models import Cohort
from scenarios.core.vocabulary import LANGUAGES


class Scenario(models.Model):
    """One edition (in one language) of what may happen. Without a cohort it is shipped to everybody."""

    key = models.CharField(max_length=64)
    language = models.CharField(max_length=2, choices=[(language, language) for language in LANGUAGES])
    cohort = models.ForeignKey(Cohort, null=True, blank=True, on_delete=models.CASCADE, related_name="scenarios")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "language", "cohort"], name="one_scenario_per_cohort"),
            models.UniqueConstraint(
                fields=["key", "language"], condition=models.Q(cohort=None), name="one_shipped_scenario"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.language})"


class ScenarioVersion(models.Model):
    """`timeline_json` is `codec.dumps` of the compiled text; `digest` is over its bytes. `number` counts from 1."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    source = models.TextField()
    brand_source = models.TextField()
    timeline_json = models.TextField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scenario", "number"], name="one_version_per_number"),
            models.UniqueConstraint(fields=["scenario", "digest"], name="one_version_per_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.scenario} v{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores a new version. Raises ValidationError for one that is stored already."""
        if not self._state.adding:
            raise ValidationError("A published version never changes.", code="frozen")
        super().save(*args, **kwargs)


class ModelReplyAssessments(models.Model):
    """What one scoring version says of a version's model replies.

    `data` is canonical JSON as text: post → the data of ReplyAssessed without the number of the reply.
    """

    version = models.ForeignKey(ScenarioVersion, on_delete=models.CASCADE, related_name="model_assessments")
    scoring_version = models.PositiveIntegerField()
    data = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "scoring_version"], name="one_assessment_per_scoring_version"),
        ]

    def __str__(self) -> str:
        return f"models of {self.version}, scoring {self.scoring_version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores a new assessment. Raises ValidationError for one that is stored already."""
        if not self._state.adding:
            raise ValidationError("An assessment of model replies never changes.", code="frozen")
        super().save(*args, **kwargs)


class Draft(models.Model):
    """A scenario that coaches of `cohort` are writing; `text` and `brand_source` are as last saved.

    `edition` counts what was saved, from 1: who saves names the one they began from. `held_by` has the pen until
    `held_until`; nobody has it where either is missing or past. `key` and `title` are read off the text for lists.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=64)
    title = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=[(language, language) for language in LANGUAGES])
    text = models.TextField()
    brand_source = models.TextField()
    edition = models.PositiveIntegerField(default=1)
    what = models.CharField(max_length=12, default="begun")
    detail = models.CharField(max_length=120, blank=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    saved_at = models.DateTimeField()
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    held_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["cohort", "saved_at"], name="drafts_by_last_saved")]

    def __str__(self) -> str:
        return f"draft {self.pk}: {self.key} ({self.language})"


class Revision(models.Model):
    """A draft as it once was: `text` as `by` left it at `at`, `number` counting from 1. Kept once, never changed.

    `what` says how it came about (services.drafts.WHATS), `detail` what it came from; `added` and `removed` count lines
    against the revision before it.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    edition = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=12)
    detail = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    added = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_revision_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.draft}, revision {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores a new revision. Raises ValidationError for one that is stored already."""
        if not self._state.adding:
            raise ValidationError("A revision never changes.", code="frozen")
        super().save(*args, **kwargs)


class VersionNote(models.Model):
    """What its coach noted of a version when it was published from a draft."""

    version = models.OneToOneField(ScenarioVersion, on_delete=models.CASCADE, related_name="note")
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL, related_name="notes")
    text = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"note on {self.version}"


class Trial(models.Model):
    """The scenario whose versions are what was tried of a draft: played by who writes it, and in no list."""

    scenario = models.OneToOneField(Scenario, on_delete=models.CASCADE, related_name="trial")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="trials")

    def __str__(self) -> str:
        return f"trial of {self.draft}"


class HouseProfile(models.Model):
    """A company's own brand profile, written by the coaches of `cohort`. What it says stands in its versions."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="profiles")
    language = models.CharField(max_length=2, choices=[(language, language) for language in LANGUAGES])
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"profile {self.pk}: {self.name} ({self.language})"


class ProfileVersion(models.Model):
    """A profile as `by` left it at `at`, `number` counting from 1. `text` is YAML without an error. Never changed."""

    profile = models.ForeignKey(HouseProfile, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    notes = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "number"], name="one_profile_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.profile} v{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores a new version. Raises ValidationError for one that is stored already."""
        if not self._state.adding:
            raise ValidationError("A version of a profile never changes.", code="frozen")
        super().save(*args, **kwargs)


class ImportMapping(models.Model):
    """Which columns of an exercise plan hold what, as the coaches of `cohort` last had it; for their next file.

    `columns` is JSON: sheet, header (row), columns (field → number from 0), channels (word of the plan → channel).
    """

    cohort = models.OneToOneField(Cohort, on_delete=models.CASCADE, related_name="import_mapping")
    columns = models.TextField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"columns of {self.cohort}"
