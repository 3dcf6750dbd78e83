"""Files and functions stay small enough to be read at once, and are called what they are."""

import ast

import pytest
from sources import Source, all_sources, package_sources

LONGEST_FILE = 500
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 6
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.path)
def test_file_has_at_most_500_lines(source: Source) -> None:
    assert source.text.count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.path)
def test_functions_are_short_and_take_few_parameters(source: Source) -> None:
    wrong = []
    for function in source.functions():
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        parameters = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        count = sum(parameter.arg not in ("self", "cls") for parameter in parameters)
        if length > LONGEST_FUNCTION:
            wrong.append(f"{function.name}: {length} lines")
        if count > MOST_PARAMETERS:
            wrong.append(f"{function.name}: {count} parameters")
    assert wrong == []


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.path)
def test_file_has_a_telling_name(source: Source) -> None:
    names = {part.removesuffix(".py") for part in source.path.split("/")}
    assert names & VAGUE == set()


@pytest.mark.parametrize("source", package_sources(), ids=lambda source: source.path)
def test_public_things_say_what_the_caller_gets(source: Source) -> None:
    silent = []
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if ast.get_docstring(node) is None:
                silent.append(node.name)
    assert silent == []
