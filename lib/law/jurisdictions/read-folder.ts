import { z } from "zod";
import { askWordsSchema } from "./ask-types";
import { briefingWordsSchema } from "./briefing-types";
import { calendarFileSchema } from "./calendar-schema";
import { checklistSchema } from "./checklist-types";
import { blockSchema, paperSchema, withSources } from "./document-types";
import { fillIn, type Parts } from "./fill-in";
import type { LawDraft } from "./load-law";
import { mergeLaw, noLaw } from "./merge-law";
import { packetWordsSchema } from "./packet-word-types";
import { type DataFile, readFiles } from "./read-files";
import {
  agencySchema,
  caseClockSchema,
  clockSchema,
  dualCriminalitySchema,
  factSchema,
  lawTextSchema,
  noteSchema,
  offenceSchema,
  pairedElementSchema,
  platformSchema,
  playbookSchema,
  prerequisiteSchema,
  processSchema,
  referenceKindSchema,
  remedySchema,
  sourceSchema,
  stateSchema,
  stationListSchema,
  stepSchema,
} from "./types";
import { type WordFile, wordSchemas } from "./word-types";

/** The law of a folder, its words, and the file of each entry, so that a broken reference also names its file. */
export type LawFolder = { law: LawDraft; words: Partial<Words>; files: ReadonlyMap<string, string> };
type Words = { [File in WordFile]: z.output<(typeof wordSchemas)[File]> };

/**
 * The files of a folder by name. A list has one kind of entry; calendars and stations are by country. They are in the
 * folder itself or in its subfolders (a country, or common to all), which may also have documents/, with one document
 * or a list per file, and words/. What concerns a pair is in pairs/<PAIR>/.
 */
const lists = {
  agencies: { to: "agencies", of: agencySchema, called: "agency" },
  "reference-kinds": { to: "referenceKinds", of: referenceKindSchema, called: "reference kind" },
  platforms: { to: "platforms", of: platformSchema, called: "platform" },
  offences: { to: "offences", of: offenceSchema, called: "offence" },
  remedies: { to: "remedies", of: remedySchema, called: "remedy" },
  states: { to: "states", of: stateSchema, called: "state" },
  notes: { to: "notes", of: noteSchema, called: "note" },
  processes: { to: "processes", of: processSchema, called: "process" },
  texts: { to: "texts", of: lawTextSchema, called: "text" },
  clocks: { to: "clocks", of: clockSchema, called: "clock" },
} as const;
const byCountry = { calendars: calendarFileSchema, stations: stationListSchema } as const;
const piece = z.union([
  blockSchema,
  factSchema,
  pairedElementSchema,
  caseClockSchema,
  prerequisiteSchema,
  sourceSchema,
]);

/** The schema of each kind of file, after shorthand is expanded. The published schemas are derived from the same. */
export const fileSchemas = {
  ...(Object.fromEntries(Object.entries(lists).map(([name, { of }]) => [name, z.array(of)])) as {
    [Name in keyof typeof lists]: z.ZodArray<(typeof lists)[Name]["of"]>;
  }),
  calendars: z.record(z.string(), byCountry.calendars),
  stations: z.record(z.string(), byCountry.stations),
  checklists: z.array(checklistSchema),
  paper: paperSchema,
  sources: z.record(z.string(), sourceSchema),
  /** Read where it is used. */
  parts: z.record(z.string(), z.union([z.array(piece), piece])),
  playbook: playbookSchema,
  steps: z.record(z.string(), stepSchema),
  "dual-criminality": z.array(dualCriminalitySchema),
  packets: packetWordsSchema,
  briefing: briefingWordsSchema,
  asks: askWordsSchema,
} as const;

type Kind = keyof typeof fileSchemas;
type Known = DataFile & { kind: Kind | "words"; pair?: string };

/**
 * Reads a folder of law, in YAML or JSON.
 * @throws Error in one line: the file, the path inside it and the reason
 */
