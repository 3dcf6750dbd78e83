"""An actor is found by any spelling of the name, and the reason is told."""

import pytest

from dragoman.errors import InputError
from dragoman.workflows.actors import find_actors

DARCHIEV = "person/alexander-darchiev"


@pytest.mark.parametrize("spelling", ["دارتشييف", "Дарчиев", "Darchiev", "Darchiyev", "Darciev", "Dartchiev"])
def test_one_man_is_found_by_every_spelling(spelling: str) -> None:
    best = find_actors(spelling, 1)[0]
    assert best.id == DARCHIEV
    assert spelling in best.because


def test_reason_names_the_comparison() -> None:
    assert find_actors("Lavrow", 1)[0].because.endswith("lfrf beside srk lfrf")


def test_two_of_one_family_name_stay_two() -> None:
    found = {actor.id for actor in find_actors("Aliyev", 20)}
    assert "person/ilham-aliyev" in found
    assert DARCHIEV not in found


def test_full_name_finds_only_its_bearer() -> None:
    assert [actor.id for actor in find_actors("Sergej Lavrov", 1)] == ["person/sergey-lavrov"]


def test_seat_of_power_is_found_in_every_script() -> None:
    assert find_actors("Белый дом", 1)[0].id == find_actors("Casa Bianca", 1)[0].id == "org/white-house"


def test_query_without_letters_is_refused() -> None:
    with pytest.raises(InputError):
        find_actors("…")
