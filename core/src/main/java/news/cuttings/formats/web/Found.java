package news.cuttings.formats.web;

/**
 * A field of a page's story.
 *
 * @param value what it says
 * @param why where it stands, in words that end the sentence "told by …"
 */
record Found(String value, String why) {}
