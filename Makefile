# make demo   screen the shipped example file, in an environment of its own
# make compiled  a wheel for this machine, its matching compiled to C (build/compiled)
# make check  everything a change must pass (make test is the same)
# make soak   the large measurements; not part of CI
# make bench-accuracy  names against labelled data and peers (DATA=folder, PEERS=python)
# make bench-speed     names searched a second beside peers (PEERS=python)
# make lock   resolve the locks anew (needs uv)
# make clean  remove environments and everything built

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

VENV ?= .venv
UV ?= uv
WORKERS ?= 2
SUPPORTED := python3.11 python3.12 python3.13 python3

# The first interpreter that runs and is 3.11 to 3.13: a name on the path may be a shim for a
# version that is not installed.
ifndef PYTHON
PYTHON := $(shell for name in $(SUPPORTED); do \
	"$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	>/dev/null 2>&1 && { echo "$$name"; break; }; done)
endif

BIN := $(VENV)/bin
MADE := $(VENV)/.made
INSTALLED := $(VENV)/.installed
TOOLS := $(VENV)/.tools
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
PYTEST := $(BIN)/python -m pytest -q

.PHONY: help demo check test format lint types imports all-tests budgets tests docs packaging rules-test \
	compiled soak bench-accuracy bench-speed lock clean

help:
	@sed -n 's/^# //p' Makefile

$(MADE):
	@test -n "$(PYTHON)" || { \
		echo "no Python 3.11, 3.12 or 3.13 was found; name one: make PYTHON=/path/to/python" >&2; \
		exit 1; }
	@echo "== environment ($(PYTHON), $(VENV))"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(INSTALLED): $(MADE) requirements.lock pyproject.toml
	@echo "== install"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(MADE) requirements-dev.lock pyproject.toml
	@echo "== install with test tools"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(INSTALLED)

demo: $(INSTALLED)
	@echo "== demo"
	@$(BIN)/screener screen seeds/examples/example.csv -o build/demo

check: format lint types imports all-tests packaging rules-test
	@echo "== all checks passed"

test: check

format: $(TOOLS)
	@echo "== format"
	@$(BIN)/ruff format --check .

lint: $(TOOLS)
	@echo "== lint"
	@$(BIN)/ruff check .

types: $(TOOLS)
	@echo "== types"
	@$(BIN)/mypy

imports: $(TOOLS)
	@echo "== imports"
	@$(BIN)/lint-imports

budgets: $(TOOLS)
	@echo "== budgets"
	@$(PYTEST) -n $(WORKERS) tests/contract

# What some tests need beside Python, from its locks: a check of accessibility for the pages, and
# the language server that editors run on rule files.
NODE := $(patsubst %,tests/%/node_modules/.package-lock.json,browser editor)
$(NODE): tests/%/node_modules/.package-lock.json: tests/%/package-lock.json
	@npm ci --silent --fetch-timeout=60000 --fetch-retries=2 --no-audit --no-fund --ignore-scripts --prefix tests/$* \
		|| echo "what tests/$* needs of npm could not be installed; its tests are skipped" >&2

# Budgets, tests and docs in one run, so that neither core waits for the end of each.
all-tests: $(TOOLS) $(NODE)
	@echo "== budgets, tests, docs"
	@$(PYTEST) -n $(WORKERS) --dist worksteal --ignore=tests/packaging

tests: $(TOOLS) $(NODE)
	@echo "== tests"
	@$(PYTEST) -n $(WORKERS) --dist worksteal --ignore=tests/contract --ignore=tests/docs --ignore=tests/packaging

docs: $(TOOLS)
	@echo "== docs"
	@$(PYTEST) -n $(WORKERS) tests/docs

packaging: $(TOOLS)
	@echo "== packaging"
	@$(PYTEST) -n $(WORKERS) --dist loadfile tests/packaging

rules-test: $(TOOLS)
	@echo "== rules test"
	@$(BIN)/screener rules test

# By way of the source distribution, so that no compiled file is left beside the sources.
compiled: $(TOOLS)
	@echo "== compiled wheel"
	@HATCH_BUILD_HOOK_ENABLE_MYPYC=true $(BIN)/python -m build --no-isolation --outdir build/compiled .

soak: $(TOOLS)
	@echo "== soak"
	@SCREENER_TEST_EVERY_DATABASE=1 $(PYTEST) -n $(WORKERS) tests/api tests/storage
	@for measurement in benchmarks/soak/*.py; do \
		test -e "$$measurement" || { echo "there is no measurement in benchmarks/soak yet" >&2; exit 1; }; \
		echo "-- $$measurement"; $(BIN)/python "$$measurement" || exit 1; done

DATA ?= build/data
PEERS ?=

bench-accuracy: $(TOOLS)
	@echo "== accuracy of name matching"
	@$(BIN)/python -m benchmarks.accuracy.names $(DATA) $(if $(PEERS),--peers $(PEERS))
	@$(BIN)/python -m benchmarks.accuracy.asian_names $(if $(PEERS),--peers $(PEERS))

bench-speed: $(TOOLS)
	@echo "== speed of name matching"
	@$(BIN)/python -m benchmarks.speed.names --to docs/explanation/benchmarks.md $(if $(PEERS),--peers $(PEERS))

# The locks name neither an index nor this machine, hold for Python 3.11 to 3.13, and take no
# package that is published as source alone: installing must not need a compiler. Spark is, and is
# Python and Java archives alone; it has a lock of its own.
LOCK := pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml

lock:
	@echo "== lock"
	@$(UV) $(LOCK) --extra build --extra batch -o requirements.lock
	@$(UV) $(LOCK) --extra build --extra batch --extra postgres --extra otel \
		-c requirements.lock -o requirements-service.lock
	@$(UV) $(LOCK) --extra build --extra batch --extra postgres --extra otel --extra test \
		-c requirements.lock -o requirements-dev.lock
	@$(UV) $(LOCK) --no-binary pyspark --extra build --extra batch --extra spark \
		-c requirements.lock -o requirements-spark.lock

clean:
	@echo "== clean"
	@rm -rf .venv .venv-* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.benchmarks .import_linter_cache
	@find screener api tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
