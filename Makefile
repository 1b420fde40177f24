# make run: everything from a clean clone to the program. make test: what must hold before a change is handed in.

PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test screenshots catalog format clean

run:
	@PYTHON="$(PYTHON)" sh tools/environment.sh program
	@sh tools/environment.sh system
	@sh tools/environment.sh start

test:
	@PYTHON="$(PYTHON)" sh tools/environment.sh tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

screenshots:
	@PYTHON="$(PYTHON)" sh tools/environment.sh program
	PYTHONPATH=. $(BIN)/python tools/screenshots.py build/screenshots

catalog:
	@PYTHON="$(PYTHON)" sh tools/environment.sh program
	$(BIN)/python tools/catalog.py

format:
	@PYTHON="$(PYTHON)" sh tools/environment.sh tests
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
