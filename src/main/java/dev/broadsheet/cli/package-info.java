/** The commands. They turn options into settings and results into words; no logic. */
package dev.broadsheet.cli;
