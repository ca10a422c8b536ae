"""A Neo4j server that someone else runs: connect, and say clearly why not."""

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from graph.errors import OnRecordError, UsageError
from graph.stores.connection import Drivers

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class Server:
    """A `Connection` to a server. It is not ours: we neither start nor end it."""

    def __init__(self, url: str, user: str | None, password: str | None) -> None:
        self._url = url
        driver = _connect(url, (user or "neo4j", password) if password else None)
        self._drivers = Drivers(writer=driver, reader=driver, database=None, alive=lambda: True)

    def drivers(self) -> Drivers:
        """Return the open drivers; they find a server again that was away by themselves."""
        return self._drivers

    def lost(self, drivers: Drivers) -> bool:
        """Return false: the driver has tried for its whole retry time already."""
        return False

    def stop_engine(self) -> None:
        """Do nothing: the server is not ours."""

    def close(self) -> None:
        """Close the drivers."""
        self._drivers.close()


def _connect(url: str, auth: tuple[str, str] | None) -> Driver:
    try:
        driver = GraphDatabase.driver(
            url,
            auth=auth,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError) as fault:
        raise UsageError(
            f"this is not the address of a graph server ({fault})",
            subject=url,
            remedy="Write it as bolt://host:7687, neo4j://host or neo4j+s://host",
        ) from fault
    try:
        driver.verify_connectivity()
    except AuthError as fault:
        driver.close()
        raise OnRecordError(
            "the graph server refuses the user or the password",
            subject=url,
            remedy="Set ONRECORD_GRAPH_USER and ONRECORD_GRAPH_PASSWORD",
        ) from fault
    except (DriverError, Neo4jError, OSError) as fault:
        driver.close()
        raise OnRecordError(
            f"no graph server answers there ({str(fault).splitlines()[0]})",
            subject=url,
            remedy="Start the server, or leave out --graph to use the embedded engine",
        ) from fault
    return driver
