package news.cuttings.search;

import org.apache.lucene.search.Query;

/**
 * What a story may score beside what its words score one by one.
 *
 * @param what what it is for, in words
 * @param because what the story has that others have not
 * @param query scores it
 */
record Gain(String what, String because, Query query) {}
