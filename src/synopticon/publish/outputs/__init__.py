"""The outputs, one per file; see `publish.output` for their contract."""
