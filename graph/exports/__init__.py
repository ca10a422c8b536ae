"""Parts of the graph in open formats, without the protected, with what was left out and why."""
