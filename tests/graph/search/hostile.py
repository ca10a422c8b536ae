"""What a person, or a program, might type into the search box to break it."""

HOSTILE = (
    '"', '""', '"""', "“no plan", "'", "''", "’", "\\", "\\'", "`", "';--", "%", "_",
    "NEAR(", "NEAR(report door, 5)", "report NEAR/2 door", "AND", "OR OR", "NOT", "report NOT",
    "NOT door", "report AND (door OR", "(", ")", "((((((((", "()" * 500, "words:door",
    "{words closed} : door", "closed : x", "-words : x", "^report", "report + door", "rank",
    "rowid", "in_names", "*", "**", "* *", "r*", "report*", "*report", "re*port", "-*", "-",
    "--", "---door",
    "door -door", "-door -report", '-"no plan"', "report -", 'report -"', "\0", "report\0door",
    "\x01\x1b[2J", "\x1f", "\x7f", "\ud800", "report\udfff", "\ufeffreport", "\ufffe",
    "\u202edoor\u202c",
    "\u200b\u200d", "¶", "▇▇▇▇", "🔥", "👩‍👩‍👧 report", "🇬🇧", "שלום", "تقرير عن الحريق", "报告",
    "report报告",
    "the of and a", "a", "the " * 70, "a" * 10_000, "a " * 5_000, "a-" * 5_000, '"' * 10_000,
    "(" * 10_000, "report* " * 1_250, '"' + "no plan " * 1_250, "e\u0301" * 5_000, "é" * 10_000,
    "\u0301" * 10_000, "ﷺ" * 500, "well-being", "well–being", "O'Brien", "O’Brien", "O‘Brien",
    "d'", "'d", "Seán", "Sea\u0301n", "ſ", "İ", "ß", "1/2", "50%", "a@b.c", "report\n\ndoor",
    "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "../../etc/passwd", "NULL", "1e999", "-0",
)  # fmt: skip
TELLS = ("fts5", "sqlite", "traceback", "syntax error", "no such column", "operationalerror")
"""Words that no answer to any of these may hold, in small letters."""
