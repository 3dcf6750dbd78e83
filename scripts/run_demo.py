"""Read articles with the installed command: the first as a table, all as pages.

    python scripts/run_demo.py examples/*.ar.txt

The day of publication of each article stands in examples/published.yaml.
"""

import os
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "build" / "demo"


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
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
