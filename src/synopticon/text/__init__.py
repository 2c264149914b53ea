"""The floor of writing: folding, languages, sentences. It knows nothing of cameras, makers or documents."""
