/**
 * Repairs the text of an article. Start at {@link dev.broadsheet.clean.Cleaner}.
 *
 * <p>Cleaning twice gives what cleaning once gives. Each rule is made so: {@link
 * dev.broadsheet.clean.Repair} decides on a character by what it has already written, and {@link
 * dev.broadsheet.clean.Body} by the first words of the next paragraph and the whole of the last.
 * All rules take time linear in the text's length.
 */
package dev.broadsheet.clean;
