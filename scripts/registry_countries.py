"""Countries: hand-made names, completed with the names that CLDR gives them."""

import re

from babel import Locale

from registry_sources import LANGUAGES, NAME_KINDS, Problems, Source, split_forms

Row = tuple[str, ...]

_INVISIBLE = re.compile("[\u200e\u200f\u061c]")


def build_countries(
    countries: Source, codes: Source, dropped: Source, problems: Problems
) -> tuple[dict[str, Row], list[Row]]:
    """The countries by id, and all their names."""
    extra = {row["id"]: row for _, row in codes.rows}
    unwanted = {(row["lang"], row["form"]) for _, row in dropped.rows}
    actors: dict[str, Row] = {}
    names: list[Row] = []
    for line, row in countries.rows:
        actor_id = row["id"]
        if actor_id in actors:
            problems.note(countries, line, f"id {actor_id} is taken")
            continue
        more = extra.pop(actor_id, {})
        ids = ";".join(f"{key}={more[key]}" for key in ("iso3", "gw", "cow") if more.get(key))
        code = find_code(actor_id)
        kind = "igo" if row["type"] == "organization" else ""
        actors[actor_id] = (actor_id, row["type"], row["name"], code, kind, more.get("wikidata", ""), ids)
        own = _collect_names(countries, line, row, problems)
        names += own + _complete_from_cldr(actor_id, code, own, unwanted)
    for unknown in extra:
        problems.note(codes, 0, f"{unknown} is not in {countries.name}")
    return actors, _drop_shared_capitals(names)


def _drop_shared_capitals(names: list[Row]) -> list[Row]:
    """The names without capitals that are written like a country: they stay places, but stand for no government."""
    countries = {(language, form) for _, language, kind, form in names if kind == "name"}
    return [name for name in names if name[2] != "capital" or (name[1], name[3]) not in countries]


def is_country_code(code: str) -> bool:
    """Whether CLDR knows a territory (or union of states) by that code."""
    return len(code) == 2 and code in Locale("en").territories


def find_code(actor_id: str) -> str:
    """The country code in an actor id of these sources; empty for a state that ISO does not list."""
    if actor_id == "org/european-union":
        return "EU"
    kind, _, code = actor_id.partition("/")
    return code if kind == "country" and len(code) == 2 else ""


def _collect_names(source: Source, line: int, row: dict[str, str], problems: Problems) -> list[Row]:
    found: list[Row] = []

    def add(language: str, kind: str, form: str) -> None:
        name = (row["id"], language, kind, form)
        if name in found:
            problems.note(source, line, f"{row['id']}: {kind}:{form} is listed twice in {language}")
        found.append(name)

    add("en", "name", row["name"])
    for language in LANGUAGES:
        for item in split_forms(row[language]):
            if language == "en" and item == row["name"]:
                continue
            kind, colon, form = item.partition(":")
            if colon and kind not in NAME_KINDS:
                problems.note(source, line, f"{row['id']}: unknown kind in {item!r}")
                continue
            add(language, kind if colon else "name", form if colon else item)
        for adjective in split_forms(row[f"{language}_adjectives"]):
            add(language, "adjective", adjective)
        for capital in split_forms(row[f"{language}_capital"]):
            # With a tilde the city is a place like others, and never stands for the government.
            if not capital.startswith("~"):
                add(language, "capital", capital)
    for language, kind, form in _list_inhabitants(row):
        add(language, kind, form)
    return found


def _list_inhabitants(row: dict[str, str]) -> list[Row]:
    """Inhabitants: in Italian the adjective; in English the adjective with a plural where the source says `+`."""
    inhabitants: list[Row] = [("it", "inhabitant", form) for form in split_forms(row["it_adjectives"])]
    inhabitants += [("ru", "inhabitant", form) for form in split_forms(row["ru_inhabitants"])]
    for form in split_forms(row["en_inhabitants"]):
        if form != "+":
            inhabitants.append(("en", "inhabitant", form))
            continue
        for adjective in split_forms(row["en_adjectives"]):
            inhabitants += [("en", "inhabitant", adjective), ("en", "inhabitant", f"{adjective}s")]
    return inhabitants


def _complete_from_cldr(actor_id: str, code: str, own: list[Row], unwanted: set[tuple[str, str]]) -> list[Row]:
    """What CLDR adds; its explanatory forms in brackets or with dashes are no names that anybody prints."""
    known = unwanted | {(language, form) for _, language, _, form in own}
    added: list[Row] = []
    for language in LANGUAGES:
        form = _INVISIBLE.sub("", Locale(language).territories.get(code, ""))
        if form and not re.search(r"[()]| - | – ", form) and (language, form) not in known:
            added.append((actor_id, language, "name", form))
    return added
