"""Nothing that is too large is kept: neither by the door nor by a page, which says so in the language of the person."""

import pytest
from channels.testing import ApplicationCommunicator
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import AsyncRequestFactory, Client

from config.asgi import application
from config.bodies import limit_bodies
from people.models import User
from simulator.models import OwnTemplate
from trainer_ui.middleware import IS_CUT, refuse_large_bodies

MOST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
ROWS = b"title,text\n" + b"Anrede,Guten Tag\n"


async def send_through(parts: list[bytes]) -> tuple[bytes, bool]:
    """What an application behind a door of ten bytes reads, and whether it is told of more."""
    read = []

    async def listen(scope, receive, send):
        more = True
        while more:
            message = await receive()
            read.append(message["body"])
            more = message["more_body"]
        await send({"type": "told", "is_cut": IS_CUT in scope})

    talk = ApplicationCommunicator(limit_bodies(listen, most=10), {"type": "http"})
    for nth, part in enumerate(parts, start=1):
        await talk.send_input({"type": "http.request", "body": part, "more_body": nth < len(parts)})
    told = await talk.receive_output()
    await talk.wait()
    return b"".join(read), told["is_cut"]


@pytest.mark.parametrize(
    ("parts", "read", "is_cut"),
    [
        ([b"0123456789"], b"0123456789", False),
        ([b"01234", b"56789"], b"0123456789", False),
        ([b"0123456789a"], b"", True),
        ([b"01234", b"56789", b"a", b"b"], b"0123456789", True),
    ],
)
async def test_what_is_beyond_the_limit_is_thrown_away(parts, read, is_cut):
    assert await send_through(parts) == (read, is_cut)


async def test_our_own_door_has_the_limit_of_the_settings():
    scope = {**AsyncRequestFactory().get("/accounts/login/").scope, "client": ("127.0.0.1", 1), "method": "POST"}
    scope["headers"] = [(b"host", b"testserver")]
    talk = ApplicationCommunicator(application, scope)

    await talk.send_input({"type": "http.request", "body": b"a" * (MOST + 1), "more_body": False})

    assert (await talk.receive_output(timeout=20))["status"] == 413
    await talk.wait(timeout=20)


def test_a_request_that_was_cut_is_refused_before_anything_is_read(rf):
    request = rf.post("/own/templates/")
    request.scope = {IS_CUT: True}

    answer = refuse_large_bodies(lambda request: pytest.fail("it was let through"))(request)

    assert answer.status_code == 413


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "said"), [("de", "Höchstens 1000 kB"), ("en", "At most 1000 kB")])
def test_a_file_that_is_too_large_changes_nothing_and_the_page_names_the_limit(tia: User, language, said):
    User.objects.filter(pk=tia.pk).update(language=language)
    client = Client()
    client.force_login(tia)
    client.post("/own/templates/", {"language": "de", "title": "Dank", "text": "Danke!"})

    answer = client.post(
        "/own/templates/", {"language": "de", "file": "1", "table": SimpleUploadedFile("t.csv", ROWS * (MOST // 20))}
    )

    assert answer.status_code == 413
    assert said in answer.content.decode()
    assert [each.title for each in OwnTemplate.objects.all()] == ["Dank"]
