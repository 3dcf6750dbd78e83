"""Renew constraints/*.txt: exact versions with hashes, for every Python from 3.11 on, without any address.

    python scripts/lock_requirements.py

Needs uv, which `make lock` installs. Existing pins are kept as long as they satisfy pyproject.toml; delete a file to
renew all of it.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [sys.executable, "-m", "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]
COMPILE += ["--no-header", "--no-emit-index-url", "--no-annotate", "--quiet"]

# Each file agrees with those before it, since they are installed into one environment.
LOCKS = (
    ("run.txt", ["pyproject.toml"]),
    ("build.txt", ["--group", "build"]),
    ("test.txt", ["pyproject.toml", "--group", "test"]),
    ("bench.txt", ["--group", "bench"]),
)


def main() -> None:
    """Write the four files."""
    earlier: list[str] = []
    for name, what in LOCKS:
        target = f"constraints/{name}"
        subprocess.run([*COMPILE, *what, *earlier, "--output-file", target], cwd=ROOT, check=True)
        earlier += ["--constraint", target]


if __name__ == "__main__":
    main()
