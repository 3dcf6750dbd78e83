"""What several tests need: the bundled articles with their days of publication."""

from datetime import date
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> dict[str, tuple[str, date]]:
    """Text and day of publication of each bundled article, by file name."""
    days = yaml.safe_load((ROOT / "examples" / "published.yaml").read_text(encoding="utf-8"))
    return {name: ((ROOT / "examples" / name).read_text(encoding="utf-8"), day) for name, day in days.items()}
