"""The recovery code: the diary's secret on paper.

26 characters of Crockford's base32 hold the 128 bits, two more check them; groups of four, seven in
all. The check is a Reed-Solomon code over the 32 characters: any one wrong character is found, and
where it stands is known, so that the window can say which group to look at again.

Sources: Crockford, "Base 32" (crockford.com/base32.html), for the characters and for what is read
as what; Reed and Solomon, J. SIAM 8 (1960), for the check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import (
    RecoveryCharacterError,
    RecoveryCodeError,
    RecoveryGroupError,
    RecoveryLengthError,
)
from db.keys import SECRET_BYTES

GROUP = 4
LENGTH = 28

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALSO = {"0": "O", "1": "IL"}
_SYMBOL = {
    character: value
    for value, digit in enumerate(_DIGITS)
    for each in digit + _ALSO.get(digit, "")
    for character in (each, each.lower())
}
"""What a typed character stands for."""

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
"""As keyboards and word processors write them."""

_BITS = 5
_CHECKS = 2
_FIELD = 0b100101
"""x^5 + x^2 + 1, whose root generates the 31 values other than 0."""


def _powers() -> Iterator[int]:
    value = 1
    for _ in range(31):
        yield value
        value <<= 1
        value ^= _FIELD * (value >> _BITS)


_POWER = tuple(_powers())
_LOG = {value: exponent for exponent, value in enumerate(_POWER)}


def written(secret: bytes) -> str:
    """The code of a secret, in groups of four with hyphens between them."""
    number = int.from_bytes(secret, "big")
    count = LENGTH - _CHECKS
    symbols = [number >> _BITS * (count - 1 - place) & 31 for place in range(count)]
    code = "".join(_DIGITS[symbol] for symbol in [*symbols, *_checks(symbols)])
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read(code: str) -> bytes:
    """The secret of a code that was typed in: any case, with or without spaces and hyphens.

    Raises:
        RecoveryCodeError: What is wrong, with the group in which it is where that is known.
    """
    symbols = _symbols(code)
    _check(symbols)
    number = 0
    for symbol in symbols[:-_CHECKS]:
        number = number << _BITS | symbol
    if number >> 8 * SECRET_BYTES:
        raise RecoveryCodeError
    return number.to_bytes(SECRET_BYTES, "big")


def _symbols(code: str) -> list[int]:
    typed = [each for each in code if not each.isspace() and each not in _HYPHENS]
    for place, character in enumerate(typed):
        if character not in _SYMBOL:
            raise RecoveryCharacterError(character=character, group=_group(place))
    if len(typed) != LENGTH:
        raise RecoveryLengthError(found=len(typed), wanted=LENGTH)
    return [_SYMBOL[character] for character in typed]


def _check(symbols: Sequence[int]) -> None:
    """A code's polynomial has the first two powers as roots; what is left over tells where not."""
    first, second = _value(symbols, 0), _value(symbols, 1)
    if not first and not second:
        return
    if first and second:
        place = LENGTH - 1 - (_LOG[second] - _LOG[first]) % 31
        if place >= 0:
            raise RecoveryGroupError(group=_group(place))
    raise RecoveryCodeError


def _checks(symbols: Sequence[int]) -> tuple[int, int]:
    """The two characters that make the whole polynomial vanish at both powers."""
    first, second = _value([*symbols, 0, 0], 0), _value([*symbols, 0, 0], 1)
    high = _times(first ^ second, _POWER[-_LOG[_POWER[0] ^ _POWER[1]] % 31])
    return high, first ^ high


def _value(symbols: Sequence[int], power: int) -> int:
    """The polynomial's value there, by Horner's rule."""
    value = 0
    for symbol in symbols:
        value = _times(value, _POWER[power]) ^ symbol
    return value


def _times(one: int, other: int) -> int:
    return _POWER[(_LOG[one] + _LOG[other]) % 31] if one and other else 0


def _group(place: int) -> int:
    return min(place, LENGTH - 1) // GROUP + 1
