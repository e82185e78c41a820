"""Sores, patches, measurements, medicines, visits, photos, own fields; what was deleted."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE sore (
        id TEXT NOT NULL,
        place TEXT NOT NULL,
        spot TEXT NOT NULL,
        noticed TEXT NOT NULL,
        healed TEXT,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_sore PRIMARY KEY (id),
        CONSTRAINT ck_sore_noticed_healed CHECK (healed >= noticed),
        CONSTRAINT ck_sore_noticed CHECK (date(noticed) IS noticed),
        CONSTRAINT ck_sore_healed CHECK (date(healed) IS healed),
        CONSTRAINT ck_sore_id CHECK (id <> '')
    ) STRICT
    """,
    """
    CREATE TABLE sore_day (
        sore TEXT NOT NULL,
        day TEXT NOT NULL,
        pain INTEGER,
        signs TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_sore_day PRIMARY KEY (sore, day),
        CONSTRAINT ck_sore_day_pain CHECK (pain BETWEEN 0 AND 10),
        CONSTRAINT fk_sore_day_sore
            FOREIGN KEY (sore) REFERENCES sore (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_sore_day_day CHECK (date(day) IS day),
        CONSTRAINT ck_sore_day_signs CHECK (json_type(signs) = 'array'),
        CONSTRAINT ck_sore_day_sore CHECK (sore <> '')
    ) STRICT
    """,
    "CREATE INDEX ix_sore_day_day ON sore_day (day)",
    """
    CREATE TABLE patch (
        id TEXT NOT NULL,
        region TEXT NOT NULL,
        shape TEXT NOT NULL,
        noticed TEXT NOT NULL,
        settled TEXT,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_patch PRIMARY KEY (id),
        CONSTRAINT ck_patch_noticed_settled CHECK (settled >= noticed),
        CONSTRAINT ck_patch_noticed CHECK (date(noticed) IS noticed),
        CONSTRAINT ck_patch_settled CHECK (date(settled) IS settled),
        CONSTRAINT ck_patch_id CHECK (id <> '')
    ) STRICT
    """,
    """
    CREATE TABLE patch_check (
        patch TEXT NOT NULL,
        day TEXT NOT NULL,
        length_cm REAL,
        width_cm REAL,
        shiny INTEGER,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_patch_check PRIMARY KEY (patch, day),
        CONSTRAINT fk_patch_check_patch
            FOREIGN KEY (patch) REFERENCES patch (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_patch_check_day CHECK (date(day) IS day),
        CONSTRAINT ck_patch_check_shiny CHECK (shiny BETWEEN 0 AND 1),
        CONSTRAINT ck_patch_check_patch CHECK (patch <> '')
    ) STRICT
    """,
    "CREATE INDEX ix_patch_check_day ON patch_check (day)",
    """
    CREATE TABLE measurement (
        id TEXT NOT NULL,
        measure TEXT NOT NULL,
        day TEXT NOT NULL,
        measured_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        value REAL NOT NULL,
        diastolic REAL,
        pulse REAL,
        place TEXT NOT NULL,
        intended INTEGER,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_measurement PRIMARY KEY (id),
        CONSTRAINT ck_measurement_day CHECK (date(day) IS day),
        CONSTRAINT ck_measurement_intended CHECK (intended BETWEEN 0 AND 1),
        CONSTRAINT ck_measurement_id CHECK (id <> '')
    ) STRICT
    """,
    "CREATE INDEX ix_measurement_day ON measurement (day)",
    """
    CREATE TABLE medicine (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_medicine PRIMARY KEY (id),
        CONSTRAINT ck_medicine_id CHECK (id <> '')
    ) STRICT
    """,
    """
    CREATE TABLE dose_period (
        id TEXT NOT NULL,
        medicine TEXT NOT NULL,
        dose TEXT NOT NULL,
        how_often TEXT NOT NULL,
        first TEXT,
        last TEXT,
        why_stopped TEXT NOT NULL,
        side_effects TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_dose_period PRIMARY KEY (id),
        CONSTRAINT ck_dose_period_first_last CHECK (last >= first),
        CONSTRAINT fk_dose_period_medicine
            FOREIGN KEY (medicine) REFERENCES medicine (id)
            DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT ck_dose_period_first CHECK (date(first) IS first),
        CONSTRAINT ck_dose_period_last CHECK (date(last) IS last),
        CONSTRAINT ck_dose_period_id CHECK (id <> '')
    ) STRICT
    """,
    "CREATE INDEX ix_dose_period_medicine ON dose_period (medicine)",
    """
    CREATE TABLE appointment (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        time TEXT NOT NULL,
        who TEXT NOT NULL,
        place TEXT NOT NULL,
        agreed TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_appointment PRIMARY KEY (id),
        CONSTRAINT ck_appointment_day CHECK (date(day) IS day),
        CONSTRAINT ck_appointment_id CHECK (id <> '')
    ) STRICT
    """,
    """
    CREATE TABLE question (
        id TEXT NOT NULL,
        text TEXT NOT NULL,
        written TEXT NOT NULL,
        next_visit INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        answer TEXT NOT NULL,
        answered TEXT,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_question PRIMARY KEY (id),
        CONSTRAINT ck_question_written CHECK (date(written) IS written),
        CONSTRAINT ck_question_next_visit CHECK (next_visit BETWEEN 0 AND 1),
        CONSTRAINT ck_question_answered CHECK (date(answered) IS answered),
        CONSTRAINT ck_question_id CHECK (id <> '')
    ) STRICT
    """,
    """
    CREATE TABLE photo (
        id TEXT NOT NULL,
        day TEXT NOT NULL,
        about TEXT NOT NULL,
        about_id TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        caption TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_photo PRIMARY KEY (id),
        CONSTRAINT ck_photo_day CHECK (date(day) IS day),
        CONSTRAINT ck_photo_id CHECK (id <> '')
    ) STRICT
    """,
    "CREATE INDEX ix_photo_about_about_id ON photo (about, about_id)",
    "CREATE INDEX ix_photo_day ON photo (day)",
    """
    CREATE TABLE custom_field (
        "key" TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        low TEXT NOT NULL,
        high TEXT NOT NULL,
        unit TEXT NOT NULL,
        maximum INTEGER NOT NULL,
        choices TEXT NOT NULL,
        cadence TEXT NOT NULL,
        rank INTEGER NOT NULL,
        archived INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        CONSTRAINT pk_custom_field PRIMARY KEY ("key"),
        CONSTRAINT ck_custom_field_choices CHECK (json_type(choices) = 'array'),
        CONSTRAINT ck_custom_field_archived CHECK (archived BETWEEN 0 AND 1),
        CONSTRAINT ck_custom_field_key CHECK (key <> '')
    ) STRICT
    """,
    """
    CREATE TABLE preference (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_preference PRIMARY KEY ("key"),
        CONSTRAINT ck_preference_key CHECK (key <> '')
    ) STRICT
    """,
    """
    CREATE TABLE deleted (
        kind TEXT NOT NULL,
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        cells TEXT NOT NULL,
        deleted_at TEXT NOT NULL,
        CONSTRAINT pk_deleted PRIMARY KEY (kind, first, second),
        CONSTRAINT ck_deleted_cells CHECK (json_type(cells) = 'array')
    ) STRICT
    """,
    "CREATE INDEX ix_deleted_deleted_at ON deleted (deleted_at)",
)


def upgrade() -> None:
    """Create the tables; what there is stays as it is."""
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    """Drop the tables, children before their parents."""
    for table in (
        "deleted",
        "preference",
        "custom_field",
        "photo",
        "question",
        "appointment",
        "dose_period",
        "medicine",
        "measurement",
        "patch_check",
        "patch",
        "sore_day",
        "sore",
    ):
        op.drop_table(table)