export function readLawFolder(dir: string): LawFolder {
  const files = readFiles(dir).map(known);
  const parts = partsOf(files);
  const whole = files.map((file) => ({ ...file, data: fill(file, parts) }));
  for (const { kind, ...file } of whole) if (kind === "sources") checked(file, fileSchemas.sources);
  const labels: [label: string, file: string][] = [];
  const alone = whole.filter((file) => file.pair === undefined).map((file) => lawOf(file, labels));
  const pairs = [...new Set(whole.flatMap((file) => file.pair ?? []))];
  const law = [
    ...alone,
    ...pairs.map((pair) =>
      pairLaw(
        pair,
        whole.filter((file) => file.pair === pair),
        labels,
      ),
    ),
  ].reduce(mergeLaw, noLaw);
  return { law, words: wordsOf(whole), files: new Map(labels) };
}

const listNames = Object.keys(lists);

/** The kind of a file, by its path. */
function known(dataFile: DataFile): Known {
  const path = dataFile.place.split("/");
  const kind = path[0] === "pairs" ? kindInPairs(path.slice(1)) : kindAlone(path);
  if (!kind) throw new Error(`${dataFile.file}: law is not read from such a file`);
  const pair = path[0] === "pairs" && path.length > 2 ? { pair: path[1] } : {};
  return { ...dataFile, kind, ...pair };
}

function kindAlone(path: readonly string[]): Known["kind"] | null {
  const [folder = "", ...rest] = path;
  const [first = "", second, ...more] = rest.length > 0 && !/^(documents|words)$/.test(folder) ? rest : path;
  if (more.length > 0) return null;
  if (second !== undefined) return first === "documents" ? "paper" : first === "words" ? "words" : null;
  const isKnown = [...listNames, "calendars", "stations", "checklists", "sources", "parts"].includes(first);
  return isKnown ? (first as Kind) : null;
}

function kindInPairs([pair = "", name = "", step, ...more]: readonly string[]): Kind | null {
  if (name === "") return pair === "sources" || pair === "parts" ? pair : null;
  if (step !== undefined) return name.startsWith("playbook") && more.length === 0 ? "steps" : null;
  if (name.startsWith("playbook")) return "playbook";
  const isKnown = ["dual-criminality", "packets", "briefing", "asks", "checklists", "sources", "parts"].includes(name);
  return isKnown ? (name as Kind) : null;
}

/**
 * What other data may reuse: named sources and parts by name, each list entry and each step by path and key
 * (`processes/ic3`, `ZA-US/playbook-1/emergency`), sentences by file (`certificates/draft`), whole lists.
 */
function partsOf(files: readonly Known[]): Parts {
  const parts = new Map<string, unknown>();
  const add = (file: string, name: string, value: unknown) => {
    if (parts.has(name) || listNames.includes(name)) throw new Error(`${file}: the part ${name} stands twice`);
    parts.set(name, value);
  };
  for (const { kind, file, place, pair, data } of files) {
    const name = place.split("/").at(-1) ?? "";
    const under = kind === "steps" ? `${pair}/${place.split("/").at(-2)}/` : kind === "words" ? `${name}/` : "";
    const held = kind === "words" && isFields(data) ? data.sentences : data;
    if (["sources", "parts", "steps", "words"].includes(kind))
      for (const [key, value] of Object.entries(isFields(held) ? held : {})) add(file, under + key, value);
    if (!listNames.includes(kind) || !Array.isArray(data)) continue;
    parts.set(kind, [...((parts.get(kind) as unknown[]) ?? []), ...data]);
    for (const entry of data)
      if (isFields(entry) && typeof entry.key === "string") parts.set(`${kind}/${entry.key}`, entry);
  }
  return parts;
}

