"""Synopticon: public records in three scripts into findings about surveillance purchases, each with its evidence."""

__version__ = "0.1.0"
