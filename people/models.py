"""Who there is, and which cohort they belong to in which role."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    TRAINEE = "trainee", _("Trainee")
    COACH = "coach", _("Coach")
    MANAGER = "manager", _("Manager")
    ADMINISTRATOR = "administrator", _("Administrator")
    AUDITOR = "auditor", _("Auditor")


class User(AbstractUser):
    """A person with an account. `signature` is the service name or initials that replies are signed with.

    `compares_earlier`: new runs may be held against what this person wrote in earlier ones. `wants_guide`: has not said
    "not now" to the run that teaches the desk.
    """

    language = models.CharField(max_length=2, choices=[("de", "Deutsch"), ("en", "English")], default="de")
    signature = models.CharField(max_length=30, blank=True)
    compares_earlier = models.BooleanField(default=True)
    wants_guide = models.BooleanField(default=True)


class DeskSetting(models.Model):
    """Something that somebody has set at the desk for themselves (a macro, their keys), so that it is there at every
    computer and for nobody else. `value` is JSON as the desk wrote it: to us it is only text."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="desk_settings", db_index=False)
    name = models.CharField(max_length=80)
    value = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="one_desk_setting_per_name"),
        ]

    def __str__(self) -> str:
        return f"desk setting {self.pk}"


class Cohort(models.Model):
    """A group that learns together; what it does is invisible to other cohorts."""

    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """`user` has `role` in `cohort`. All permission comes from these rows."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "cohort", "role"], name="one_membership_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.role} · {self.cohort}"


class AuditEntry(models.Model):
    """Something that somebody did and that has to hold later: sign-ins, permissions, publications, decisions, exports,
    looks. Only ever added to. `actor` and `about` are ids of people, so that a name can go while the entry stays."""

    seq = models.BigIntegerField(unique=True)
    at_ms = models.BigIntegerField()
    verb = models.CharField(max_length=40)
    actor = models.BigIntegerField(null=True)
    about = models.BigIntegerField(null=True)
    data = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["about", "seq"], name="audit_by_person")]

    def __str__(self) -> str:
        return f"audit {self.seq} {self.verb}"


class AuditHead(models.Model):
    """One row: where the audit record ends, and the last entry that is gone from its beginning because its time was
    over (`cut_*`; 0 and "" where none is)."""

    seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True, default="")
    cut_seq = models.BigIntegerField(default=0)
    cut_digest = models.CharField(max_length=64, blank=True, default="")

    def __str__(self) -> str:
        return f"audit head {self.seq}"
