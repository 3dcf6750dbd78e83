"""What the commands of a ledger understand."""

from __future__ import annotations

import argparse

DEFAULT_LEDGER = "dragoman.db"
_Commands = argparse._SubParsersAction  # the type is private, what it adds is not

_ADD_EPILOG = """examples:
  dragoman add monday/*.txt --published 2025-04-07
  dragoman add story/*.txt --about story/articles.yaml --ledger story.db
  dragoman add articles.jsonl --ledger postgresql://team@localhost/talks

--about names a YAML or JSON file that says under each file name a day, or published, publisher, url and language.
A .jsonl file holds one article on each line, with text, published, publisher, url and language.
Adding an article again changes nothing. An article that cannot be read is reported and the others are added.
"""
_RECORD_EPILOG = """examples:
  dragoman record
  dragoman record --party RU --party US --issue missions
  dragoman record --between 2025-02-01..2025-04-30 --format json -o spring.json
  dragoman record --as-of 2025-03-01 --format html -o march.html
"""
_DECIDE_EPILOG = """what can be decided:
  accept ID            keep together what is together now, whatever rules or new readings say
  split ID DOCUMENT…   take documents out of a source or a round
  join ID ID…          make several sources, or several rounds, one
  correct ID SLOT=VALUE…   put your value first: date, place, venue, duration, status, mediators, head:PARTY of a round;
                       original of a source; published, publisher, url of a document; status, issue, by, party of a claim

examples:
  dragoman decide join round/RU+US/2025-04-10 round/RU+US/2025-04-11 --by Ada --because "one meeting past midnight"
  dragoman decide split source/24e72e2a549da37c 54c547e7273fc234 --because "written on the spot"
  dragoman decide correct round/RU+US/2025-04-10 duration=PT5H30M --by Ada

Nothing is overwritten: dragoman history shows all decisions, dragoman undo withdraws one.
"""


def add_ledger_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    """Put the commands of a ledger beside the others."""
    _add_add(commands)
    _add_questions(commands)
    _add_history(commands)
    _add_decide(commands)
    _add_undo(commands)
    _add_reread(commands)


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, summary: str, description: str, epilog: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--ledger",
        default=DEFAULT_LEDGER,
        metavar="PLACE",
        help=f"a file, or postgresql://user@host/database (default: {DEFAULT_LEDGER} in this folder)",
    )
    return command


def _add_add(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "add",
        "read articles into a ledger",
        "Reads articles into a ledger, which is begun where there is none, and finds copies of what it holds.",
        _ADD_EPILOG,
    )
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="a text file with one article, or .jsonl; - is standard input"
    )
    command.add_argument("--published", metavar="DATE", help="the day the articles were published, such as 2025-04-10")
    command.add_argument("--publisher", metavar="NAME", help="who published them")
    command.add_argument("--url", metavar="ADDRESS", help="where an article was found")
    command.add_argument("--language", metavar="CODE", help="their language, such as ar (default: recognised)")
    command.add_argument(
        "--about", metavar="FILE", help="a YAML or JSON file that tells day, publisher, url of each file"
    )
    _add_format(command, ("table", "json"))


def _add_questions(commands: _Commands[argparse.ArgumentParser]) -> None:
    for name, summary, description in (
        ("record", "show the merged record", "Shows what all documents of a ledger tell together."),
        (
            "sources",
            "list independent sources",
            "Lists the independent sources, each with its copies and its original.",
        ),
        ("rounds", "list rounds", "Lists the rounds; each slot with all its values, their documents and sources."),
        (
            "tracks",
            "list tracks",
            "Lists where each issue between parties stands, on whose word, and what is disputed.",
        ),
    ):
        command = _command(
            commands, name, summary, description, _RECORD_EPILOG.replace("dragoman record", f"dragoman {name}")
        )
        _add_selection(command)
        _add_format(command, ("table", "json", "html"))
        command.add_argument("-o", "--output", metavar="PATH", help="write to this file; - is standard output")


def _add_selection(command: argparse.ArgumentParser) -> None:
    command.add_argument("--issue", metavar="PATH", help="only this issue and those below it, such as missions/visas")
    command.add_argument(
        "--party",
        action="append",
        default=[],
        metavar="CODE",
        help="only between this party and others: a country code or an actor id; may be given several times",
    )
    command.add_argument(
        "--between", metavar="DAYS", help="only rounds and tracks of these days: 2025-02-01..2025-04-30"
    )
    command.add_argument("--as-of", metavar="DATE", help="what was known on that day: documents published until then")


def _add_history(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "history",
        "say how something came to be what it is",
        "Shows the steps that made a document, source, round, track or claim, with the comparisons behind each, and what "
        "persons decided; without an id, all decisions.",
        "examples:\n  dragoman history round/RU+US/2025-04-10\n  dragoman history track/missions/visas/RU+US\n"
        "  dragoman history\n",
    )
    command.add_argument("id", nargs="?", metavar="ID", help="an id as the lists show it")
    _add_format(command, ("table", "json"))


def _add_decide(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "decide",
        "accept, split, join or correct",
        "Adds a person's decision. Rules and new readings never undo it.",
        _DECIDE_EPILOG,
    )
    command.add_argument("kind", choices=("accept", "split", "join", "correct"), help="what to decide")
    command.add_argument("id", metavar="ID", help="what it is about, as the lists show it")
    command.add_argument("arguments", nargs="*", metavar="ARGUMENT", help="documents, other ids, or SLOT=VALUE")
    _add_signature(command)


def _add_undo(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "undo",
        "withdraw a decision",
        "Withdraws a decision, the last one that holds if none is named. The withdrawal is a decision too: undo takes it back.",
        "examples:\n  dragoman undo\n  dragoman undo 3 --because mistaken\n",
    )
    command.add_argument("number", nargs="?", type=int, metavar="NUMBER", help="the decision's number")
    _add_signature(command)


def _add_reread(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "reread",
        "read the documents of a ledger again",
        "Reads documents again with the reader and packs that are installed now, and reports what changed. Old readings "
        "are kept, and decisions of persons hold.",
        "examples:\n  dragoman reread\n  dragoman reread 24e72e2a549da37c\n",
    )
    command.add_argument("ids", nargs="*", metavar="DOCUMENT", help="documents (default: all)")
    _add_format(command, ("table", "json"))


def _add_signature(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", default="", metavar="NAME", help="who decides")
    command.add_argument("--because", default="", metavar="WORDS", help="the reason")


def _add_format(command: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    command.add_argument(
        "--format", choices=formats, help="how to print it (default: table on a terminal, json elsewhere)"
    )
