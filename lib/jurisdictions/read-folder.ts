import { z } from "zod";
import { calendarSchema } from "./calendar-schema";
import { checklistSchema } from "./checklist-types";
import { documentTemplateSchema } from "./document-types";
import type { LawDraft } from "./load-law";
import { packetWordsSchema } from "./packet-word-types";
import {
  agencySchema,
  clockSchema,
  dualCriminalitySchema,
  noteSchema,
  offenceSchema,
  platformSchema,
  playbookSchema,
  processSchema,
  referenceKindSchema,
  remedySchema,
  stationListSchema,
} from "./types";

/** The law of a folder, and which file each thing in it stands in, so that a broken link names its file too. */
export type LawFolder = { law: LawDraft; files: ReadonlyMap<string, string> };

/** The files of a folder, each a list of one kind of thing; calendars and stations are by country. */
const listFiles = {
  agencies: "agencies.json",
  referenceKinds: "reference-kinds.json",
  platforms: "platforms.json",
  offences: "offences.json",
  remedies: "remedies.json",
  notes: "notes.json",
  processes: "processes.json",
  clocks: "clocks.json",
  calendars: "calendars.json",
  stations: "stations.json",
} as const;

/** Node's own modules by name: an import of them would be bundled for the browser, where there is no folder to read. */
const node = () => ({ fs: process.getBuiltinModule("node:fs"), path: process.getBuiltinModule("node:path") });

/**
 * Reads a folder of JSON files: agencies, reference-kinds, platforms, offences, remedies, notes, processes, clocks,
 * calendars and stations, each optional; documents/*.json, one paper each; pairs/<PAIR>/playbook*.json, dual-criminality.json,
 * packets.json (the words of packets) and checklists.json.
 * @throws Error in one line: the file, the path inside it and the reason
 */
export function readLawFolder(dir: string): LawFolder {
  const { path } = node();
  if (!isFolder(dir)) throw new Error(`${dir}: no such folder`);
  refuseStrangers(dir, [...Object.values(listFiles), "documents", "pairs"]);
  const list = <Schema extends z.ZodType>(name: keyof typeof listFiles, item: Schema): z.output<Schema>[] =>
    readJson(path.join(dir, listFiles[name]), z.array(item)) ?? [];
  const documents = filesOf(path.join(dir, "documents")).map((file) => ({
    file,
    data: read(file, documentTemplateSchema),
  }));
  const pairs = namesOf(path.join(dir, "pairs")).map((pair) => readPair(path.join(dir, "pairs", pair), pair));
  const law: LawDraft = {
    agencies: list("agencies", agencySchema),
    referenceKinds: list("referenceKinds", referenceKindSchema),
    platforms: list("platforms", platformSchema),
    offences: list("offences", offenceSchema),
    remedies: list("remedies", remedySchema),
    notes: list("notes", noteSchema),
    processes: list("processes", processSchema),
    clocks: list("clocks", clockSchema),
    calendars: readJson(path.join(dir, listFiles.calendars), z.record(z.string(), calendarSchema)) ?? {},
    stations: readJson(path.join(dir, listFiles.stations), z.record(z.string(), stationListSchema)) ?? {},
    documents: documents.map((one) => one.data),
    dualCriminality: Object.fromEntries(pairs.map((one) => [one.pair, one.rows])),
    packetWords: Object.fromEntries(pairs.flatMap((one) => (one.words ? [[one.pair, one.words]] : []))),
    playbooks: pairs.flatMap((one) => one.playbooks.map((each) => each.data)),
    checklists: Object.fromEntries(pairs.map((one) => [one.pair, one.checklists])),
  };
  const files = new Map([
    ...labels(law).map(([label, name]): [string, string] => [label, path.join(dir, name)]),
    ...documents.map((one): [string, string] => [`document ${one.data.key}`, one.file]),
    ...pairs.flatMap((one) => one.files),
  ]);
  return { law, files };
}

