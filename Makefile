# The words a newcomer needs: run · test · check · bench · gen. Everything else is in scripts/.
export CARGO_TARGET_DIR := $(CURDIR)/target

.PHONY: help run test check bench gen web clean-test
.DEFAULT_GOAL := help

help:
	@echo "make run    install what is missing, build, start Fulexo with two demo stores"
	@echo "make test   run every test there is"
	@echo "make check  what a commit must pass quickly: format, lints, types"
	@echo "make bench  run the benchmarks of bench/"
	@echo "make gen    generate queries, openapi.json and the web client again"

run: web
	@scripts/install run
	@cargo build --release --locked --package fulexo-server
	@exec target/release/fulexo up --demo

web:
	@scripts/web

test:
	@scripts/test

check:
	@cargo fmt --all --check
	@cargo clippy --workspace --all-targets --locked --quiet -- --deny warnings
	@scripts/web types

bench:
	@scripts/bench

gen:
	@cargo run --quiet --package xtask -- gen
	@scripts/web install
	@cd web && npm run --silent gen

# Ends the test database when a test run was interrupted.
clean-test:
	@scripts/test-pg stop
