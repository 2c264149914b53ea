"""The command line: one file per command; each parses its arguments, calls one function, and prints.

Data goes to standard output, talk to standard error. Exit codes: 0 done, 1 failed, 2 used wrongly, 3 done, and
something needs a person.
"""

from __future__ import annotations

import sys

import click

from synopticon import __version__, cli
from synopticon.discover import discover
from synopticon.errors import SynopticonError, UsageError


class _Group(click.Group):
    """The group of all commands; errors raised on purpose become one clear message and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            click.echo(f"synopticon: {error}", err=True)
            ctx.exit(2)
        except SynopticonError as error:
            click.echo(f"synopticon: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # The reader of our output has gone, as `head` does; there is nobody left to tell.
            sys.stdout = None  # keeps the interpreter from flushing into the closed pipe
            ctx.exit(0)
        except OSError as error:
            from synopticon.store.files import explained, is_of_the_system

            if not is_of_the_system(error):
                raise
            click.echo(f"synopticon: {explained(error)}", err=True)
            ctx.exit(2)
        except UnicodeEncodeError as error:
            if error.reason != "surrogates not allowed":
                raise
            found = error.object.encode("utf-8", "backslashreplace").decode()[:80]
            click.echo(f"synopticon: expected text in UTF-8, found {found!r}; write it in UTF-8", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="synopticon", message="%(prog)s %(version)s")
def main() -> None:
    """Turn public records into findings about surveillance purchases.

    Every value keeps the page, cell or characters where it stands. Nothing goes over the network, except by
    `lists update` and `fetch`.
    """


for _command in discover(cli, "COMMAND", click.Command):
    main.add_command(_command)
