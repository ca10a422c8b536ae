"""One module a page: it validates, asks the graph, and hands the facts to a template."""
