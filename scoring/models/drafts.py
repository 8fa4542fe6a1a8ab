"""What robots made of a draft, while it is written."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from scenarios.models import Draft


class DraftRehearsal(models.Model):
    """Robots play what a draft said at `edition`, in a process of its own; `digest` is that of the compiled text.

    `state` is running, done, stopped or failed; one whose process has not been heard of for a while (`touched_at`) is
    no longer running. `data` is the report, canonical JSON as text, empty until it is done.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="rehearsals")
    edition = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    timeline_json = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, default="running")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    engine_version = models.PositiveIntegerField()
    scoring_version = models.PositiveIntegerField()
    passed = models.BooleanField(default=False)
    data = models.TextField(blank=True, default="")
    began_at = models.DateTimeField()
    touched_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["draft"], condition=models.Q(state="running"), name="one_rehearsal_of_a_draft_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"rehearsal of {self.draft}, edition {self.edition}"
