"""Asks a cluster of Spark one thing: spark-step.py MASTER QUERY OUT [NAME=FILE.csv]..."""

import sys

from pyspark.sql import SparkSession

master, query, out, *tables = sys.argv[1:]
spark = (
    SparkSession.builder.master(master)
    .appName("advise")
    .config("spark.executor.memory", "768m")
    .config("spark.scheduler.minRegisteredResourcesRatio", "1")
    .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
for table in tables:
    name, path = table.split("=", 1)
    spark.read.csv(path, header=True, escape='"').createOrReplaceTempView(name)
with open(query, encoding="utf-8") as file:
    result = spark.sql(file.read())
result.coalesce(1).write.csv(out, header=True, emptyValue="")
# The driver stands among them.
executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
print(f"ran on {executors} executors", file=sys.stderr)
spark.stop()
