"""Parts of the graph as networkx graphs, and what can be measured on them, in words."""
