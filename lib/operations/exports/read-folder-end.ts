import "server-only";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { cases, chatMessages, clients } from "@/db/schema";
import type { Passed, ZipPiece } from "@/lib/platform/zip/zip-pieces";
import { leaves } from "./access";
import { caseTables } from "./case-tables";
import { jsonFile } from "./json-file";
import { kindTitles } from "./labels";
import { sumLines } from "./rules";
import { textFile } from "./text-file";

/**
 * The last files of a folder: an explanation of its JSON, the list of everything with digests, and a page that verifies
 * it offline. `passed` is read last, so it includes everything before.
 */
export async function* readFolderEnd(
  passed: readonly Passed[],
  about: { kind: string; madeAt: string },
): AsyncGenerator<ZipPiece> {
  // A client's folder has its own columns, and its page explains them.
  if (about.kind !== "access") yield jsonFile("schema.json", schema());
  yield textFile("check.html", checkPage());
  yield jsonFile("manifest.json", { ...about, format: "crossdocket-folder", version: 1, files: passed });
  yield textFile("SHA256SUMS", sumLines(passed));
}

/** JSON Schema (2020-12) of each file in data/: an array of rows, each value of this type or null. */
function schema() {
  const tables: [string, PgTable][] = [
    ["client", clients],
    ["case", cases],
    ["chat_messages", chatMessages],
    ...Object.entries(caseTables),
  ];
  const kinds = tables.map(([name, table]) => {
    const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>);
    const left = columns.filter(([key, column]) => leaves(key, column));
    const properties = Object.fromEntries(left.map(([key, column]) => [key, typeOf(column)]));
    const row = { type: "object", additionalProperties: false };
    return [name, { type: "array", items: { ...row, properties: { name: { type: "string" }, ...properties } } }];
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Folder of a case",
    description:
      "One schema for each file in data/. Instants are ISO 8601 in UTC, dates are civil dates. What names another row does so by the `name` of that row, an exhibit by its number, a person by their code; (internal) stands for what is not in the folder. Text that was kept as JSON is given as JSON. audit.json and people.json have the rows of the log and the names behind the codes.",
    titles: kindTitles,
    $defs: Object.fromEntries(kinds),
  };
}

function typeOf(column: PgColumn) {
  const type = column.getSQLType();
  if (/timestamp/.test(type)) return { type: ["string", "null"], format: "date-time" };
  if (type === "date") return { type: ["string", "null"], format: "date" };
  if (/int/.test(type)) return { type: ["integer", "null"] };
  if (type === "boolean") return { type: ["boolean", "null"] };
  if (type === "uuid" || type === "bytea") return { type: ["string", "null"] };
  // Text may have been kept as JSON, and is then given as such.
  return {};
}

const check = `
const out = document.getElementById("out");
const say = (text) => { const line = document.createElement("p"); line.textContent = text; out.append(line); };
const digest = async (file) => {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return hash.hex();
};
document.getElementById("pick").addEventListener("change", async ({ target }) => {
  out.textContent = "";
  const files = new Map([...target.files].map((file) => [file.webkitRelativePath.split("/").slice(1).join("/"), file]));
  const list = files.get("SHA256SUMS");
  if (!list) return say("There is no SHA256SUMS in this folder. Choose the folder that you unpacked.");
  const lines = (await list.text()).split("\\n").filter(Boolean).map((line) => [line.slice(66), line.slice(0, 64)]);
  let broken = 0;
  for (const [name, sum] of lines) {
    const file = files.get(name);
    const said = !file ? "is missing" : (await digest(file)) === sum ? "" : "was changed";
    if (said) { broken += 1; say(name + " " + said + "."); }
  }
  for (const [name, file] of files) {
    if (!name.endsWith("data/custody_events.json")) continue;
    const last = new Map();
    for (const row of JSON.parse(await file.text())) {
      if (last.has(row.exhibitId) && last.get(row.exhibitId) !== row.previous) { broken += 1; say("The ledger of " + row.exhibitId + " has a gap."); }
      last.set(row.exhibitId, row.hash);
    }
  }
  say(broken === 0 ? "All " + lines.length + " files are as they were written, and the ledgers hang together." : broken + (broken === 1 ? " fault." : " faults."));
});`;

let made: string | null = null;

/** The digest comes from the verifier of packets; the page needs no network and may reach none. */
function checkPage(): string {
  made ??= makeCheckPage();
  return made;
}

function makeCheckPage(): string {
  const place = join(/* turbopackIgnore: true */ process.cwd(), "lib/packets/packets/parts/verifier/sha256.mjs");
  const sha = readFileSync(place, "utf8").replace(/^export /gm, "");
  const script = `"use strict";\n(() => {\n${sha}\n${check}\n})();`;
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Check this folder</title></head><body>
<h1>Check this folder</h1><p>Choose the folder that you unpacked. Nothing leaves this computer.</p>
<label>Folder <input id="pick" type="file" webkitdirectory multiple></label><div id="out" role="status"></div>
<script>${script}</script></body></html>
`;
}