/** Under which name check-law.ts speaks of a thing, and the file it stands in. */
function labels(law: LawDraft): [label: string, file: string][] {
  const of = (word: string, name: keyof typeof listFiles, keys: readonly string[]) =>
    keys.map((key): [string, string] => [`${word} ${key}`, listFiles[name]]);
  const keys = (things: readonly { key: string }[]) => things.map((one) => one.key);
  return [
    ...of("agency", "agencies", keys(law.agencies)),
    ...of("reference kind", "referenceKinds", keys(law.referenceKinds)),
    ...of("platform", "platforms", keys(law.platforms)),
    ...of("offence", "offences", keys(law.offences)),
    ...of("remedy", "remedies", keys(law.remedies)),
    ...of("note", "notes", keys(law.notes)),
    ...of("process", "processes", keys(law.processes)),
    ...of(
      "clock",
      "clocks",
      law.clocks.map((one) => one.code),
    ),
  ];
}

const besideBooks = ["dual-criminality.json", "packets.json", "checklists.json"];

function readPair(folder: string, pair: string) {
  const { path } = node();
  const files = filesOf(folder);
  const books = files.filter((file) => /^playbook.*\.json$/.test(path.basename(file)));
  const stranger = files.find((file) => !books.includes(file) && !besideBooks.includes(path.basename(file)));
  if (stranger) throw new Error(`${stranger}: a pair has playbook*.json, ${besideBooks.join(", ")} and no other file`);
  const playbooks = books.map((file) => ({ file, data: read(file, playbookSchema) }));
  const wrong = playbooks.find((one) => one.data.pair !== pair);
  if (wrong) throw new Error(`${wrong.file}: pair: is ${wrong.data.pair}, but the folder is ${pair}`);
  const rowsFile = path.join(folder, "dual-criminality.json");
  const rows = readJson(rowsFile, z.array(dualCriminalitySchema)) ?? [];
  const listsFile = path.join(folder, "checklists.json");
  const checklists = readJson(listsFile, z.array(checklistSchema)) ?? [];
  const wordsFile = path.join(folder, "packets.json");
  const words = readJson(wordsFile, packetWordsSchema);
  return {
    pair,
    rows,
    words,
    playbooks,
    checklists,
    files: [
      ...playbooks.map((one): [string, string] => [`playbook ${pair} version ${one.data.version}`, one.file]),
      ...rows.map((row): [string, string] => [`pairing ${row.key}`, rowsFile]),
      ...checklists.map((one): [string, string] => [`checklist ${pair} ${one.kind} version ${one.version}`, listsFile]),
      ...(words ? [[`packet words ${pair}`, wordsFile] satisfies [string, string]] : []),
    ],
  };
}

const isFolder = (dir: string) => node().fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** What stands in a folder, sorted; hidden files left out. A folder that is not there is empty. */
const namesOf = (dir: string): string[] =>
  isFolder(dir)
    ? node()
        .fs.readdirSync(dir)
        .filter((name) => !name.startsWith("."))
        .toSorted()
    : [];

const filesOf = (dir: string): string[] => namesOf(dir).map((name) => node().path.join(dir, name));

/** A misspelt file would otherwise be left out without a word. */
function refuseStrangers(dir: string, known: readonly string[]): void {
  const stranger = namesOf(dir).find((name) => !known.includes(name) && !/\.(md|txt)$/i.test(name));
  if (stranger) throw new Error(`${node().path.join(dir, stranger)}: law is not read from such a file`);
}

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | undefined {
  return node().fs.existsSync(file) ? read(file, schema) : undefined;
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(parse(file));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues.slice(0, 3).map((issue) => `${where(issue.path)}: ${issue.message}`);
  const more = parsed.error.issues.length - first.length;
  throw new Error(`${file}: ${first.join("; ")}${more > 0 ? `; and ${more} more` : ""}`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(node().fs.readFileSync(file, "utf8"));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}: not JSON: ${said.replace(/\s+/g, " ")}`);
  }
}

const where = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? "the whole file"
    : path
        .map((part) => (typeof part === "number" ? `[${part}]` : String(part)))
        .join(".")
        .replaceAll(".[", "[");
