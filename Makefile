# Two commands do everything: `make demo` and `make test`. Each makes the environment it needs in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
EXAMPLES := $(sort $(wildcard src/unres/examples/*.txt))
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types layers docs site notebook clean

help:  ## show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: $(READY)  ## make .venv with the package and everything that its tests need

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(READY): $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(INSTALLED)  ## parse the example documents and show what was found in them
	@for example in $(EXAMPLES); do \
		printf '\n\033[1m$$ unres parse %s\033[0m\n' "$$example"; \
		PYTHONUTF8=1 $(BIN)/unres parse "$$example" || exit 1; \
	done
	@printf '\n\033[1m$$ unres refs $(firstword $(EXAMPLES))\033[0m\n'
	@PYTHONUTF8=1 $(BIN)/unres refs $(firstword $(EXAMPLES))

test: $(READY)  ## run the tests (PYTEST_ARGS="-k words" for a part of them)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(READY)  ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## check types
	$(BIN)/mypy

layers: $(READY)  ## check which module imports which
	$(BIN)/lint-imports

docs: $(READY)  ## write again those pages of docs/ that are made from the code
	$(BIN)/python docs/generate.py

site: $(READY)  ## build the documentation as a site in build/site
	$(BIN)/python -m sphinx -E -W --keep-going -q docs build/site

notebook: $(READY)  ## run the tutorial
	$(BIN)/python -m pytest --nbmake docs/tutorial.ipynb

clean:  ## take away what was made
	rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
