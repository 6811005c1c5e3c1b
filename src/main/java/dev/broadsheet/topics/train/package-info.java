/**
 * Makes topic models from labelled documents, without Spark: each step works on one document or
 * fits one topic, so that a caller may spread either.
 *
 * <p>Start at {@link dev.broadsheet.topics.train.TopicTrainer}. A {@link
 * dev.broadsheet.topics.train.TrainingPlan} says what each source can tell; an {@link
 * dev.broadsheet.topics.train.ExampleMaker} makes a document an {@link
 * dev.broadsheet.topics.train.Example}: term counts, and for each topic yes, no or unknown. A
 * {@code Teacher} judges by sentence embeddings what is unknown, and a {@code JointFit} learns all
 * topics at once.
 */
package dev.broadsheet.topics.train;
