"""A database server is not waited for without end, and what its address says is left as it is."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import make_url

from autograder.gradebook.server_limits import with_limits


@pytest.mark.parametrize("kind", ["postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_a_connection_gets_limits(kind):
    """A machine that was switched off does not answer, and does not say so."""
    made = make_url(with_limits(f"{kind}://me:secret@db.example.org/course"))
    assert made.password == "secret"
    assert made.query["connect_timeout"] == "10"
    assert int(made.query["tcp_user_timeout"]) == 30_000


def test_who_sets_a_limit_keeps_it():
    """The others are added."""
    made = make_url(with_limits("postgresql+psycopg://me@host/course?connect_timeout=60"))
    assert made.query["connect_timeout"] == "60"
    assert "keepalives_idle" in made.query


@pytest.mark.parametrize(
    "url", ["sqlite:////home/me/gradebook.db", "postgresql+pg8000://me@host/x", "mysql://me@host/x"]
)
def test_other_databases_do_not_know_these_names(url):
    """Their addresses are as they were."""
    assert with_limits(url) == url
