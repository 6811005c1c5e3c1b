/**
 * Topics for an article: calibrated probabilities over a taxonomy, and the sentences that speak for
 * each.
 *
 * <p>Start at {@link dev.broadsheet.topics.TopicClassifier}. A text becomes its words or word
 * 1-2-grams ({@code NGrams}), TF-IDF-weighted with unit length, its first words once more ({@code
 * DocumentVector}, as the model's {@link dev.broadsheet.topics.Features} say); a linear model
 * ({@link dev.broadsheet.topics.TopicModel}) adds their weights into one logit a topic. Because
 * every n-gram lies in one sentence, a logit is the bias plus what each sentence contributes,
 * exactly. Models are made by {@link dev.broadsheet.topics.train}.
 */
package dev.broadsheet.topics;
