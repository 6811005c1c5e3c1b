package dev.broadsheet.article;

/** Why a record was rejected. */
public enum RejectReason {
  /** The file cannot be opened or ends too early, such as a cut gzip. */
  UNREADABLE_FILE,
  /** The file is of no known format, or holds binary data where text should be. */
  NOT_TEXT,
  /** The bytes are neither valid UTF-8 nor text in Windows-1252. */
  INVALID_ENCODING,
  /** The record breaks its format's rules, such as a cut JSON line. */
  MALFORMED_RECORD,
  /** A field holds a value of the wrong type, or the record is no object. */
  WRONG_TYPE,
  /** There is no text, or none is left after cleaning. */
  EMPTY_TEXT,
  /** Its agency has withdrawn it: a kill, or an item that is withheld or cancelled. */
  WITHDRAWN,
  /** The text, the title or the whole record is longer than its limit. */
  TOO_LONG,
  /** The text is in a language that is not processed. */
  UNSUPPORTED_LANGUAGE,
  /** Too few of the words are known: misread print, or an encoding that was lost. */
  LOW_QUALITY,
  /** Broadsheet itself failed on the record; the detail names the error. Please report it. */
  INTERNAL_ERROR
}
