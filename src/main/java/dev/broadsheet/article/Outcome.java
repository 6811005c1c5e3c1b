package dev.broadsheet.article;

/** The one place where a record read ends: enriched, or rejected with a reason. */
public sealed interface Outcome permits Enriched, Rejected {}
