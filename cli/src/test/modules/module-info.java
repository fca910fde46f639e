/** All that an application on the module path asks for. */
module newsroom {
  requires news.cuttings;
}
