# Two commands matter: `make demo` and `make test`. Everything they install goes into .venv and
# .cache here, and into the package managers' own caches.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(BIN)/uv
LOCK   := $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
          --python-version 3.11 --prerelease if-necessary-or-explicit --extra build
HOST   ?= 127.0.0.1
PORT   ?= 8000

.PHONY: demo test check unit unseen faults bench docs lock clean help

help:  ## say what each target does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.ready  ## set up, build the sample archive, serve the explorer
	$(BIN)/onrecord demo --host $(HOST) --port $(PORT)

test: check unit  ## set up, run every check and test

check: $(VENV)/.ready-to-test  ## formatting, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/.ready-to-test  ## the tests alone, a process for each core
	$(BIN)/pytest --numprocesses auto --maxprocesses 4

unseen: $(VENV)/.ready-to-test  ## the property tests on inputs that no run has drawn before
	$(BIN)/pytest -m hypothesis --hypothesis-profile unseen --numprocesses auto --maxprocesses 4

faults: $(VENV)/.ready-to-test  ## kill commands and the engine at 200 moments, damage the graph
	$(BIN)/python -m tests.faults --moments 200 --seed 1

bench: $(VENV)/.ready-to-test  ## the benchmarks, each comparing two things in one run
	$(BIN)/python -m tests.bench

docs: $(VENV)/.ready-to-test  ## write the generated pages of docs/ anew
	$(BIN)/python -m graph.schema_doc > docs/schema.md
	$(BIN)/python -m graph.questions.page > docs/questions.md

lock: $(UV)  ## resolve the dependencies anew
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) --extra dev --extra pyvis --extra py2neo -c requirements.lock pyproject.toml \
	  -o requirements-dev.lock

clean:  ## remove what set-up and tests made
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache \
	  web/static/vendor test-results

# uv comes first, by the hashes that the lock file has for it.
$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "On Record needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	awk '/^[a-z]/ {on = /^uv==/} on' requirements.lock > $(VENV)/uv.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --no-deps -r $(VENV)/uv.lock

$(VENV)/.ready: $(UV) requirements.lock pyproject.toml web/vendor.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	$(BIN)/python -m web.vendor
	touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready requirements-dev.lock web/vendor.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	$(BIN)/python -m web.vendor --tests
	touch $@
