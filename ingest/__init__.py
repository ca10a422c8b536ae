"""Documents to records: readers, quotations, names, speakers, statements, responses, resolution."""
