import pytest
from django.core.exceptions import ValidationError

from people.core.demo import DEMO_PEOPLE
from people.models import Cohort, Membership, User
from people.queries import cohorts_of, roles_of
from people.services import add_membership, create_demo_people, create_person, set_language

pytestmark = pytest.mark.django_db


def test_a_person_without_a_password_cannot_be_signed_in_to():
    person = create_person("tia", first_name="Tia", signature="TB")

    assert not person.has_usable_password()


def test_a_weak_password_makes_no_person():
    with pytest.raises(ValidationError):
        create_person("tia", password="tia123")

    assert User.objects.count() == 0


def test_a_username_is_given_once():
    create_person("tia")

    with pytest.raises(ValidationError):
        create_person("tia")


def test_a_membership_asked_for_twice_is_one():
    tia = create_person("tia")

    first = add_membership(tia, cohort="Frühdienst", role="trainee")
    again = add_membership(tia, cohort="Frühdienst", role="trainee")

    assert first == again
    assert Membership.objects.count() == Cohort.objects.count() == 1


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="emperor"):
        add_membership(create_person("tia"), cohort="Frühdienst", role="emperor")


def test_roles_hold_in_their_own_cohort_only(tia, early, late):
    add_membership(tia, cohort=late.name, role="coach")

    assert roles_of(tia) == {"trainee", "coach"}
    assert roles_of(tia, cohort=early) == {"trainee"}
    assert list(cohorts_of(tia, role="coach")) == [late]


def test_the_demo_has_two_cohorts_and_every_role():
    people = create_demo_people()

    assert [person.username for person in people] == [person.username for person in DEMO_PEOPLE]
    assert Cohort.objects.count() == 2
    assert set(Membership.objects.values_list("role", flat=True)) == {"trainee", "coach", "manager", "administrator"}


def test_preparing_the_demo_twice_changes_nothing():
    assert create_demo_people() == create_demo_people()
    assert Membership.objects.count() == len(DEMO_PEOPLE)


def test_the_pages_speak_a_language_that_there_is(tia):
    set_language(tia, language="en")

    with pytest.raises(ValueError, match="no such language"):
        set_language(tia, language="tlh")
    assert User.objects.get().language == "en"
