#!/bin/sh
# What the tests of estates need beside a PostgreSQL: DuckDB, and two versions of Spark, which run in Java 17.
# They are no dependencies: half a gigabyte that only these tests need.
set -e
cd "$(dirname "$0")/.."
npm install --no-save --no-package-lock --ignore-scripts --prefix node_modules/.cache/duckdb @duckdb/node-api@1.5.6-r.1
for version in 3.5.3 4.0.1; do
  home=node_modules/.cache/spark/${version%.*}
  [ -e "$home/bin/python" ] || python3 -m venv "$home"
  "$home/bin/pip" install --quiet --disable-pip-version-check "pyspark==$version"
done
