"""The kinds of pages, one per file; see `publish.page` for their contract."""
