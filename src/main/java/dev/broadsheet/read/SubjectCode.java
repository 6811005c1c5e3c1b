package dev.broadsheet.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subjects that agencies give: codes of IPTC's Media Topics become {@code medtop:20000639},
 * those of its older Subject Codes {@code subj:11002000}, as NewsML-G2 writes both; other subjects
 * are known by their names.
 */
final class SubjectCode {

  private static final Pattern MEDIA_TOPIC =
      Pattern.compile("(?:medtop:|https?://cv\\.iptc\\.org/newscodes/mediatopic/)(\\d{8})");
  private static final Pattern SUBJECT_CODE =
      Pattern.compile("(?:subj:|https?://cv\\.iptc\\.org/newscodes/subjectcode/)(\\d{8})");
  private static final Pattern BARE = Pattern.compile("(?:IPTC:)?(\\d{8})");

  private SubjectCode() {}

  /**
   * A tag for a subject.
   *
   * @param code a qcode, a URI or a code of the scheme; empty if there is none
   * @param scheme names the vocabulary of the code; empty if the code does so itself
   * @param name for people; empty if there is none
   * @return the IPTC code if it is one, else the name, else the code; empty if all are
   */
  static String tag(String code, String scheme, String name) {
    String qcode = BARE.matcher(code).matches() ? qualified(code, scheme) : code;
    Matcher topic = MEDIA_TOPIC.matcher(qcode);
    if (topic.matches()) {
      return "medtop:" + topic.group(1);
    }
    Matcher subject = SUBJECT_CODE.matcher(qcode);
    if (subject.matches()) {
      return "subj:" + subject.group(1);
    }
    return name.isBlank() ? code : name;
  }

  /**
   * A tag for NITF's {@code tobject.subject.refnum}: Subject Codes by the standard, Media Topics
   * (whose numbers start at 20000000, but for the top level) by the habit of many.
   */
  static String ofRefnum(String refnum, String name) {
    Matcher bare = BARE.matcher(refnum);
    if (!bare.matches()) {
      return tag(refnum, "", name);
    }
    return (bare.group(1).compareTo("20000000") >= 0 ? "medtop:" : "subj:") + bare.group(1);
  }

  private static String qualified(String code, String scheme) {
    if (scheme.contains("medtop") || scheme.contains("mediatopic")) {
      return "medtop:" + code;
    }
    return scheme.contains("subj") ? "subj:" + code : code;
  }
}
