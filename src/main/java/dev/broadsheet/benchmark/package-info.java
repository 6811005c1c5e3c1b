/**
 * How fast the steps are, in plain Java: {@link dev.broadsheet.benchmark.CorpusMaker} makes a
 * corpus of any size from a few articles, {@link dev.broadsheet.benchmark.Interleaved} times pieces
 * of work in turns, and {@link dev.broadsheet.benchmark.BenchmarkReport} says how they compare.
 * What needs Spark is in {@link dev.broadsheet.spark}.
 */
package dev.broadsheet.benchmark;
