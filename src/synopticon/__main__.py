"""`python -m synopticon` is the command `synopticon`."""

from synopticon.cli import main

if __name__ == "__main__":
    main()
