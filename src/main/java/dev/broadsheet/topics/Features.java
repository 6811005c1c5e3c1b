package dev.broadsheet.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;

/**
 * What of an article a model looks at; part of its card.
 *
 * @param bigrams whether two words that follow each other count besides words
 * @param leadWords how many of the first words, title included, are looked at once more; 0 for none
 * @param leadWeight the length of the lead's vector where that of the whole article has 1
 * @param firstLead the first of the weights' rows that is of a term of the lead
 * @param firstBrief the first of the rows that is of a term of a brief, which has no word beyond
 *     the lead; such a term counts besides the others
 */
public record Features(
    boolean bigrams,
    @JsonProperty("lead_words") int leadWords,
    @JsonProperty("lead_weight") double leadWeight,
    @JsonProperty("first_lead") int firstLead,
    @JsonProperty("first_brief") int firstBrief)
    implements Serializable {

  /** Words and bigrams, no lead, no briefs: what models of format 1 look at. */
  public static final Features NGRAMS =
      new Features(true, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

  public Features {
    boolean isOrdered = 0 <= firstLead && firstLead <= firstBrief;
    if (leadWords < 0 || !isOrdered || !(leadWeight >= 0)) {
      throw new IllegalArgumentException(
          "The features have a negative number, or rows of briefs before those of leads.");
    }
  }
}
