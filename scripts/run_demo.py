"""Read articles with the installed command, the first as a table, all as pages; then the story set into a ledger.

    python scripts/run_demo.py examples/*.ar.txt

The day of publication of each article stands in examples/published.yaml; the story's in examples/story/articles.yaml.
"""

import os
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "build" / "demo"
STORY = ROOT / "examples" / "story"


def main(names: list[str]) -> int:
    """Exit status: that of the first reading that failed, else 0."""
    days = yaml.safe_load((ROOT / "examples" / "published.yaml").read_text(encoding="utf-8"))
    command = Path(sys.executable).parent / "dragoman"
    PAGES.mkdir(parents=True, exist_ok=True)
    print(f"dragoman read {names[0]} --published {days[Path(names[0]).name]}\n", flush=True)
    for number, name in enumerate(names):
        reading = [str(command), "read", name, "--published", str(days[Path(name).name])]
        page = PAGES / Path(name).name.replace(".txt", ".html")
        if number == 0:
            failed = subprocess.run([*reading, "--format", "table"], cwd=ROOT).returncode
            if failed:
                return failed
        failed = subprocess.run([*reading, "--format", "html", "-o", str(page)], cwd=ROOT).returncode
        if failed:
            return failed
    print("\nThe same as pages, with the evidence in the article; open one in a browser:")
    for page in sorted(PAGES.glob("*.html")):
        print(f"  {os.path.relpath(page, ROOT)}")
    return _tell_story(command)


def _tell_story(command: Path) -> int:
    """Put the bundled story into a ledger of its own and show what all its articles tell together."""
    ledger, page = PAGES / "story.db", PAGES / "story.html"
    for old in PAGES.glob("story.db*"):
        old.unlink()
    articles = sorted(str(path.relative_to(ROOT)) for path in STORY.glob("*.txt"))
    place = ["--ledger", str(ledger)]
    about = ["--about", str(STORY / "articles.yaml")]
    print(
        f"\ndragoman add {STORY.relative_to(ROOT)}/*.txt --about {STORY.relative_to(ROOT)}/articles.yaml\n", flush=True
    )
    for step in (
        ["add", *articles, *about, *place, "--format", "table"],
        ["record", *place, "-o", str(page)],
        ["record", *place, "--party", "RU", "--party", "US", "--format", "table"],
    ):
        failed = subprocess.run([str(command), *step], cwd=ROOT).returncode
        if failed:
            return failed
    print(f"\nThe same as a page: {os.path.relpath(page, ROOT)}; the ledger: {os.path.relpath(ledger, ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
