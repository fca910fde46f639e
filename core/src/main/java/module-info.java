import org.jspecify.annotations.NullMarked;

/**
 * News-story search: stories filed by headline, body, people named and date; ranked search and more
 * like this. Start at {@link news.cuttings.StoryIndex}.
 */
@NullMarked
module news.cuttings {
  requires static transitive org.jspecify;
  requires de.siegmar.fastcsv;
  requires java.net.http;
  requires java.xml;
  requires jdk.management; // Lucene asks it which JVM it is on
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.backward_codecs;
  requires org.apache.lucene.core;
  requires org.apache.lucene.queryparser;
  requires org.jsoup;
  requires tools.jackson.core;

  exports news.cuttings;
  exports news.cuttings.cluster;
  exports news.cuttings.formats;
  exports news.cuttings.people;
  exports news.cuttings.query;
  exports news.cuttings.ranking;
  exports news.cuttings.story;
}
