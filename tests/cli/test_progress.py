"""The bar is for somebody who watches, and never mixes with messages."""

import io

from dragoman.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_bar_is_silent_where_nobody_watches() -> None:
    stream = io.StringIO()
    progress = Progress(stream, 3)
    progress.begin(1, "a.txt")
    progress.clear()
    assert stream.getvalue() == ""


def test_bar_shows_how_far_it_is() -> None:
    stream = Terminal()
    Progress(stream, 3).begin(1, "a\x1b.txt")
    assert "1/3 a‹␛›.txt" in stream.getvalue()


def test_message_takes_the_bar_away_first() -> None:
    stream = Terminal()
    progress = Progress(stream, 3)
    progress.begin(0, "a.txt")
    progress.say("b.txt: is empty")
    assert stream.getvalue().endswith("\r\x1b[2Kdragoman: b.txt: is empty\n")
