"""What a refusal says of spreadsheets: of the file, or of one line of it."""

from kurultai.language.messages import N_

SENTENCES = {
    "paper.cell_too_long": N_(
        "A cell of line %(line)s is longer than a spreadsheet keeps. Shorten it."
    ),
    "paper.not_a_sheet": N_("This cannot be read as a spreadsheet. Save it as XLSX or CSV."),
    "paper.sheet_empty": N_("The spreadsheet holds nothing."),
    "paper.too_many_columns": N_("The spreadsheet has more than %(limit)s columns. Remove some."),
    "paper.too_many_lines": N_("The spreadsheet has more than %(limit)s lines. Divide it."),
}
