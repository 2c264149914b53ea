"""One file per language; see `read.cue` for what each defines."""
