"""`python -m web.vendor [--tests] [--check]` installs the browser libraries of `vendor.toml`."""

import click

from graph.errors import OnRecordError
from web.libraries import PLACES, install, missing, npm, wanted


@click.command()
@click.option("--tests", is_flag=True, help="Also what only the tests need.")
@click.option("--check", is_flag=True, help="Install nothing; fail if a file is absent or differs.")
def main(*, tests: bool, check: bool) -> None:
    """Install the browser libraries that vendor.toml names."""
    for use in ("pages", "tests") if tests else ("pages",):
        packages, place = wanted(use), PLACES[use]
        try:
            fetched = 0 if check else install(packages, place, npm)
        except OnRecordError as error:
            raise click.ClickException(error.sentence()) from error
        lacking = missing(packages, place)
        if lacking:
            raise click.ClickException(f"Absent or changed: {', '.join(lacking)}.")
        click.echo(f"{len(packages)} libraries for {use}, {fetched} fetched, hashes agree")


if __name__ == "__main__":
    main()
