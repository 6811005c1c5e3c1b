/** Which language a text is in: OpenNLP's published detector, compiled, on a bounded prefix. */
package dev.broadsheet.language;
