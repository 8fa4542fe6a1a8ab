"""Makes an account and prints the link with which its owner chooses a password."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from people.models import Role, User
from people.services import add_membership, create_person


class Command(BaseCommand):
    help = "Creates a person with a role in a cohort, or gives an existing one another role and a new link."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--cohort", required=True, help="made if it is new")
        parser.add_argument("--first-name", default="")
        parser.add_argument("--last-name", default="")
        parser.add_argument("--email", default="")
        parser.add_argument("--language", default="de", choices=["de", "en"])
        parser.add_argument("--signature", default="", help="service name or initials under replies")

    def handle(self, *args: Any, username: str, role: str, cohort: str, **options: Any) -> None:
        fields = {name: options[name] for name in ("first_name", "last_name", "email", "language", "signature")}
        try:
            person = User.objects.filter(username=username).first() or create_person(username, **fields)
        except ValidationError as problem:
            raise CommandError("; ".join(problem.messages)) from problem
        add_membership(person, cohort=cohort, role=role)
        self.stdout.write(f"{username} is {role} in {cohort}. With this link they choose a password, once:")
        self.stdout.write(describe_link(person))


def describe_link(person: User) -> str:
    """The address of the page where `person` chooses a password; good until they did, or for three days."""
    key = default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), key])
    return f"{settings.ORIGINS[0]}{path}"
