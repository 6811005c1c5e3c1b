"""Broadsheet every night on a Spark cluster, by Airflow's Spark provider."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

TABLES = "hdfs:///topics"

with DAG(
    dag_id="broadsheet_sync",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    # A sync beside another one would only be refused.
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=15)},
) as dag:
    SparkSubmitOperator(
        task_id="sync",
        conn_id="spark_default",
        application="/opt/broadsheet/target/broadsheet.jar",
        java_class="dev.broadsheet.Main",
        packages="org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.12.0",
        application_args=["sync", "--input", "hdfs:///archive", "--output", TABLES],
    )
