"""The page is one file, safe with hostile text, and can be used from the keyboard."""

import re
from html.parser import HTMLParser

import pytest

from dragoman.export.page import draw_page
from dragoman.model.record import DocumentFacts, Record, Span, Statement


class Page(HTMLParser):
    """The elements of a page with their attributes and the text inside the article."""

    VOID = frozenset(("meta", "link", "input", "br"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def with_attribute(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.elements if name in attributes]


@pytest.fixture
def page(record: Record, trace: tuple[object, ...]) -> str:
    return draw_page(record, trace)  # type: ignore[arg-type]


def test_page_is_well_formed(page: str) -> None:
    assert Page(page).open == []


def test_page_asks_for_nothing_from_outside(page: str) -> None:
    assert not re.search(r"(?i)https?:|url\(|@import|src=", page)
    assert "default-src 'none'" in page


def test_only_our_own_script_and_style_stand_in_the_page(page: str) -> None:
    assert page.count("<script") == 1
    assert page.count("</script>") == 1
    assert page.count("<style") == 1


def test_hostile_words_are_shown_not_obeyed(page: str) -> None:
    assert "&lt;/script&gt;&lt;b&gt;" in page
    assert "<b>" not in page
    assert "<i>marks</i>" not in page


def test_bidi_controls_are_named_and_do_nothing(page: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert 'title="U+202E">RLO</bdi>' in page


def test_article_has_its_own_direction_and_language(page: str) -> None:
    assert '<h2 dir="rtl" lang="ar">' in page
    assert '<p dir="ltr" lang="und">' in page


def test_every_field_with_words_finds_them_in_the_article(page: str) -> None:
    parsed = Page(page)
    marked = {key for item in parsed.with_attribute("data-on") for key in (item["data-on"] or "").split()}
    asked = {item["data-show"] for item in parsed.with_attribute("data-show")}
    assert asked
    assert asked - marked == set()


def test_every_marked_part_has_a_card(page: str) -> None:
    parsed = Page(page)
    cards = {item["id"] for item in parsed.with_attribute("id")}
    marked = {key for item in parsed.with_attribute("data-on") for key in (item["data-on"] or "").split()}
    assert {"card-" + "-".join(key.split("-")[:2]) for key in marked} - cards == set()


def test_overlapping_evidence_is_cut_into_pieces(page: str) -> None:
    pieces = [item["data-on"] or "" for item in Page(page).with_attribute("data-on")]
    assert any({"statement-1", "time-2", "round-1"} <= set(piece.split()) for piece in pieces)


def test_page_can_be_used_from_the_keyboard(page: str) -> None:
    parsed = Page(page)
    tabs = [item for item in parsed.with_attribute("role") if item["role"] == "tab"]
    panels = {item["id"] for item in parsed.with_attribute("role") if item["role"] == "tabpanel"}
    assert {tab["aria-controls"] for tab in tabs} == panels
    assert [tab["tabindex"] for tab in tabs].count("0") == 1
    assert all(item.get("tabindex") is not None for item in parsed.with_attribute("role") if item["role"] == "button")
    assert any(item.get("aria-live") == "polite" for item in parsed.with_attribute("aria-live"))
    for key in ("ArrowLeft", "Enter", "Escape", "Home"):
        assert key in page


def test_boilerplate_is_greyed_and_not_hidden(page: str) -> None:
    assert re.search(r'class="bit on-boilerplate"[^>]*>تابعوا', page)


def test_styles_speak_of_start_and_end(page: str) -> None:
    style = page.split("<style>")[1].split("</style>")[0]
    assert not re.search(
        r"(margin|padding|border)-(left|right)|(?<![-\w])(left|right)\s*:|float:\s*(left|right)", style
    )
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_page_shows_title_and_words_of_hostile_records() -> None:
    text = '"><script>alert(1)</script>\ud800\x1b\r\n\n& "x"'
    words = Span(start=0, end=len(text), text=text)
    statement = Statement(
        id='"><img>', speaker='"><img>', label=words, via=("<img>",), cue=None, content=words, mode="<img>",
        certainty="<img>", date="<img>", rule="<img>",
    )  # fmt: skip
    facts = DocumentFacts(id="<img>", text=text, language='"<img>', direction="ltr", title=text, publisher="<img>")
    drawn = draw_page(Record(document=facts, statements=(statement,)))
    assert "<img" not in drawn
    assert drawn.count("<script") == 1
    assert Page(drawn).open == []
    drawn.encode("utf-8")


def test_record_without_anything_still_makes_a_page() -> None:
    facts = DocumentFacts(id="0", text="كلمة", language="ar", direction="rtl")
    drawn = draw_page(Record(document=facts))
    assert "Nothing of this kind was read." in drawn
    assert Page(drawn).open == []


def test_same_record_gives_same_bytes(record: Record) -> None:
    assert draw_page(record) == draw_page(record)
