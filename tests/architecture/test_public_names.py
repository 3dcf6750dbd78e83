"""What each package offers is listed, and what is listed is there."""

import importlib

import pytest
from sources import Source, package_sources

OFFERED = {
    "dragoman": {"Record", "__version__", "read"},
}
PACKAGES = [source for source in package_sources() if source.path.endswith("__init__.py")]


@pytest.mark.parametrize("source", PACKAGES, ids=lambda source: source.module)
def test_listed_names_exist_and_stand_once(source: Source) -> None:
    module = importlib.import_module(source.module)
    listed = list(getattr(module, "__all__", ()))
    assert len(listed) == len(set(listed))
    assert [name for name in listed if not hasattr(module, name)] == []


@pytest.mark.parametrize("source", PACKAGES, ids=lambda source: source.module)
def test_package_that_brings_names_together_lists_them(source: Source) -> None:
    imports = [line for line in source.text.splitlines() if line.startswith("from dragoman")]
    assert not imports or "__all__" in source.text


@pytest.mark.parametrize("name", OFFERED)
def test_public_interface_is_what_we_promise(name: str) -> None:
    assert set(importlib.import_module(name).__all__) >= OFFERED[name]
