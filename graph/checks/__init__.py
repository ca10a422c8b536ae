"""The parts of `onrecord check`: sources with their records, the folder, the graph."""
