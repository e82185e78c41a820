"""Readings, notes, attacks and the profile."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE reading (
        day TEXT NOT NULL,
        field TEXT NOT NULL,
        value ANY NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_reading PRIMARY KEY (day, field),
        CONSTRAINT ck_reading_day CHECK (date(day) IS day),
        CONSTRAINT ck_reading_field CHECK (field <> ''),
        CONSTRAINT ck_reading_value CHECK (typeof(value) <> 'blob')
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE note (
        day TEXT NOT NULL,
        text TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_note PRIMARY KEY (day),
        CONSTRAINT ck_note_day CHECK (date(day) IS day)
    ) STRICT
    """,
    """
    CREATE TABLE attack (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        started_at TEXT NOT NULL,
        offset_seconds INTEGER NOT NULL,
        zone TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        minutes INTEGER,
        ongoing INTEGER NOT NULL,
        colours TEXT NOT NULL,
        places TEXT NOT NULL,
        pain INTEGER,
        numbness INTEGER,
        tingling INTEGER,
        triggers TEXT NOT NULL,
        relief TEXT NOT NULL,
        note TEXT NOT NULL,
        CONSTRAINT pk_attack PRIMARY KEY (id),
        CONSTRAINT ck_attack_id CHECK (id <> ''),
        CONSTRAINT ck_attack_day CHECK (date(day) IS day),
        CONSTRAINT ck_attack_started_at
            CHECK (started_at GLOB '????-??-??T??:??:??.??????Z'),
        CONSTRAINT ck_attack_offset_seconds CHECK (abs(offset_seconds) < 86400),
        CONSTRAINT ck_attack_minutes CHECK (minutes >= 0),
        CONSTRAINT ck_attack_ongoing
            CHECK (ongoing BETWEEN 0 AND 1 AND NOT (ongoing AND minutes IS NOT NULL)),
        CONSTRAINT ck_attack_colours CHECK (json_type(colours) = 'array'),
        CONSTRAINT ck_attack_places CHECK (json_type(places) = 'array'),
        CONSTRAINT ck_attack_pain CHECK (pain BETWEEN 0 AND 10),
        CONSTRAINT ck_attack_numbness CHECK (numbness BETWEEN 0 AND 10),
        CONSTRAINT ck_attack_tingling CHECK (tingling BETWEEN 0 AND 10),
        CONSTRAINT ck_attack_triggers CHECK (json_type(triggers) = 'array'),
        CONSTRAINT ck_attack_relief CHECK (json_type(relief) = 'array')
    ) STRICT
    """,
    "CREATE INDEX ix_attack_day_started_at ON attack (day, started_at)",
    "CREATE INDEX ix_attack_ongoing ON attack (started_at) WHERE ongoing",
    """
    CREATE TABLE profile (
        one INTEGER NOT NULL,
        name TEXT NOT NULL,
        born TEXT,
        patient_id TEXT NOT NULL,
        CONSTRAINT pk_profile PRIMARY KEY (one),
        CONSTRAINT ck_profile_one CHECK (one = 1),
        CONSTRAINT ck_profile_born CHECK (date(born) IS born)
    ) STRICT
    """,
)


def upgrade() -> None:
    """Create the first tables."""
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    """Leave an empty database."""
    for table in ("profile", "attack", "note", "reading"):
        op.drop_table(table)
