"""One file per language; each defines ``LANGUAGE``. See `synopticon.text.grammar`."""
