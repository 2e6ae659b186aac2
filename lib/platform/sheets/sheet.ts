/** One cell of a file for a spreadsheet. A number is written as a number, text always as text. */
export type SheetCell = string | number;

const begins = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe before it, so that it stays text. */
export function defused(cell: SheetCell): SheetCell {
  return typeof cell === "string" && begins.test(cell) ? `'${cell}` : cell;
}

/** Where a spreadsheet may split a line, and what then begins as a formula. Which separator it takes is the reader's. */
const splitBefore = /([,;|\t\r\n]["']*)(?=[=+\-@])/g;

/**
 * RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. Every text is quoted, and formulas are defused, also
 * behind another separator than ours: a spreadsheet of South Africa splits at semicolons.
 */
export function writeCsv(rows: readonly (readonly SheetCell[])[]): string {
  const quoted = (cell: SheetCell) => {
    if (typeof cell === "number") return String(cell);
    const text = String(defused(cell)).replace(splitBefore, "$1'");
    return `"${text.replaceAll('"', '""')}"`;
  };
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;
}
