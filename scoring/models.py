"""Scorecards: what a run came to, stored once at its end as the bytes that were computed."""

from django.db import models

from simulator.models import Run


class Scorecard(models.Model):
    """`data` is canonical JSON as text, and `digest` the sha256 of its bytes.

    `rubric_digest` and `log_digest` (the digest of the log's last event) say what it was computed from.
    """

    run = models.OneToOneField(Run, on_delete=models.CASCADE, related_name="scorecard")
    scoring_version = models.PositiveIntegerField()
    rubric_digest = models.CharField(max_length=64)
    log_digest = models.CharField(max_length=64)
    data = models.TextField()
    digest = models.CharField(max_length=64)
    settled_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"scorecard of {self.run}"
