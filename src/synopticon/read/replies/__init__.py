"""What replies say of the request instead of the equipment, one file per language."""