function fill({ kind, file, data }: Known, parts: Parts): unknown {
  try {
    // A document may be alone in its file.
    return fillIn(kind === "paper" && !Array.isArray(data) ? [data] : data, parts);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function lawOf(known: Known, labels: [string, string][]): LawDraft {
  const label = (word: string, keys: readonly string[]) => {
    labels.push(...keys.map((key): [string, string] => [`${word} ${key}`, known.file]));
  };
  if (known.kind in lists) {
    const { to, called } = lists[known.kind as keyof typeof lists];
    const data = checked(known, fileSchemas[known.kind as keyof typeof lists]);
    label(
      called,
      data.map((entry) => ("key" in entry ? entry.key : entry.code)),
    );
    return { ...noLaw, [to]: data };
  }
  if (known.kind === "calendars") return { ...noLaw, calendars: checked(known, fileSchemas.calendars) };
  if (known.kind === "stations") return { ...noLaw, stations: checked(known, fileSchemas.stations) };
  if (known.kind === "checklists") return { ...noLaw, checklists: { "": checked(known, fileSchemas.checklists) } };
  if (known.kind !== "paper") return noLaw;
  const papers = Array.isArray(known.data) ? known.data : [];
  const documents = papers.map((data) => withSources(checked({ ...known, data }, fileSchemas.paper)));
  if (documents.some((paper) => paper.sources.length === 0))
    throw new Error(`${known.file}: sources: neither the paper nor a piece of it names one`);
  label(
    "document",
    documents.map((paper) => paper.key),
  );
  return { ...noLaw, documents };
}

/** @throws Error for a playbook or words of another pair */
function pairLaw(pair: string, files: readonly Known[], labels: [string, string][]): LawDraft {
  const of = (kind: Kind) => files.filter((file) => file.kind === kind);
  const playbooks = of("playbook").map((known) => {
    const folder = of("steps").filter((file) => file.place.startsWith(`${known.place}/`));
    const steps = folder.map((file) => checked(file, fileSchemas.steps));
    const data = checked({ ...known, data: withSteps(known.data, steps) }, fileSchemas.playbook);
    if (data.pair !== pair) throw new Error(`${known.file}: pair: is ${data.pair}, but the folder is ${pair}`);
    labels.push([`playbook ${pair} version ${data.version}`, known.file]);
    return data;
  });
  const rows = of("dual-criminality").flatMap((known) => {
    const data = checked(known, fileSchemas["dual-criminality"]);
    labels.push(...data.map((row): [string, string] => [`pairing ${row.key}`, known.file]));
    return data;
  });
  const checklists = of("checklists").flatMap((known) => {
    const data = checked(known, fileSchemas.checklists);
    labels.push(
      ...data.map((checklist): [string, string] => [
        `checklist ${pair} ${checklist.kind} version ${checklist.version}`,
        known.file,
      ]),
    );
    return data;
  });
  const words = of("packets").map((known) => {
    labels.push([`packet words ${pair}`, known.file]);
    return [pair, checked(known, fileSchemas.packets)];
  });
  const briefings = of("briefing").map((known) => [pair, checked(known, fileSchemas.briefing)]);
  const asks = of("asks").map((known) => {
    labels.push([`asks ${pair}`, known.file]);
    return [pair, checked(known, fileSchemas.asks)];
  });
  return {
    ...noLaw,
    playbooks,
    dualCriminality: { [pair]: rows },
    checklists: { [pair]: checklists },
    packetWords: Object.fromEntries(words),
    briefings: Object.fromEntries(briefings),
    asks: Object.fromEntries(asks),
  };
}

/** A playbook whose steps are in separate files, in addition to its own. */
function withSteps(playbook: unknown, files: readonly object[]): unknown {
  if (files.length === 0 || !isFields(playbook)) return playbook;
  const own = isFields(playbook.steps) ? playbook.steps : {};
  return { ...playbook, steps: Object.assign({}, ...files, own) };
}

function wordsOf(files: readonly Known[]): Partial<Words> {
  return Object.fromEntries(
    files
      .filter((file) => file.kind === "words")
      .map((file) => {
        const name = file.place.split("/").at(-1) ?? "";
        if (!(name in wordSchemas)) throw new Error(`${file.file}: law is not read from such a file`);
        return [name, checked(file, wordSchemas[name as WordFile])];
      }),
  );
}

function checked<Schema extends z.ZodType>({ file, data }: Pick<DataFile, "file" | "data">, schema: Schema) {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues.slice(0, 3).map((issue) => `${where(issue.path)}: ${issue.message}`);
  const more = parsed.error.issues.length - first.length;
  throw new Error(`${file}: ${first.join("; ")}${more > 0 ? `; and ${more} more` : ""}`);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const where = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? "the whole file"
    : path
        .map((part) => (typeof part === "number" ? `[${part}]` : String(part)))
        .join(".")
        .replaceAll(".[", "[");
