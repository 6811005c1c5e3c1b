/**
 * Makes topic models from labelled documents, without Spark: each step works on one document or
 * fits one topic, so that a caller may spread either.
 *
 * <p>Start at {@link dev.broadsheet.topics.train.TrainTopics}. A {@link
 * dev.broadsheet.topics.train.TrainingPlan} says what each source can tell; an {@link
 * dev.broadsheet.topics.train.ExampleMaker} makes a document an {@link
 * dev.broadsheet.topics.train.Example}: term counts, and for each topic yes, no or unknown. A
 * {@code TopicTrainer} makes vectors of articles ({@code ArticleVectors}), learns all topics at
 * once ({@code JointFit}), adds what short texts teach about briefs ({@code BriefFit}), and takes
 * probabilities and thresholds from articles that a fit had not seen ({@code CrossFit}). {@link
 * dev.broadsheet.topics.train.LabelTrainer} does the same for anyone's own labels.
 */
package dev.broadsheet.topics.train;
