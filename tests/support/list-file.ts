import type { Ctx } from "@/lib/access/ctx";
import { readImport } from "@/lib/imports/queries";
import { receiveList } from "@/lib/imports/receive-list";
import { saveMapping } from "@/lib/imports/save-mapping";
import type { Mapping } from "@/lib/imports/types";
import { workImport } from "@/lib/imports/work-import";
import type { Org } from "./org";

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

export async function sendList(ctx: Ctx, bytes: string | Uint8Array): Promise<string> {
  const body = (async function* () {
    yield Buffer.from(bytes);
  })();
  const { id } = await receiveList(ctx, { body, name: "old cases.csv" }, async () => ctx);
  return id;
}

/** Received and read by the confined child. */
export async function readListOf(org: Org, bytes: string | Uint8Array): Promise<string> {
  const id = await sendList(await org.as("supervisor"), bytes);
  await workImport(org.service(), { importId: id });
  return id;
}

/** Checked with the mapping that was guessed, or with parts of another. */
export async function checkListOf(org: Org, importId: string, over: Partial<Mapping> = {}): Promise<void> {
  const ctx = await org.as("supervisor");
  const { mapping } = await readImport(ctx, importId);
  await saveMapping(ctx, { importId, ...mapping, ...over });
  await workImport(org.service(), { importId });
}
