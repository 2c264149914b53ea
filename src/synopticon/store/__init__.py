"""Originals by hash, tables on disk, and the manifest of what has been done. Nothing here knows a subject."""
