/**
 * Archives as Apache Iceberg tables: what a scheduler starts each night.
 *
 * <p>{@link dev.broadsheet.spark.tables.SyncJob} is a night: {@link
 * dev.broadsheet.spark.tables.FileChanges} finds the files to read, {@link
 * dev.broadsheet.spark.tables.RecordComparison} what is new in them, and each table gets one
 * commit, in the order that {@link dev.broadsheet.spark.tables.Recovery} relies on. {@link
 * dev.broadsheet.spark.tables.ArchiveTables} knows the tables, {@link
 * dev.broadsheet.spark.tables.TableRows} their columns.
 */
package dev.broadsheet.spark.tables;
