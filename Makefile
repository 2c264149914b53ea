# Everything sets itself up: Python 3.11 or newer, make and the package index are enough.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEMO ?= demo

.PHONY: demo test check format bench clean help

help:
	@echo "make demo    set up, make the demonstration case in ./$(DEMO), run it, say where its site is"
	@echo "make test    set up and run the tests"
	@echo "make check   format, lint, both type checkers, import contract, tests, docs"
	@echo "make bench   print every number that the docs quote"
	@echo "make clean   remove what was made"

# A stamp per set of packages, made anew when the lock file changes.
$(VENV)/.core: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "expected Python 3.11 or newer, found " + sys.version.split()[0] + "; name another with PYTHON=")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.core
	@if test -e $(DEMO) && ! grep -q '^# Fictional material for demonstration' $(DEMO)/case.toml 2>/dev/null; then \
	  echo "expected nothing or an earlier demonstration in $(DEMO), found something else; name another with DEMO="; exit 1; fi
	@rm -rf $(DEMO)
	$(BIN)/synopticon init $(DEMO) --demo
	@$(BIN)/synopticon run $(DEMO); code=$$?; test $$code -eq 0 -o $$code -eq 3

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev
	$(BIN)/ruff format --check src tests tools benchmarks
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/mypy
	$(BIN)/pyright --level error
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell docs *.md src/synopticon/*/README.md
	$(BIN)/python -m pytest -n 2

format: $(VENV)/.dev
	$(BIN)/ruff format src tests tools benchmarks
	$(BIN)/ruff check --fix src tests tools benchmarks

bench: $(VENV)/.dev
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf $(VENV) $(DEMO) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
