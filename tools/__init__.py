"""Programs of the source tree that are not part of the package."""
