"""Office bodies: the general ones, and those that one country calls otherwise."""

from registry_sources import LANGUAGES, Problems, Source, split_forms

Row = tuple[str, ...]

_FORM_KINDS = {"full", "short", "construct", "own"}
_STANDS_FOR = {"country", "body"}


def build_offices(source: Source, actors: dict[str, Row], names: list[Row], problems: Problems) -> list[Row]:
    """The rows of offices.tsv; a body that one country calls otherwise also becomes an actor with its own names."""
    rows: list[Row] = []
    seen = set()
    for line, row in source.rows:
        key = (row["key"], row["country"])
        general = not row["country"] and row["stands_for"] == "body"
        own = bool(row["country"]) and row["stands_for"] == "body"
        faults = [
            (key in seen, f"{key} is listed twice"),
            (row["stands_for"] not in _STANDS_FOR, f"stands_for is {row['stands_for']!r}"),
            (bool(row["country"]) and f"country/{row['country']}" not in actors, "unknown country"),
            (general and "{cc}" not in row["id_template"], "the id template has no {cc}"),
            (
                own and ("{" in row["id_template"] or "{" in row["name_template"]),
                "the body of one country is named in full, without {country}",
            ),
        ]
        found = [what for wrong, what in faults if wrong]
        for language in LANGUAGES:
            for item in split_forms(row[language]):
                kind, _, form = item.partition(":")
                if kind not in _FORM_KINDS or not form:
                    found.append(f"{item!r} is not kind:form with a known kind")
        for what in found:
            problems.note(source, line, f"{row['key']}: {what}")
        if found:
            continue
        seen.add(key)
        rows.append(tuple(row.values()))
        if row["country"] and row["stands_for"] == "body":
            _add_own_body(row, actors, names)
    # The general body first, so that a reader may let the particular one overwrite it.
    return sorted(rows, key=lambda row: (row[1] != "", row[0], row[1]))


def _add_own_body(row: dict[str, str], actors: dict[str, Row], names: list[Row]) -> None:
    """Register the body of one country, unless the organizations already hold it, and give it its own names."""
    actor_id = row["id_template"]
    if actor_id not in actors:
        actors[actor_id] = (actor_id, "organization", row["name_template"], row["country"], row["class"], "", "")
        names.append((actor_id, "en", "name", row["name_template"]))
    known = {(language, form) for owner, language, _, form in names if owner == actor_id}
    for language in LANGUAGES:
        for item in split_forms(row[language]):
            kind, _, form = item.partition(":")
            if kind == "own" and (language, form) not in known:
                names.append((actor_id, language, "short", form))
