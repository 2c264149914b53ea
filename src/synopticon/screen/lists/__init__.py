"""Official lists that can be added: one file each, named after the list; see `screen/listing.py` for the contract."""
