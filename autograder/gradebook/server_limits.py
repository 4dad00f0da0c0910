"""How long a database server may let us wait before we take it for gone."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url

__all__ = ["bound_waits", "with_limits"]

_DRIVERS: Final = frozenset({"psycopg", "psycopg2"})
"""Those of PostgreSQL's own client library."""

_CONNECTION: Final = {
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
"""In seconds, the last in milliseconds: without these, a machine that is switched off is waited for
as long as the system has patience, which is up to two hours."""

_STATEMENTS: Final = {"lock_timeout": "10s", "statement_timeout": "60s"}
"""Another program may have locked a table and never release it."""


def with_limits(url: str) -> str:
    """The address of a gradebook with limits of its connection, where it names none itself.

    Args:
        url: as SQLAlchemy reads it.
    """
    address = make_url(url)
    if not _is_postgresql(url):
        return url
    missing = {name: value for name, value in _CONNECTION.items() if name not in address.query}
    return address.update_query_dict(missing).render_as_string(hide_password=False)


def bound_waits(engine: Engine) -> None:
    """Have a server end what waits for a lock, or takes too long.

    It is asked for it by statements, since some pools of connections refuse it as an option.

    Args:
        engine: whose future connections it is asked on.
    """
    if not _is_postgresql(str(engine.url)):
        return

    @event.listens_for(engine, "connect")
    def ask(connection: Any, _: object) -> None:
        with connection.cursor() as cursor:
            for name, value in _STATEMENTS.items():
                cursor.execute(f"SET SESSION {name} = '{value}'")
        connection.commit()  # what is set in a transaction that is rolled back is lost


def _is_postgresql(url: str) -> bool:
    address = make_url(url)
    return address.get_backend_name() == "postgresql" and address.get_driver_name() in _DRIVERS
