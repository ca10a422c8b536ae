"""One index for names, statements and the text of documents: kept, brought up to date, asked."""
