package dev.broadsheet.summary;

/** The words and phrases that {@link References} goes by. */
final class Cues {

  /** A sentence that opens so leans on another, whatever follows. */
  static final Phrases ALWAYS =
      Phrases.of(
          """
          but;and;or;nor;however;meanwhile;instead;moreover;nevertheless;nonetheless;furthermore
          otherwise;yet;also;so;thus;therefore;hence;consequently;likewise;besides;similar;plus
          elsewhere;afterwards;afterward;thereafter;there;then;since then;only then;until then
          even so;if so;if not;perhaps not;to do so;doing so;why so;by doing so;in doing so
          as a result;in addition;in response;in contrast;by contrast;in fact;on the other hand
          on the contrary;in turn;for example;for instance;as such;at the same time;in other words
          that said;even then;back then;by then;because of that;because of this;after that;after this
          before that;with that;with this;at that;by that;in that;on that;in those;in these;of these
          of those;during this;during that;in this;at this point;against this;against that;despite this
          despite that;this;these;such;those;none of that;none of this;none of these;none of those
          none of them;each of them;one of them;some of them;most of them;all of them;two of them
          many of them;both of them;neither of them;three of them;some of these;all of these
          all of this;all of that;all this;all that;among them;among these;one of these;one of those
          the same is;the same was;the same goes;the pair;the duo;the trio;the move;the other
          the others;the rest;the remaining;the resulting;the latter;only the latter;the two;the three
          the four;others;another;two others;three others;several others;some others;many others
          six more;two more;three more;four more;five more;more are;more were;all but;a second
          not everyone;similarly;still others;the first was;the second was;the incident;the former 's
          the latter 's;the latest;the decision;the announcement;the comments;the remarks
          those who did;those who did not;that same
          """);

  /** These only look so. */
  static final Phrases NEVER =
      Phrases.of(
          """
          but for;however hard;however much;however many;instead of;besides lower;so far;so many
          so much;so few;so called;thus far;there is;there are;there was;there were;there 's
          there has;there have;there had;there will;there may;there can;there would;there could
          as a result of;in addition to;in response to;in contrast to;in fact finding;because of that
          this week;this month;this year;this summer;this winter;this spring;this fall;this autumn
          this morning;this afternoon;this evening;this season;this weekend;this past;this coming
          this is;these days;in this week;at this time of;in these days;such was;such is;such were
          those who;those with;those under;those over;those in;those on;those at;those from;those of us
          those seeking;those wanting;those hoping;those looking;those living;those wishing;those trying
          the pair of;the move of;the other side of;the rest of the;the remaining members of
          the latter half;the latter part;the two of;similarly sized;another of;all but one of
          and yet;or else;the latest in;the decision of;the announcement of
          """);

  /** A sentence that opens so, with a comma after it, leans on another. */
  static final Phrases BEFORE_COMMA =
      Phrases.of(
          """
          still;later;inside;outside;now;instead;again;earlier;soon;indeed;finally;eventually;next
          first;second;third;initially;below;above;nearby;here;too;similarly;separately;additionally
          besides;for his part;for her part;for its part;for their part;a day later;a week later
          a month later;a year later;days later;weeks later;months later;years later;hours later
          minutes later;moments later;an hour later;two days later;two years later;that day;yes;no
          the next day;the following day;the next morning;the same day;not surprisingly
          """);

  /** A sentence that opens so, with a verb after it, leans on another. */
  static final Phrases BEFORE_VERB =
      Phrases.of("the former;many;several;few;some;most;more;none;all");

  /** A sentence with one of these between commas in its opening leans on another. */
  static final Phrases MIDDLE =
      Phrases.of(
          "for example;for instance;however;too;meanwhile;though;in turn;by contrast;therefore");

  /** A sentence with one of these in its opening says what was done by pointing at another. */
  static final Phrases ELLIPSES =
      Phrases.of(
          "did likewise;does likewise;do likewise;did the same;does the same;do the same;did so"
              + ";does so;said the same;say the same;says the same;followed suit;agreed with that");

  /** Openings that are never the start of a name. */
  static final WordSet CONNECTIVES =
      WordSet.of("but and or nor however yet then meanwhile instead also since these those this");

  static final WordSet THAT = WordSet.of("that");
  static final WordSet CONTRACTIONS = WordSet.of("'s 'd 'll 're 've 'm n't");
  static final WordSet CONTRACTED = WordSet.of("'s 'd 'll");
  static final WordSet DETERMINERS = WordSet.of("the a an any no every each some most many");
  static final WordSet COUNTS = WordSet.of("both neither");
  static final WordSet OF = WordSet.of("of");
  static final WordSet OF_OR_NOR = WordSet.of("of nor");
  static final WordSet ANSWER = WordSet.of("a answer");
  static final WordSet SUCH = WordSet.of("such");
  static final WordSet AS = WordSet.of("as");
  static final WordSet NOT = WordSet.of("not n't");
  static final WordSet AUXILIARIES =
      WordSet.of("did does do has have had is are was were will would could can should");
  static final WordSet PRONOUNS =
      WordSet.of("he she it they him her them his hers its their theirs");
  static final WordSet PERSONS = WordSet.of("he she");
  static final WordSet SPEAKERS = WordSet.of("he she they it");
  static final WordSet POSSESSIVES = WordSet.of("his her its their");
  static final WordSet HONORS =
      WordSet.of("majesty holiness honor honour highness excellency royal eminence grace");
  static final WordSet WHO = WordSet.of("who whom");
  static final WordSet IT = WordSet.of("it");
  static final WordSet I = WordSet.of("i");
  static final WordSet TO = WordSet.of("to");
  static final WordSet CLAUSES = WordSet.of("that whether who when how why what");
  static final WordSet ORDINALS = WordSet.of("first second third fourth fifth last only latest");
  static final WordSet WEATHER = WordSet.of("raining snowing snowed rained rains snows snowing");
  static final WordSet PLEONASTIC_VERBS =
      WordSet.of("is was 's seems took takes costs will would may might could has remains became");

  /** "It is likely to run": here "it" is a thing. */
  static final WordSet PERSONAL =
      WordSet.of(
          """
          likely expected set due able ready going supposed scheduled believed planned first second
          last only seemed seems appears appeared continues began need needs wants used has have had
          """);

  static final WordSet SUBORDINATORS =
      WordSet.of(
          """
          as if when after before because although though while since despite in to with among for
          unlike of on by asked some each what once until without under from at during besides like
          even given following according most many one two all none only neither against beyond
          """);

  static final WordSet SPEECH =
      WordSet.of(
          """
          said says say added adds argued argues told tells replied recalled recalls promised wrote
          explained explains insisted noted notes continued asked joked warned claimed tweeted believes
          thinks thought concluded admitted
          """);

  static final WordSet VERBS =
      WordSet.of(
          """
          is are was were be been being has have had do does did will would can could shall should may
          might must said says became becomes remained remains refused went came got made took gave
          saw died left fell rose broke began won lost held kept declined 's 're 've 'll 'd
          """);

  static final WordSet DAYS =
      WordSet.of(
          """
          monday tuesday wednesday thursday friday saturday sunday january february march april may
          june july august september october november december
          """);

  private Cues() {}
}
