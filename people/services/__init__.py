"""The verbs of people: accounts, and who belongs where as what."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from people.core.demo import DEMO_PEOPLE
from people.models import Cohort, DeskSetting, Membership, Role, User
from people.services.auditing import record

MOST_SETTINGS = 60
"""Names under which one person keeps something for the desk: twenty macros, and room for the rest."""


@transaction.atomic
def create_person(
    username: str,
    *,
    first_name: str = "",
    last_name: str = "",
    email: str = "",
    language: str = "de",
    signature: str = "",
    password: str | None = None,
) -> User:
    """A new account. Without `password` it cannot be signed in to until one is set.

    Raises ValidationError for what the fields or the password rules refuse, a username that is taken included.
    """
    person = User(
        username=username,
        first_name=first_name,
        last_name=last_name,
        email=email,
        language=language,
        signature=signature,
    )
    if password is None:
        person.set_unusable_password()
    else:
        validate_password(password, user=person)
        person.set_password(password)
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def add_membership(person: User, *, cohort: str, role: str, by: User | None = None) -> Membership:
    """`person` has `role` in the cohort of that name, which is made if it is new; given by somebody; None: by
    who may run commands here. Safe to call twice."""
    if role not in Role.values:
        raise ValueError(f"{role!r} is not one of {', '.join(Role.values)}")
    place, _ = Cohort.objects.get_or_create(name=cohort)
    membership, is_new = Membership.objects.get_or_create(user=person, cohort=place, role=role)
    if is_new:
        record("role.given", actor=by, about=person, cohort=place.pk, role=role)
    return membership


@transaction.atomic
def take_membership(person: User, *, cohort: Cohort, role: str, by: User | None = None) -> None:
    """`person` no longer has `role` there. Their sockets learn of it within two seconds. Safe to call twice."""
    gone, _ = Membership.objects.filter(user=person, cohort=cohort, role=role).delete()
    if gone:
        record("role.taken", actor=by, about=person, cohort=cohort.pk, role=role)


@transaction.atomic
def set_active(person: User, *, is_active: bool, by: User | None = None) -> None:
    """Locks the account of `person`, or unlocks it. Whoever is locked is signed out everywhere within two seconds.
    Safe to call twice."""
    if User.objects.filter(pk=person.pk).exclude(is_active=is_active).update(is_active=is_active):
        record("account.unlocked" if is_active else "account.locked", actor=by, about=person)
    person.refresh_from_db()


@transaction.atomic
def create_demo_people() -> list[User]:
    """Everybody in DEMO_PEOPLE, in that order, without passwords. Safe to call twice."""
    people = []
    for each in DEMO_PEOPLE:
        person = User.objects.filter(username=each.username).first() or create_person(
            each.username, first_name=each.first_name, last_name=each.last_name, signature=each.signature
        )
        add_membership(person, cohort=each.cohort, role=each.role)
        people.append(person)
    return people


def set_comparing(person: User, *, compares: bool) -> None:
    """Whether runs that `person` starts from now on are held against what they wrote in earlier ones."""
    if person.compares_earlier != compares:
        person.compares_earlier = compares
        person.save(update_fields=["compares_earlier"])


def decline_guide(person: User) -> None:
    """`person` is not offered the run that teaches the desk first any more. Safe to call twice."""
    if person.wants_guide:
        person.wants_guide = False
        person.save(update_fields=["wants_guide"])


class TooMuch(Exception):  # noqa: N818  an answer, not an error
    """Nothing was kept: the person keeps as much as anybody may."""


@transaction.atomic
def keep_desk_setting(person: User, *, name: str, value: str | None) -> None:
    """`person` has `value`, JSON as text, under `name` from now on; None: nothing. Safe to call twice.

    Raises TooMuch beyond MOST_SETTINGS names.
    """
    # Two tabs cannot fill it over its edge.
    User.objects.select_for_update().only("pk").get(pk=person.pk)
    kept = DeskSetting.objects.filter(owner=person)
    if value is None:
        kept.filter(name=name).delete()
    elif not kept.filter(name=name).update(value=value):
        if kept.count() >= MOST_SETTINGS:
            raise TooMuch
        DeskSetting.objects.create(owner=person, name=name, value=value)


def set_language(person: User, *, language: str) -> None:
    """The language of the pages for `person` from now on. Raises ValueError for one that there is not."""
    if language not in dict(User._meta.get_field("language").flatchoices):
        raise ValueError(f"no such language: {language}")
    person.language = language
    person.save(update_fields=["language"])
