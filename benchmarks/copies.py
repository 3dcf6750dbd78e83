"""Copies of articles, made by a seeded script, and how many of them a ledger finds.

    python benchmarks/copies.py examples/*.txt

Each article is copied in six ways; all are added to one ledger with the originals. Every copy must be found, and nothing
that is none.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from dragoman.model.ledger import Arrival
from dragoman.store import Ledger, open_ledger
from dragoman.workflows.adding import add_all

_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|\n+")
_RESPELT = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ё": "е", "’": "'", "à": "a", "è": "e"})
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_FOOTERS = {
    "ar": "تابعوا آخر الأخبار عبر تطبيقنا وصفحاتنا على مواقع التواصل. جميع الحقوق محفوظة.",
    "en": "Sign up for our newsletter to get the morning's stories. All rights reserved.",
    "ru": "Подписывайтесь на нашу рассылку, чтобы не пропустить главное. Все права защищены.",
    "it": "Iscriviti alla newsletter per ricevere le notizie del mattino. Tutti i diritti riservati.",
}
KINDS = ("lead", "footer", "dropped", "respelt", "reworded", "embedded")


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A text and the number of the article that it is a copy of; kind `original` for the article itself."""

    text: str
    article: int
    kind: str


def make_copies(articles: Sequence[tuple[str, str]], seed: int = 7) -> list[Copy]:
    """The articles, given as language and text, and six copies of each."""
    made: list[Copy] = []
    for number, (language, text) in enumerate(articles):
        chance = random.Random(f"{seed}:{number}")
        others = [other for index, (spoken, other) in enumerate(articles) if index != number and spoken == language]
        makers: dict[str, Callable[[], str]] = {
            "original": lambda text=text: text,  # type: ignore[misc]  # the text of this turn of the loop
            "lead": lambda text=text: _lead(text),  # type: ignore[misc]
            "footer": lambda text=text, language=language: f"{text.rstrip()}\n{_FOOTERS[language]}\n",  # type: ignore[misc]
            "dropped": lambda text=text, chance=chance: _drop(text, chance),  # type: ignore[misc]
            "respelt": lambda text=text: text.translate(_RESPELT).translate(_DIGITS),  # type: ignore[misc]
            "reworded": lambda text=text, chance=chance: _reword(text, chance),  # type: ignore[misc]
            "embedded": lambda text=text, chance=chance, others=others: _embed(text, others, chance),  # type: ignore[misc]
        }
        made.extend(Copy(text=maker(), article=number, kind=kind) for kind, maker in makers.items())
    return made


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def _lead(text: str) -> str:
    """The first quarter, in whole sentences."""
    kept: list[str] = []
    for sentence in _sentences(text):
        kept.append(sentence)
        if sum(map(len, kept)) >= len(text) / 4:
            break
    return "\n".join(kept) + "\n"


def _drop(text: str, chance: random.Random) -> str:
    """Without three sentences of ten."""
    sentences = _sentences(text)
    gone = set(chance.sample(range(len(sentences)), round(len(sentences) * 0.3)))
    return "\n".join(sentence for index, sentence in enumerate(sentences) if index not in gone) + "\n"


def _reword(text: str, chance: random.Random) -> str:
    """With another word of the article in the place of every seventh, at random."""
    pieces = re.split(r"(\s+)", text)
    words = [piece for piece in pieces if piece.strip()]
    changed = [chance.choice(words) if piece.strip() and chance.random() < 0.15 else piece for piece in pieces]
    return "".join(changed)


def _embed(text: str, others: Sequence[str], chance: random.Random) -> str:
    """Inside a round-up: after the beginning of one other article and before the end of another."""
    around = [chance.choice(others) if others else "" for _ in range(2)]
    before = "\n".join(_sentences(around[0])[:3])
    after = "\n".join(_sentences(around[1])[-3:])
    return f"{before}\n{text.strip()}\n{after}\n"


@dataclass(frozen=True, kw_only=True)
class Found:
    """Copies found, by kind, of how many; and pairs found that are of two articles."""

    by_kind: dict[str, tuple[int, int]]
    false_pairs: tuple[tuple[str, str], ...]
    pairs: int


def find_copies(ledger: Ledger, copies: Sequence[Copy]) -> Found:
    """Add all to a ledger; a copy counts as found where it is one source with its original."""
    names = {f"{copy.article}/{copy.kind}": copy for copy in copies}
    arrivals = [Arrival(text=copy.text, name=name, published="2025-03-01") for name, copy in names.items()]
    ids: dict[str, list[str]] = {}
    for added in add_all(ledger, arrivals):
        if added.document is not None:
            ids.setdefault(added.document.id, []).append(added.name)
    links = ledger.likenesses(ledger.all_documents())
    linked = {frozenset((one, other)) for link in links for one in ids[link.first] for other in ids[link.second]}
    linked |= {frozenset(pair) for held in ids.values() for pair in combinations(held, 2)}
    by_kind = {}
    articles = {copy.article for copy in copies}
    for kind in KINDS:
        found = sum(frozenset((f"{number}/{kind}", f"{number}/original")) in linked for number in articles)
        by_kind[kind] = (found, len(articles))
    # A round-up holds pieces of other articles, and is rightly linked to what it holds whole.
    false = [
        (one, other)
        for one, other in map(sorted, linked)
        if names[one].article != names[other].article and "embedded" not in (names[one].kind, names[other].kind)
    ]
    return Found(by_kind=by_kind, false_pairs=tuple(false), pairs=len(linked))


def main() -> None:
    """Print what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="articles, NAME.LANGUAGE.txt or LANGUAGE-NAME.txt")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    articles = [(language_of(Path(name)), Path(name).read_text(encoding="utf-8")) for name in options.files]
    found = find_copies(open_ledger(":memory:", create=True), make_copies(articles, options.seed))
    for kind, (count, of) in found.by_kind.items():
        print(f"{kind:10} {count} of {of}")
    print(f"false pairs {len(found.false_pairs)}, of {found.pairs} pairs found: {found.false_pairs[:5]}")


def language_of(path: Path) -> str:
    """The language in the name of a file."""
    return next((code for code in re.split(r"[.-]", path.name) if code in _FOOTERS), "en")


if __name__ == "__main__":
    main()
