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
