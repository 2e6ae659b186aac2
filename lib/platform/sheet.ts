/** One cell of a file for a spreadsheet. A number is written as a number, text always as text. */
export type SheetCell = string | number;

const begins = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe before it, so that it stays text. */
export function defused(cell: SheetCell): SheetCell {
  return typeof cell === "string" && begins.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. Formulas are defused. */
export function writeCsv(rows: readonly (readonly SheetCell[])[]): string {
  const quoted = (cell: SheetCell) => {
    const text = String(defused(cell));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;
}
