"""Passages are shown so that they cannot disturb what stands around them."""

from dragoman.text.direction import direction_of, isolate, name_control, show


def test_direction_is_that_of_most_letters() -> None:
    assert direction_of("قال Lavrov إن المحادثات مستمرة") == "rtl"
    assert direction_of("The word سلام means peace") == "ltr"


def test_text_without_letters_has_the_default_direction() -> None:
    assert direction_of("12:30", "rtl") == "rtl"
    assert direction_of("") == "ltr"


def test_controls_are_written_out() -> None:
    assert show("a\u202eb\x1b[31m\ud800") == "a‹RLO›b‹␛›[31m‹U+D800›"
    assert name_control("\x7f") == "␡"


def test_line_ends_and_tabs_stay() -> None:
    assert show("a\n\tb") == "a\n\tb"


def test_isolated_passage_cannot_end_its_isolate() -> None:
    assert isolate("سلام\u2069 abc", "rtl") == "\u2068سلام‹PDI› abc\u2069"


def test_piece_that_begins_the_other_way_is_given_a_mark() -> None:
    assert isolate("TASS قالت", "rtl") == "\u2068\u200fTASS قالت\u2069"
    assert isolate("قالت", "rtl") == "\u2068قالت\u2069"
