/** The columns of the sample lists. */
export const listHeaders = [
  ...["Code name", "Client name", "Phone", "Risk", "Matter", "Platform", "Handle"],
  ...["Datum", "What happened", "CAS number", "Station", "Owner"],
];

let counter = 0;

/** Names that do not even sound alike: each digit has a consonant of its own. */
const nameOf = (digits: string) => [...digits].map((digit) => `${"klmnrstfpj"[Number(digit)]}a`).join("");

/** A row that the form would take, with a client of its own. */
export function listRow(over: Record<string, string> = {}): string[] {
  counter += 1;
  const one = String(counter).padStart(4, "0");
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
    "CAS number": `${counter}/10/2025`,
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
