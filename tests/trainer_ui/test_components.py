"""The page of components is there for whoever works on the product, and nowhere else.

It asks no database, and none of these tests may; so those that draw it in a browser run once for both
(tests/e2e/test_components.py).
"""

import pytest
from django.test import Client, override_settings

PATHS = ("/components/", "/components/pictures/0.svg")


@pytest.mark.parametrize("path", PATHS)
def test_where_people_train_there_is_no_such_page(client: Client, path: str):
    with override_settings(DEBUG=False, DEMO=False):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("kind", ["DEBUG", "DEMO"])
@pytest.mark.parametrize("path", PATHS)
def test_whoever_works_on_the_product_sees_it(client: Client, path: str, kind: str):
    with override_settings(**{"DEBUG": False, "DEMO": False, kind: True}):
        assert client.get(path).status_code == 200


def test_it_speaks_both_languages(client: Client):
    with override_settings(DEMO=True):
        pages = [
            client.get("/components/", headers={"accept-language": each}).content.decode() for each in ("de", "en")
        ]

    assert ["Bausteine" in page for page in pages] == [True, False]
    assert ["Components" in page for page in pages] == [False, True]
