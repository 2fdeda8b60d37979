# The words that people and continuous integration use. Everything they need is installed by `setup`.
SWIFT_FLAGS ?=
DEPLOY = .build/debug/deploy

.PHONY: help setup setup-tests build demo demo-down test lint unit generated gates emulator-test dbt-test package-test pipeline-test fault-test test-slow clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

setup: ## Install the Debian packages that are missing
	@scripts/setup.sh

setup-tests: ## Install what the tests need beside that
	@scripts/setup.sh tests

build: setup ## Build the deployer
	swift build --product deploy $(SWIFT_FLAGS)

demo: build ## The whole pipeline on this machine: files in, three reports out
	$(DEPLOY) --env local --yes
	$(DEPLOY) demo --env local

demo-down: ## Stop the embedded clouds and remove what they hold
	@if [ -x $(DEPLOY) ]; then $(DEPLOY) local down --reset; else echo "Nothing was built."; fi

test: setup-tests lint unit generated gates emulator-test dbt-test package-test pipeline-test fault-test ## Everything continuous integration runs

lint: ## Check the format of every Swift file
	swift format lint --strict --recursive Package.swift Sources Tests stacks

unit: ## Swift tests
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build $(SWIFT_FLAGS)

generated: build ## Generated files are what their sources say
	$(DEPLOY) synth --check
	$(DEPLOY) schema regenerate --check

gates: build setup-tests ## cfn-lint, checkov and our own rules on every committed template
	.venv-gates/bin/python -m pytest -q Tests/gates Tests/compile

emulator-test: setup-tests ## The embedded Snowflake
	.venv-snowflake/bin/python -m pytest -q Tests/emulator

dbt-test: setup-tests ## The dbt models against plain Python
	.venv-dbt/bin/python -m pytest -q -n 2 Tests/dbt

package-test: build setup-tests ## The archive of the function, run in an empty root
	.venv-test/bin/python -m pytest -q Tests/packaging

# Ports of its own, so that a demo which runs elsewhere is not in the way.
pipeline-test: build setup-tests ## The whole way on the embedded clouds
	SNOWLINE_AWS_PORT=14566 SNOWLINE_SNOWFLAKE_PORT=14580 .venv-test/bin/python -m pytest -q Tests/pipeline

# Ports of its own, so that a demo which runs elsewhere is not in the way.
fault-test: build setup-tests ## Requests that fail, processes that are killed: a sample
	SNOWLINE_AWS_PORT=14566 SNOWLINE_SNOWFLAKE_PORT=14580 .venv-test/bin/python -m pytest -q -m "not slow" Tests/faults
	.venv-test/bin/python -m pytest -q Tests/deploy_faults

# One line for each part.
test-slow: build setup-tests ## What takes long: all faults, ten thousand files, 200 histories
	SNOWLINE_AWS_PORT=14566 SNOWLINE_SNOWFLAKE_PORT=14580 .venv-test/bin/python -m pytest -q -m slow Tests/faults
	SNOWLINE_DBT_HISTORIES=200 .venv-dbt/bin/python -m pytest -q -n 2 Tests/dbt/test_law.py
	SNOWLINE_SWEEP=full .venv-test/bin/python -m pytest -q -s Tests/deploy_faults
	.venv-gates/bin/python -m pytest -q Tests/slow

clean: ## Remove what was built
	rm -rf .build .build-lambda .build-lambda-bundle .build-benchmark
