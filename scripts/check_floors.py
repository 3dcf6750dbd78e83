"""Compare the reading with answer keys and with the floors that it must not fall below.

    python scripts/check_floors.py --shared ../shared            score; exit status 1 below a floor
    python scripts/check_floors.py --shared ../shared --raise    and lift the floors to what was reached

Lifting also writes down what was reached in the folder of each language (measured.yaml), for `dragoman languages` to show.

The keys, the articles and the scorer are no part of this repository; without them there is nothing to do. All that the
scorer says, what was missed included, goes to build/score.txt as well.
"""

import argparse
import math
import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "src" / "dragoman" / "languages"
FLOORS = ROOT / "tests" / "floors.yaml"
REPORT = ROOT / "build" / "score.txt"

HEADER = """\
# What the reading must reach (F1 by the scorer of the answer keys), for each set of keys. Floors only rise:
# `python scripts/check_floors.py --raise` lifts them; lowering one is a decision that says its reason here.
"""
_LINE = re.compile(r"^all +(\S+) +P [\d.]+ +R [\d.]+ +F1 ([\d.]+)")


def score_keys(shared: Path, pattern: str) -> str:
    """What the scorer says about all keys whose file name fits the pattern."""
    keys = sorted(str(path) for path in (shared / "cases").glob(pattern))
    if not keys:
        return ""
    command = f"{Path(sys.executable).parent / 'dragoman'} read"
    scorer = [sys.executable, str(shared / "score.py"), "-v", "--command", command, *keys]
    done = subprocess.run(scorer, capture_output=True, text=True, cwd=ROOT)
    return done.stdout + done.stderr


def reached_in(report: str) -> dict[str, float]:
    """F1 by part, over all keys of a report."""
    return {found.group(1): float(found.group(2)) for line in report.splitlines() if (found := _LINE.match(line))}


def shortfalls(name: str, floors: dict[str, float], reached: dict[str, float]) -> list[str]:
    """One line for each part below its floor or not scored at all."""
    return [
        f"{name}: {part} {reached.get(part, 0.0):.3f} is below its floor {floor:.2f}"
        for part, floor in floors.items()
        if reached.get(part, 0.0) < floor
    ]


def lifted(floors: dict[str, float], reached: dict[str, float]) -> dict[str, float]:
    """The floors, raised to what was reached, rounded down to a hundredth."""
    return {part: max(floor, math.floor(reached.get(part, 0.0) * 100) / 100) for part, floor in floors.items()}


def write_measured(name: str, shared: Path, pattern: str, reached: dict[str, float]) -> None:
    """Keep the scores of a language's keys beside its pack."""
    folder = LANGUAGES / name
    if not folder.is_dir() or not reached:
        return
    facts = {
        "articles": len(list((shared / "cases").glob(pattern))),
        "f1": {part: math.floor(value * 100) / 100 for part, value in reached.items() if part != "grounded"},
    }
    header = "# F1 by part of the record on the answer keys that the pack was made with; written by scripts/check_floors.py.\n"
    (folder / "measured.yaml").write_text(header + yaml.safe_dump(facts, sort_keys=False), encoding="utf-8")


def print_summary(name: str, floors: dict[str, float], reached: dict[str, float]) -> None:
    """A table: part, reached, floor."""
    print(f"\n{name:14} {'reached':>8} {'floor':>6}")
    for part, value in reached.items():
        floor = f"{floors[part]:6.2f}" if part in floors else "     –"
        print(f"{part:14} {value:8.3f} {floor}")


def main() -> int:
    """Exit status: 0 where every floor is reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with score.py and cases/")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was reached")
    options = parser.parse_args()
    if not (options.shared / "score.py").is_file():
        print(f"no scorer in {options.shared}; nothing was scored")
        return 0
    groups = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    reports, summaries, short = [], [], []
    for name, group in groups.items():
        report = score_keys(options.shared.resolve(), group["keys"])
        reached = reached_in(report)
        reports.append(f"== {name}\n{report}")
        summaries.append((name, group["floors"], reached))
        short += shortfalls(name, group["floors"], reached)
        if options.lift:
            group["floors"] = lifted(group["floors"], reached)
            write_measured(name, options.shared, group["keys"], reached)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(reports), encoding="utf-8")
    print("\n".join(reports))
    for summary in summaries:
        print_summary(*summary)
    if options.lift:
        FLOORS.write_text(HEADER + yaml.safe_dump(groups, sort_keys=False, allow_unicode=True), encoding="utf-8")
    for line in short:
        print(line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
