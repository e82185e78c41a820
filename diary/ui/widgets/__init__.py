"""Parts of pages; none knows the session unless handed what it needs."""
