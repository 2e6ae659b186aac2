/** The columns of the sample lists. */
export const listHeaders = [
  "Code name",
  "Client name",
  "Phone",
  "Risk",
  "Matter",
  "Platform",
  "Handle",
  "Datum",
  "What happened",
  "CAS number",
  "Station",
  "Owner",
];

let counter = 0;

/** Rows from a number on that no other list has, so that none of them looks like a case that is there. */
export const listRowsFrom = (first: number, count: number): string[][] =>
  Array.from({ length: count }, (_, at) => listRow({}, first + at));

/** Names that do not even sound alike: each digit has a consonant of its own, and none a p, which may be read as f. */
const consonants = ["k", "l", "m", "n", "r", "s", "t", "f", "sh", "j"];
const nameOf = (digits: string) => [...digits].map((digit) => `${consonants[Number(digit)]}a`).join("");

/** A row that the form would take, with a client of its own. */
export function listRow(over: Record<string, string> = {}, number = ++counter): string[] {
  const one = String(number).padStart(4, "0");
  const cells: Record<string, string> = {
    "Code name": `Listbird ${one}`,
    "Client name": `${nameOf(one)} ${nameOf([...one].reverse().join(""))}`,
    Phone: `082 555 ${one}`,
    Risk: "Hoog",
    Matter: "Threats from abroad",
    Platform: "Insta",
    Handle: `@owl${one}`,
    Datum: "13/10/2025 10:06",
    "What happened": "A message with a threat",
    "CAS number": `${number}/10/2025`,
    Station: "Voorbeeldfontein",
    Owner: "",
    ...over,
  };
  return listHeaders.map((header) => cells[header] ?? "");
}

export function csvOf(rows: readonly (readonly string[])[], separator = ","): string {
  const quoted = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(separator)).join("\r\n");
}
