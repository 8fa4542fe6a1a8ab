from scenarios.core.variables import fill, find_unknown


def test_variables_are_replaced_once_and_the_rest_stays() -> None:
    filled = fill("{name}, {brand} {{name}} {x} {", {"name": "{agent}", "brand": "Seenbahn", "agent": "TB"})

    assert filled == "{agent}, Seenbahn {{agent}} {x} {"


def test_attributes_of_objects_cannot_be_reached() -> None:
    text = "{name.__class__.__init__.__globals__[SECRET_KEY]}"

    assert fill(text, {"name": "Jana"}) == text
    assert find_unknown(text) == ["name.__class__.__init__.__globals__[SECRET_KEY]"]


def test_unknown_variables_are_named_as_often_as_they_occur() -> None:
    assert find_unknown("{name} {nmae} {agent} {nmae} { name }") == ["nmae", "nmae", " name "]
    assert find_unknown("{name} {brand}", allowed=("brand",)) == ["name"]
