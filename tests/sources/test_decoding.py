import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.decoding import Decoded, decode

SPANISH = "El puerto cerró el viernes porque los estibadores votaron la huelga, según la compañía. "
GERMAN = "Größere Schiffe, die über die Nordsee kamen, mussten am Freitag draußen bleiben. "
POLISH = (
    "Port został zamknięty w piątek z powodu strajku, powiedziała spółka. Żądają podwyżki płac. "
)
RUSSIAN = "Порт закрылся в пятницу из-за забастовки рабочих, сообщила компания. "


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (SPANISH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (SPANISH, "utf-16"),
        (RUSSIAN, "utf-32"),
    ],
)
@pytest.mark.parametrize("times", [1, 20])
def test_older_encodings_are_told_by_their_text(text: str, charset: str, times: int) -> None:
    assert decode((text * times).encode(charset)) == (text * times, charset)


@given(st.text())
def test_utf8_is_decoded_untouched_or_refused(text: str) -> None:
    content = text.encode("utf-8")
    found = decode(content)
    if isinstance(found, Decoded):
        assert (found.text.encode("utf-8"), found.charset) == (content, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_without_nul_or_a_reason(content: bytes) -> None:
    found = decode(content)
    if isinstance(found, Decoded):
        assert found.text.strip()
        assert "\0" not in found.text
        assert found.text.encode("utf-8")
    else:
        assert found.reason
