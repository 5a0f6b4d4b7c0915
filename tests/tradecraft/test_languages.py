import pytest

from briefing.tradecraft.languages import detect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry between the two towns was cancelled on Friday because of ice.", "en"),
        ("Die Fähre zwischen den beiden Städten fiel am Freitag wegen Eises aus.", "de"),
        ("El transbordador entre las dos ciudades fue cancelado el viernes por el hielo.", "es"),
        ("Le bac entre les deux villes a été annulé vendredi à cause de la glace.", "fr"),
    ],
)
def test_language_of_a_sentence_is_found(text: str, expected: str) -> None:
    assert detect(text) == expected


@pytest.mark.parametrize("text", ["", "Ice.", "1 2 3 4 5 6 7 8 9 " * 40, "a" * 39])
def test_too_few_letters_are_no_language(text: str) -> None:
    assert detect(text) is None
