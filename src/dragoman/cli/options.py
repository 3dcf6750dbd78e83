"""What the command line understands."""

from __future__ import annotations

import argparse

from dragoman import __version__
from dragoman.cli.ledger_options import add_ledger_commands

_EPILOG = """examples:
  dragoman read article.txt --published 2025-04-10
  dragoman read article.txt --published 2025-04-10 --format html -o article.html
  cat article.txt | dragoman read - --format json
  dragoman explain article.txt --text "وأضاف"
  dragoman actors Darchiev
  dragoman languages
  dragoman add monday/*.txt --published 2025-04-07
  dragoman record --party RU --party US

exit codes: 0 all went well, 1 something could not be read, 2 the command was not understood
"""
_READ_EPILOG = """formats:
  table  for people, in a terminal that shows Arabic; the default there
  json   one file: one indented JSON object; several files: one object a line, as jsonl; the default elsewhere
  jsonl  one JSON object a line, in the order of the files; `file` says which file it came from
  html   a page that holds article and record, works without a server and asks for nothing from outside

examples:
  dragoman read article.txt --published 2025-04-10
  dragoman read monday/*.txt --published 2025-04-07 --format jsonl -o monday.jsonl
  dragoman read article.txt --format html -o article.html
  dragoman read monday/*.txt --format html -o pages/
  iconv -f windows-1256 -t utf-8 old.txt | dragoman read -

A file that cannot be read is reported and the others are read; then the exit code is 1.
"""
_EXPLAIN_EPILOG = """examples:
  dragoman explain article.txt --at 120 --published 2025-04-10
  dragoman explain article.txt --text "اليوم الخميس"
  dragoman explain article.txt --text "وأضاف" --format json

Places are counted in characters (Unicode code points) from 0, as in the record's spans.
"""


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="dragoman",
        description="Reads news of negotiations and gives back a sourced record: who met whom, who said what, "
        "where each issue stands, each on exact words of the article.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dragoman {__version__}")
    commands = parser.add_subparsers(dest="command", title="commands", required=True)
    _add_read(commands)
    _add_explain(commands)
    _add_actors(commands)
    _add_languages(commands)
    add_ledger_commands(commands)
    return parser


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "read",
        help="read articles and print their records",
        description="Reads articles and prints what was found in each: rounds, statements, claims, events, times, "
        "actors.",
        epilog=_READ_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("files", nargs="+", metavar="FILE", help="a text file with one article; - is standard input")
    _add_article_options(command)
    command.add_argument(
        "--format",
        choices=("table", "json", "jsonl", "html"),
        help="how to print the record (default: table on a terminal, json elsewhere; html if -o ends in .html)",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="write to this file; for several pages, to this folder; - is standard output",
    )


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "explain",
        help="say why something was read at a place, or why nothing was",
        description="Shows what was read at a place of an article, the chain of rules behind it, or the reason that "
        "nothing was read there.",
        epilog=_EXPLAIN_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE", help="a text file with one article; - is standard input")
    place = command.add_mutually_exclusive_group(required=True)
    place.add_argument("--at", type=int, metavar="OFFSET", help="the place as a count of characters from 0")
    place.add_argument("--text", metavar="WORDS", help="the place as words that stand there, in any usual spelling")
    _add_article_options(command)
    command.add_argument(
        "--format", choices=("table", "json"), help="how to print it (default: table on a terminal, json elsewhere)"
    )


def _add_actors(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "actors",
        help="find an actor of the registry by any spelling",
        description="Finds states, organizations, people and groups of the registry by a name in any of the languages, "
        "as written or by its sound, and says why each was found.",
        epilog="examples:\n  dragoman actors دارتشييف\n  dragoman actors Darciev --format json\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("search", metavar="SEARCH", help="a name, or a part of it, in any of the languages")
    command.add_argument("--limit", type=int, default=10, metavar="NUMBER", help="how many to print (default: 10)")
    command.add_argument(
        "--format", choices=("table", "json"), help="how to print it (default: table on a terminal, json elsewhere)"
    )


def _add_languages(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "languages",
        help="list the languages that can be read",
        description="Lists the languages with a pack, what each pack says it can read, and those that have none yet.",
        epilog="example:\n  dragoman languages --format json\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--format", choices=("table", "json"), help="how to print it (default: table on a terminal, json elsewhere)"
    )


def _add_article_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--published",
        metavar="DATE",
        help="the day the article was published, such as 2025-04-10; without it, weekdays and the like stay open",
    )
    command.add_argument(
        "--language", metavar="CODE", help="the language of the article, such as ar (default: recognised from the text)"
    )
