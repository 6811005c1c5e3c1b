/**
 * What a run has to say: counts and timings that merge, and the summary at its end. Knows neither
 * Spark nor files.
 */
package dev.broadsheet.report;
