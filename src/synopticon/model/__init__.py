"""The nouns: what a document, a mention, a claim, a match and a figure are. Standard library only."""
