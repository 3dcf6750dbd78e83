"""Sort the word tables of all language packs: within each block by kind, value and form, verbs by form.

    python scripts/sort_tables.py

A block ends at a comment or an empty line, so that a table keeps its sections. Lines that are the same are kept once.
"""

from pathlib import Path

from dragoman.languages.checker import sort_key

LANGUAGES = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "languages"


def sort_lines(lines: list[str], table: str) -> list[str]:
    """The lines of a table with each block in order."""
    result: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and not line.startswith("#"):
            block.append(line)
            continue
        result.extend(
            sorted(dict.fromkeys(block), key=lambda row: sort_key([cell.strip() for cell in row.split("\t")], table))
        )
        block = []
        result.append(line)
    return result[:-1]


def main() -> None:
    """Rewrite the tables that are out of order and name them."""
    for path in sorted(LANGUAGES.glob("*/words/*.tsv")):
        before = path.read_text(encoding="utf-8")
        after = "\n".join(sort_lines(before.rstrip("\n").split("\n"), path.name)) + "\n"
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(LANGUAGES)}: sorted")


if __name__ == "__main__":
    main()
