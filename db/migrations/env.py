"""Alembic runs this for each upgrade, on the keyed connection that `upgrade` hands over.

The connection is in one immediate transaction with foreign keys off; `upgrade` commits it.
"""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
