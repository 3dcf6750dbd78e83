"""The command `dragoman`: finds the subcommand and gives back its exit code.

Exit codes: 0 all went well; 1 something could not be read; 2 the command was not understood; 130 stopped by the user.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from dragoman.cli.options import build_parser

SUCCESS, FAILURE, MISUSE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line."""
    options = build_parser().parse_args(arguments)
    # A command's readers are loaded only when it runs, so that `--help` answers at once.
    command = importlib.import_module(f"dragoman.cli.{options.command}")
    try:
        code: int = command.run(options)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        sys.stderr.write("\ndragoman: stopped\n")
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written, not even when Python closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SUCCESS
    except OSError as failure:
        where = f"{failure.filename}: " if failure.filename else ""
        sys.stderr.write(f"dragoman: {where}the result could not be written ({failure.strerror}); try another place\n")
        return FAILURE


if __name__ == "__main__":
    sys.exit(main())
