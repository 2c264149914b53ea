"""Scripts that print every number that the docs quote."""
