# Two commands do everything: `make demo` and `make test`. The rest are smaller doors.
PY := .venv/bin/python
HOME_OF_DEMO := demo/home
PORT ?= 8000

.PHONY: demo test check tests soak bench docs golden pictures lock browser clean

demo: .venv/ready ## Saltscar on this machine: environment, sample borough, server
	@test -f demo/files/wards.csv || .venv/bin/throughline sample demo/files
	@test -f $(HOME_OF_DEMO)/councils/saltscar/current || \
	  THROUGHLINE_HOME=$(HOME_OF_DEMO) .venv/bin/throughline receive --council saltscar demo/files/ssd_* \
	    demo/files/sen2 demo/files/local_lists_* demo/files/places demo/files/wards.csv
	THROUGHLINE_HOME=$(HOME_OF_DEMO) .venv/bin/throughline serve --demo --port $(PORT)

test: .venv/ready-dev browser check tests ## environment, every check, every test

check: .venv/ready-dev ## style, types and layers
	.venv/bin/ruff format --check src tests benchmarks docs
	.venv/bin/ruff check src tests benchmarks docs
	.venv/bin/mypy
	.venv/bin/lint-imports

tests: .venv/ready-dev ## every test, on every core, with branches counted
	$(PY) -m throughline.web.bundle
	.venv/bin/coverage erase
	THROUGHLINE_HOME=build/test-home .venv/bin/pytest -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report=
	.venv/bin/coverage report --include="*/returns/*,*/rules/*,*/record/*,*/measures/*" --fail-under=100
	.venv/bin/coverage report --include="*/people/rights.py,*/people/opening.py,*/counting/small_numbers.py" --fail-under=100
	.venv/bin/coverage report --fail-under=90

bench: .venv/ready-dev ## speed and memory, each beside a peer or a floor
	$(PY) benchmarks/run.py

docs: .venv/ready-dev ## the pages generated from declarations
	COLUMNS=100 $(PY) docs/generate.py

soak: .venv/ready-dev ## kills, spoiled files, full disks: the whole of what `make test` tries in short; more than an hour
	SOAK=1 .venv/bin/pytest tests/soak tests/golden/test_published_figures.py tests/second_opinion/test_sql.py -s

golden: .venv/ready-dev ## write the golden files anew; read the difference before committing it
	REWRITE_GOLDEN=1 .venv/bin/pytest tests/golden

pictures: .venv/ready-dev browser ## take the pictures of the guides anew
	TAKE_PICTURES=1 .venv/bin/pytest tests/journeys/test_pictures.py

browser: ## Debian's Chromium and PostgreSQL, for the tests: installed where we may and they are absent
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq chromium; } \
	  || echo "No Chromium here: the browser tests will say so and be skipped."
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq postgresql; } \
	  || echo "No PostgreSQL server here: its tests will say so and be skipped."

lock: ## pin every package again, with hashes (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra build pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra build --extra dev pyproject.toml -o requirements-dev.txt

clean: ## remove what was made here
	rm -rf .venv demo build

.venv/bin/python:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Throughline needs Python 3.11 or later."; exit 1; }
	@python3 -m venv .venv || { rm -rf .venv; test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv && python3 -m venv .venv; }

.venv/ready: requirements.txt pyproject.toml | .venv/bin/python
	@test -f .venv/ready-dev || $(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(PY) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-dev: requirements-dev.txt pyproject.toml | .venv/bin/python
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(PY) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ .venv/ready
