package dev.broadsheet.pipeline;

import dev.broadsheet.article.TopicScore;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.summary.PageFurniture;
import dev.broadsheet.topics.TopicClassifier;
import dev.broadsheet.topics.TopicModel;
import java.util.List;

/** Finds the topics of stories; what a page puts around one speaks for none. One thread. */
final class StoryTopics {

  private final TopicClassifier classifier;
  private final PageFurniture furniture = new PageFurniture();

  StoryTopics(TopicModel model) {
    this.classifier = new TopicClassifier(model);
  }

  /** As {@link TopicClassifier#classify} gives them. */
  List<TopicScore> of(SegmentedText title, SegmentedText text) {
    furniture.read(text);
    return classifier.classify(title, text, furniture::matches);
  }

  /** As {@link TopicClassifier#topTopic} tells it. */
  String top(List<TopicScore> topics) {
    return classifier.topTopic(topics);
  }
}
