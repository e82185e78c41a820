"""Records become matplotlib figures. No Qt."""
