"""What the registry gives its readers."""

import re
from datetime import date

import pytest

from dragoman.registry import ACTOR_TYPES, LANGUAGES, NAME_KINDS, PLACE_KINDS, Registry, load_registry
from dragoman.registry.posts import Post, earliest_day, latest_day


@pytest.fixture
def registry() -> Registry:
    return load_registry()


def test_every_name_belongs_to_a_known_actor_and_kind(registry: Registry) -> None:
    for language in LANGUAGES:
        names = registry.names(language)
        assert names
        assert {name.kind for name in names} <= set(NAME_KINDS)
        assert not [name for name in names if name.actor_id not in registry.actors]


def test_actors_have_known_types_and_latin_names(registry: Registry) -> None:
    assert {actor.type for actor in registry.actors.values()} <= set(ACTOR_TYPES)
    other_scripts = re.compile("[\u0370-\u1dff]")
    assert not [actor.id for actor in registry.actors.values() if other_scripts.search(actor.name)]


@pytest.mark.parametrize(
    ("language", "kind", "form", "actor"),
    [
        ("ar", "adjective", "أميركي", "country/US"),
        ("ar", "adjective", "أمريكي", "country/US"),
        ("ar", "adjective", "كوري شمالي", "country/KP"),
        ("ar", "capital", "كييف", "country/UA"),
        ("ru", "adjective", "российский", "country/RU"),
        ("ru", "inhabitant", "россиянин", "country/RU"),
        ("it", "adjective", "statunitense", "country/US"),
        ("en", "inhabitant", "Russians", "country/RU"),
    ],
)
def test_state_is_known_by_form(registry: Registry, language: str, kind: str, form: str, actor: str) -> None:
    found = [name.actor_id for name in registry.names(language) if (name.kind, name.form) == (kind, form)]
    assert found == [actor]


def test_every_state_has_a_name_in_each_language(registry: Registry) -> None:
    states = {actor.id for actor in registry.actors.values() if actor.type == "country"}
    for language in LANGUAGES:
        named = {name.actor_id for name in registry.names(language) if name.kind == "name"}
        assert states <= named


def test_amman_does_not_stand_for_jordan_in_arabic(registry: Registry) -> None:
    """It is written like Oman."""
    assert {name.actor_id for name in registry.names("ar") if name.form == "عمان"} == {"country/OM"}


def test_places_are_shared_between_languages(registry: Registry) -> None:
    arabic = {name.form: name.place for name in registry.places("ar")}
    russian = {name.form: name.place for name in registry.places("ru")}
    assert arabic["إسطنبول"] is russian["Стамбул"]
    assert arabic["إسطنبول"].country == "TR"
    assert {place.kind for place in arabic.values()} <= set(PLACE_KINDS)


@pytest.mark.parametrize("form", ["الأبيض", "كيف", "المدينة", "الخبر", "أرمينيا"])
def test_common_words_and_countries_are_no_places(registry: Registry, form: str) -> None:
    assert form not in {name.form for name in registry.places("ar")}


def test_capital_is_found_by_code_and_by_id(registry: Registry) -> None:
    capital = registry.capital_of("country/RU")
    assert capital is not None
    assert capital.name == "Moscow"
    assert registry.capital_of("RU") is capital
    assert registry.capital_of("XX") is None


def test_holder_of_an_office_depends_on_the_day(registry: Registry) -> None:
    (then,) = registry.holders("head-of-state", "US", date(2023, 6, 1))
    (later,) = registry.holders("head-of-state", "country/US", date(2025, 6, 1))
    assert then.person_id != later.person_id
    assert then in registry.posts_of(then.person_id)


def test_post_with_vague_dates_covers_the_whole_of_them() -> None:
    post = Post(person_id="person/x", role="envoy", office="envoy", of="US", start="2019", end="2020-02")
    assert post.covers(date(2019, 1, 1))
    assert post.covers(date(2020, 2, 29))
    assert not post.covers(date(2020, 3, 1))
    assert (earliest_day("2019-05"), latest_day("2019")) == (date(2019, 5, 1), date(2019, 12, 31))


def test_office_body_is_named_after_its_country(registry: Registry) -> None:
    ministry = registry.office_body("ministry-of-foreign-affairs", "RU")
    assert ministry is not None
    assert ministry.actor_id("RU") == "org/ru-ministry-of-foreign-affairs"
    assert ministry.actor_name("Russia") == "Ministry of Foreign Affairs of Russia"
    own = registry.office_body("ministry-of-foreign-affairs", "US")
    assert own is not None
    assert own.actor_id("US") == "org/us-department-of-state"
    government = registry.office_body("government", "FR")
    assert government is not None
    assert government.actor_id("FR") == "country/FR"


def test_general_office_bodies_come_before_those_of_one_country(registry: Registry) -> None:
    for language in LANGUAGES:
        bodies = registry.office_bodies(language)
        general = [body.country is None for body in bodies]
        assert general == sorted(general, reverse=True)
        assert any(body.forms for body in bodies)


def test_unknown_language_has_no_names(registry: Registry) -> None:
    assert not registry.names("xx")
    assert not registry.places("xx")
    assert not registry.office_bodies("xx")
