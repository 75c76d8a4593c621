"""Files that are bad on purpose: each kind is a function of a size in bytes and a source of chance."""


def fill(piece, size):
    """The piece again and again, cut at the size; a character may be cut in two."""
    if isinstance(piece, str):
        piece = piece.encode()
    return (piece * (size // len(piece) + 1))[:size]


def made(make, size):
    """What a function of a number makes, for 0, 1, 2, ..., up to the size."""
    pieces, count, number = [], 0, 0
    while count < size:
        piece = make(number).encode()
        pieces.append(piece)
        count += len(piece)
        number += 1
    return b"".join(pieces)[:size]


def letters(number, alphabet="abcdefghijklmnopqrstuvwxyz"):
    """A word for each number, all of them different."""
    word = ""
    while True:
        word += alphabet[number % len(alphabet)]
        number //= len(alphabet)
        if number == 0:
            return word


def scrambled(number):
    return letters(number * 2654435761 % (1 << 32))


PROSE = (
    "The ferry across the harbour took its first passengers on Tuesday, nine days after a storm had "
    "torn its landing stage away, and the town pays half of the repair. "
)
RUSSIAN = (
    "Паром через гавань во вторник принял первых пассажиров, спустя девять дней после шторма, который "
    "унёс причал, и город платит за половину ремонта. "
)
CHINESE = "渡輪週二首次載客。"
GIVEN = ["Alexander", "Sergei", "Olga", "Tatiana", "Volodymyr", "Siarhei", "Natallia", "Viktor"]
KNOWN = ["Lukashenko", "Zelensky", "Putin", "Tikhanovskaya", "Navalny", "Poroshenko"]


def surrogates(size, chance):
    units = [chance.choice([0xD800, 0xDC00, 0x41, 0x430, 0x0A, 0x20]) for _ in range(size // 2)]
    return b"\xff\xfe" + b"".join(unit.to_bytes(2, "little") for unit in units)


def mixed_newlines(size, chance):
    ends = ["\r\n", "\n", "\r", "\n\r", "\u2028", "\x0b", "\u0085"]
    return made(lambda _: scrambled(chance.randrange(1 << 20)) + chance.choice(ends), size)


def distinct_names(number):
    return f"{GIVEN[number % 8]} {letters(number * 7919).capitalize()}enko met {GIVEN[number % 7]}. "


KINDS = {
    "prose": lambda size, chance: fill(PROSE * 3 + "\n", size),
    "prose, distinct": lambda size, chance: made(lambda n: f"{PROSE}{scrambled(n)}.\n", size),
    "blank lines": lambda size, chance: fill("\n", size),
    "blank lines with spaces": lambda size, chance: fill(" \t\n", size),
    "spaces": lambda size, chance: fill(" ", size),
    "one line": lambda size, chance: fill(PROSE, size),
    "one line, Cyrillic": lambda size, chance: fill(RUSSIAN, size),
    "one word": lambda size, chance: fill("a", size),
    "one word, Cyrillic": lambda size, chance: fill("ж", size),
    "one word, Chinese": lambda size, chance: fill("渡", size),
    "marks": lambda size, chance: "a".encode() + fill("\u0301", size),
    "marks out of order": lambda size, chance: "a".encode() + fill("\u0301\u0323", size),
    "marks and hyphens": lambda size, chance: "a".encode() + fill("\u00ad\u0301", size),
    "accents": lambda size, chance: fill("e\u0301 i\u0308", size),
    "Hangul": lambda size, chance: fill("\u1100\u1161\u11a8", size),
    "bidi": lambda size, chance: fill("\u202eabc\u202c \u2066d\u2069", size),
    "zero width": lambda size, chance: fill("a\u200b", size),
    "zero width alone": lambda size, chance: fill("\u200b\ufeff", size),
    "joiners": lambda size, chance: fill("a\u200d", size),
    "same short lines": lambda size, chance: fill("Read more\n", size),
    "same lines": lambda size, chance: fill("The ferry across the harbour ran again on Tuesday\n", size),
    "same prose": lambda size, chance: fill(PROSE + "\n", size),
    "distinct short lines": lambda size, chance: made(lambda n: scrambled(n) + "\n", size),
    "distinct lines": lambda size, chance: made(
        lambda n: f"{scrambled(n)} {scrambled(n + 7)} {scrambled(n * 3)} of {letters(n)}\n", size
    ),
    "distinct lines, then prose": lambda size, chance: made(
        lambda n: f"{scrambled(n)} {scrambled(n + 7)} {scrambled(n * 3)} of {letters(n)}\n", size - 1000
    )
    + fill(PROSE * 2 + "\n", 1000),
    "letters": lambda size, chance: fill("".join(f"{c}\n" for c in "abcdefghij"), size),
    "pairs": lambda size, chance: made(lambda n: f"{scrambled(n // 2)} {letters(n // 2)} word\n", size),
    "alternating pairs": lambda size, chance: fill("The ferry ran again\nThe town pays half\n", size),
    "long pairs": lambda size, chance: made(
        lambda n: f"{PROSE}{scrambled(n // 4 * 2 + n % 2)}.\n", size
    ),
    "nested menus": lambda size, chance: made(
        lambda n: ["Share", "Home", "Read more", PROSE, "Subscribe", letters(n)][n % 6] + "\n", size
    ),
    "NULs": lambda size, chance: fill(b"\0", size),
    "random bytes": lambda size, chance: chance.randbytes(size),
    "random Latin": lambda size, chance: bytes(chance.choices(range(0x20, 0x7F), k=size)),
    "invalid UTF-8": lambda size, chance: fill(b"abc\xff def\xc3 \xe2\x82\n", size),
    "broken half": lambda size, chance: fill("слова и слова ".encode() + b"\xff\xfe ", size),
    "broken run": lambda size, chance: fill(PROSE * 99, size - size // 11) + fill(b"\xff", size // 11),
    "overlong": lambda size, chance: fill(b"\xc0\x80 \xed\xa0\x80 text text text text\n", size),
    "Latin-1": lambda size, chance: fill("Où l’été a-t-il passé, à Nîmes\n".encode("cp1252"), size),
    "1252 holes": lambda size, chance: fill(b"caf\xe9 na\xefve words and more words \x81\x8d\x8f\n", size),
    "UTF-16": lambda size, chance: b"\xff\xfe" + fill((PROSE + "\n").encode("utf-16-le"), size),
    "UTF-16 lone surrogates": surrogates,
    "UTF-16 surrogate run": lambda size, chance: b"\xff\xfe"
    + fill(PROSE.encode("utf-16-le"), size - size // 16)
    + fill(b"\x00\xd8", size // 16),
    "CRLF": lambda size, chance: fill("A line of text here\r\n", size),
    "newlines mixed": mixed_newlines,
    "names, known": lambda size, chance: fill("Lukashenko ", size),
    "names, known, lines": lambda size, chance: fill("Then Lukashenko spoke.\n", size),
    "names, full": lambda size, chance: fill("Alexander Lukashenko ", size),
    "names, respelt": lambda size, chance: fill("Aleksandr Lukashenka met Vladimir Zelenskiy in Gomel. ", size),
    "names, respelt, lines": lambda size, chance: fill(
        "Aleksandr Lukashenka met Vladimir Zelenskiy in the city of Gomel on Tuesday.\n", size
    ),
    "names, one sentence": lambda size, chance: made(
        lambda n: f"{GIVEN[n % 8]} {KNOWN[n % 6]} and ", size
    ),
    "names, distinct": lambda size, chance: made(distinct_names, size),
    "names, distinct, surnames": lambda size, chance: made(
        lambda n: f"{GIVEN[n % 8]} {letters(n * 7919).capitalize()}enko and {letters(n * 7919).capitalize()}enko. ",
        size,
    ),
    "names, capitals": lambda size, chance: made(lambda n: letters(n * 7919).capitalize() + " ", size),
    "names, capitals random": lambda size, chance: made(
        lambda n: "".join(chance.choices("aeioukstrnlvm", k=chance.randrange(3, 10))).capitalize() + " ", size
    ),
    "names, Cyrillic": lambda size, chance: fill("Александр Лукашенко встретил Владимира Путина. ", size),
    "names, Cyrillic, capitals": lambda size, chance: made(
        lambda n: letters(n * 7919, "абвгдежзиклмнопрстуф").capitalize() + " ", size
    ),
    "names, initials": lambda size, chance: fill("A. Lukashenko, V. Putin, S. T. ", size),
    "names, glued": lambda size, chance: made(
        lambda n: f"Olga {letters(n * 7919).capitalize()}whosaid that. ", size
    ),
    "names, places": lambda size, chance: fill("in Gomel and Kiev, Odessa and Minsk ", size),
    "names, quoted": lambda size, chance: made(lambda n: f"“{letters(n * 7919).capitalize()}ahon” ", size),
    "names, hyphens": lambda size, chance: fill("Lukashenko-", size),
    "apostrophes": lambda size, chance: fill("a'", size),
    "apostrophes apart": lambda size, chance: fill("dogs' ", size),
    "apostrophes, letters": lambda size, chance: fill("aʼ", size),
    "quotes": lambda size, chance: fill('"', size),
    "quotes open": lambda size, chance: fill('“He said "so (', size),
    "brackets": lambda size, chance: fill("([", size),
    "braces": lambda size, chance: fill("{", size),
    "commas": lambda size, chance: fill(",", size),
    "dots": lambda size, chance: fill(". ", size),
    "dotted": lambda size, chance: fill("a.", size),
    "hyphens": lambda size, chance: fill("a-", size),
    "at signs": lambda size, chance: fill("a@", size),
    "slashes": lambda size, chance: fill("a/b", size),
    "URLs": lambda size, chance: made(lambda n: f"https://example.org/{n}?q={n} ", size),
    "URL lines": lambda size, chance: made(lambda n: f"https://example.org/{n}?q={n}\n", size),
    "one URL": lambda size, chance: b"https://example.org/" + fill("a/", size),
    "e-mail": lambda size, chance: fill("name@example.org, ", size),
    "digits": lambda size, chance: fill("0123456789", size),
    "numbers": lambda size, chance: made(lambda n: f"{n} ", size),
    "numbers, grouped": lambda size, chance: fill("1,234.", size),
    "times": lambda size, chance: fill("12:30 ", size),
    "times, lines": lambda size, chance: fill("12:30\n", size),
    "dates": lambda size, chance: fill("12 May 2021 ", size),
    "copyright": lambda size, chance: fill("Copyright 2020 Example. All rights reserved. ", size),
    "copyright alone": lambda size, chance: fill("Copyright ", size),
    "copyright lines": lambda size, chance: fill("© 2020 Example\n", size),
    "sentences of a word": lambda size, chance: fill("See. ", size),
    "read also": lambda size, chance: fill("Read also: the ferry. Follow us on Twitter. ", size),
    "Chinese paragraphs": lambda size, chance: made(lambda n: CHINESE * (n % 3 + 1) + "\n", size),
    "Chinese paragraphs, distinct": lambda size, chance: made(
        lambda n: chr(0x4E00 + n % 20000) + chr(0x4E00 + n * 7 % 20000) + CHINESE + "\n", size
    ),
    "Chinese line": lambda size, chance: fill(CHINESE, size),
    "Japanese": lambda size, chance: fill("これはフェリーの話です。\n", size),
    "Arabic": lambda size, chance: fill("العبّارة عبر الميناء\n", size),
    "emoji": lambda size, chance: fill("👩‍👩‍👧 ", size),
    "JSON": lambda size, chance: made(lambda n: f'{{"a":[{n},"b\\n"]}}', size),
    "markup": lambda size, chance: fill("<p>text &amp; <b>more</b></p>\n", size),
}
