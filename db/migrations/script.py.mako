"""${message}."""

from __future__ import annotations

from alembic import op

revision = "${up_revision}"
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what the step does; never import today's models here."""
    ${upgrades if upgrades else "op.execute('')"}


def downgrade() -> None:
    """Take the step back with its data."""
    ${downgrades if downgrades else "op.execute('')"}
