# Everything a person does with this checkout. Each target sets up what it needs; a second call does nothing twice.
.DEFAULT_GOAL := help
.PHONY: help setup run test format evals bench lock

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
BROWSER := .venv/browser
SERVERS := .venv/servers

# Compiled bytecode halves every start; some machines switch it off.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1	/' | expand -t 14

setup: $(INSTALLED)  ## the virtual environment with the pinned dependencies

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Python 3.11 to 3.13 is needed; name one with make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --editable '.[test]'
	$(BIN)/python -m compileall -q -j 0 .venv/lib >/dev/null 2>&1 || true  # some packages ship templates
	@touch $@

# A browser for the tests alone: Debian's as root, Playwright's own elsewhere. Where neither can be had the tests
# say which parts were not tried; with CI=true they fail.
$(BROWSER): $(INSTALLED)
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else $(BIN)/playwright install chromium; fi \
	&& touch $@ || echo "no browser could be installed: its tests will not be tried"

# A database and a counter for the tests alone, which start their own on free ports.
$(SERVERS): $(INSTALLED)
	@have() { command -v redis-server >/dev/null && ls /usr/lib/postgresql/*/bin/initdb "$$(command -v initdb)" 2>/dev/null | grep -q .; }; \
	if ! have && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql redis-server >/dev/null; \
	fi; have && touch $@ || echo "no PostgreSQL and Redis could be installed: their tests will not be tried"

run: setup  ## set up, build the index, serve
	$(BIN)/python -m api

test: setup $(BROWSER) $(SERVERS)  ## set up, then every check and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2

evals: setup  ## measure how well the adviser advises
	$(BIN)/python -m evals --report .advisor/report

bench: setup  ## time what is judged by its speed, as ratios within one run
	@failed=0; for room in index advisor api widget; do $(BIN)/python -m tests.bench.$${room}_bench || failed=1; done; exit $$failed

format: setup  ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup  ## make constraints.txt anew from pyproject.toml
	$(BIN)/python -m pip install --quiet --dry-run --ignore-installed --report .venv/report.json --editable '.[test]'
	$(BIN)/python -c 'import json; \
		found = [i["metadata"] for i in json.load(open(".venv/report.json"))["install"]]; \
		pins = sorted(m["name"].lower().replace("_", "-") + "==" + m["version"].split("+")[0] for m in found if m["name"] != "advisor"); \
		print(*pins, sep="\n", file=open("constraints.txt", "w"))'
