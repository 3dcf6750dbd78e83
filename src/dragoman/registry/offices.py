"""Bodies of state whose names are composed with a country: the foreign ministry of anywhere."""

from dataclasses import dataclass

FORM_KINDS = (
    "full",  # complete but for the country, which follows as a name or an adjective: وزارة الخارجية
    "short",  # the body only where an adjective or name of a country stands with it: الخارجية
    "construct",  # only before the bare name of the country: وزارة خارجية
    "own",  # names the body of one country without further words: Farnesina
)


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """One wording of an office body in one language; the country stands beside it unless the kind is `own`."""

    kind: str  # one of FORM_KINDS
    form: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeBody:
    """One kind of state body with its wordings in one language, or one country's body that is called otherwise."""

    key: str
    kind: str  # class of the actor: ministry, government, military…
    stands_for: str  # `country` where the phrase means the state itself, `body` where it means the body
    country: str | None  # None for the general body; a code where one country has its own
    id_template: str
    name_template: str
    forms: tuple[OfficeForm, ...]

    def actor_id(self, country: str, host: str = "") -> str:
        """The id of that country's body; `host` is where an embassy stands, in id form."""
        if self.stands_for == "country":
            return f"country/{country}"
        return self.id_template.format(cc=country.lower(), host=host)

    def actor_name(self, country_name: str, host_name: str = "") -> str:
        """The canonical name of the body; `host_name` is the city in which an embassy stands."""
        if self.stands_for == "country":
            return country_name
        return self.name_template.format(country=country_name, host=host_name)


def parse_office(row: list[str], forms: str) -> OfficeBody:
    """The body of one row of offices.tsv, with the wordings of one of its language columns."""
    items = [item.split(":", 1) for item in forms.split("|") if item]
    return OfficeBody(
        key=row[0],
        country=row[1] or None,
        kind=row[2],
        stands_for=row[3],
        id_template=row[4],
        name_template=row[5],
        forms=tuple(OfficeForm(kind, form) for kind, form in items),
    )
