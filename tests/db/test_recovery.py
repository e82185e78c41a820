"""The recovery code: what is printed opens the diary, and a slip of the pen is found."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import recovery
from db.errors import (
    RecoveryCharacterError,
    RecoveryCodeError,
    RecoveryGroupError,
    RecoveryLengthError,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET = bytes(range(16))
CODE = recovery.written(SECRET)
SECRETS = st.binary(min_size=16, max_size=16)


@given(SECRETS)
def test_what_is_written_is_read(secret: bytes) -> None:
    assert recovery.read(recovery.written(secret)) == secret


def test_the_form_of_a_code_never_changes() -> None:
    """Codes are on paper: another form would make them worthless."""
    assert CODE == "0004-1061-050R-3GG2-8A1C-60T3-GF6Q"


@given(SECRETS)
def test_a_code_is_read_as_people_type(secret: bytes) -> None:
    code = recovery.written(secret)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        "  " + code.replace("-", " - ") + "\n",
        code.replace("-", "\u2013"),
        code.replace("0", "O").replace("1", "l"),
        code.replace("0", "o").replace("1", "I"),
    ):
        assert recovery.read(typed) == secret


@given(SECRETS, st.integers(0, 27), st.integers(1, 31))
def test_any_one_wrong_character_names_its_group(secret: bytes, place: int, off: int) -> None:
    plain = list(recovery.written(secret).replace("-", ""))
    plain[place] = ALPHABET[(ALPHABET.index(plain[place]) + off) % 32]

    with pytest.raises(RecoveryGroupError, match=f"group {place // 4 + 1} "):
        recovery.read("".join(plain))


@given(SECRETS, st.lists(st.integers(0, 27), min_size=2, max_size=2, unique=True), st.data())
def test_two_wrong_characters_are_never_taken_for_a_code(
    secret: bytes, places: list[int], data: st.DataObject
) -> None:
    plain = list(recovery.written(secret).replace("-", ""))
    for place in places:
        others = ALPHABET.replace(plain[place], "")
        plain[place] = data.draw(st.sampled_from(others))

    with pytest.raises(RecoveryCodeError):
        recovery.read("".join(plain))


@given(SECRETS, st.integers(0, 26))
def test_two_neighbours_changed_about_are_found(secret: bytes, place: int) -> None:
    plain = list(recovery.written(secret).replace("-", ""))
    if plain[place] == plain[place + 1]:
        return
    plain[place : place + 2] = plain[place + 1], plain[place]

    with pytest.raises(RecoveryCodeError):
        recovery.read("".join(plain))


@pytest.mark.parametrize("typed", ["", "   ", CODE[:-1], CODE + "0", CODE.replace("-", "")[4:]])
def test_a_code_of_another_length_says_how_long_it_is(typed: str) -> None:
    found = len(typed.replace("-", "").strip())

    with pytest.raises(RecoveryLengthError, match=f"28 letters and digits. This one has {found}"):
        recovery.read(typed)


@pytest.mark.parametrize("character", ["U", "!", "é", "٣", "½", "ﬀ", "ß", "\0", "🙂"])
def test_a_character_of_no_code_is_named_with_its_group(character: str) -> None:
    typed = CODE[:10] + character + CODE[11:]

    with pytest.raises(RecoveryCharacterError) as error:
        recovery.read(typed)
    assert error.value.values == {"character": character, "group": 3}


def test_a_code_over_128_bits_is_refused() -> None:
    """The first character has three bits only; a code with more was never printed by a diary."""
    symbols = [31] * 26
    number = "".join(ALPHABET[each] for each in [*symbols, *recovery._checks(symbols)])

    with pytest.raises(RecoveryCodeError):
        recovery.read(number)


@given(st.text(max_size=60))
def test_nonsense_is_explained(typed: str) -> None:
    with suppress(RecoveryCodeError):
        assert len(recovery.read(typed)) == 16
