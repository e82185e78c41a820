"""Pure rules over records: days, statistics, attacks. No Qt, no SQL."""
