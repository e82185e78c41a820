"""The steps from each released schema to the next. Alembic reads them; `upgrade` runs them."""
