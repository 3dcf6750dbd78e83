"""Builds the list of common Arabic words by which a reader tells an unknown name from an ordinary word.

usage: build_common_words.py [--size N]

Takes the most frequent words of wordfreq (code Apache-2.0, data CC BY-SA 4.0), folds them and leaves out what the name
tables know as parts of names. The list is therefore shipped under CC BY-SA 4.0 (see NOTICE).
"""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

from wordfreq import top_n_list

from dragoman.languages.names import name_counts
from dragoman.text.folding import fold

TARGET = Path(__file__).parent.parent / "src" / "dragoman" / "languages" / "ar" / "data" / "common_words.txt.gz"
# a word borne as a name by more people than this is no evidence against a name
FEW_BEARERS = 2


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=60_000, help="how many of the most frequent words to take")
    options = parser.parse_args()
    words = set()
    for word in top_n_list("ar", options.size):
        folded = fold(word)
        known = name_counts(word)
        if (
            len(folded) > 1
            and folded.isalpha()
            and not folded.isascii()
            and (known is None or known.bearers <= FEW_BEARERS)
        ):
            words.add(folded)
    packed = gzip.compress("\n".join(sorted(words)).encode("utf-8"), mtime=0)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(packed)
    print(f"{len(words)} words, {len(packed) // 1024} KiB")


if __name__ == "__main__":
    main()
