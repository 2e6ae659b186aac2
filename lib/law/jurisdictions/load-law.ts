import { z } from "zod";
import type { HolidayCalendar } from "@/lib/platform/time/calendar";
import { type AskWords, type AskWordsDraft, askWordsSchema } from "./ask-types";
import { type BriefingWords, type BriefingWordsDraft, briefingWordsSchema } from "./briefing-types";
import { calendarSchema } from "./calendar-schema";
import { brokenLaw } from "./check-law";
import { type Checklist, type ChecklistDraft, checklistSchema } from "./checklist-types";
import { type DocumentTemplate, type DocumentTemplateDraft, documentTemplateSchema } from "./document-types";
import { type PacketWords, type PacketWordsDraft, packetWordsSchema } from "./packet-word-types";
import {
  type Agency,
  agencySchema,
  type ClockRule,
  type ClockRuleDraft,
  clockSchema,
  type DualCriminality,
  type DualCriminalityDraft,
  dualCriminalitySchema,
  type LawNote,
  type LawText,
  lawTextSchema,
  noteSchema,
  type Offence,
  type OffenceDraft,
  offenceSchema,
  type Platform,
  type PlatformDraft,
  type Playbook,
  type PlaybookDraft,
  type Process,
  platformSchema,
  playbookSchema,
  processSchema,
  type ReferenceKind,
  type Remedy,
  referenceKindSchema,
  remedySchema,
  type State,
  type StateDraft,
  type StationList,
  type StationListDraft,
  stateSchema,
  stationListSchema,
} from "./types";

/** All data about law, agencies, numbers and clocks. Code uses it and names no country. */
export type Law = {
  agencies: readonly Agency[];
  referenceKinds: readonly ReferenceKind[];
  platforms: readonly Platform[];
  offences: readonly Offence[];
  remedies: readonly Remedy[];
  /** States of a federation whose own law was read. A paper for a state's court is offered for these alone. */
  states: readonly State[];
  notes: readonly LawNote[];
  processes: readonly Process[];
  /** Statutes in their own words. */
  texts: readonly LawText[];
  dualCriminality: Readonly<Record<string, readonly DualCriminality[]>>;
  clocks: readonly ClockRule[];
  calendars: Readonly<Record<string, HolidayCalendar>>;
  /** By country: the stations that count numbers. A country without a list has none, and every name is as good. */
  stations: Readonly<Record<string, StationList>>;
  documents: readonly DocumentTemplate[];
  /** What packets say, by pair. A pair without words has the common ones, which name no law. */
  packetWords: Readonly<Record<string, PacketWords>>;
  /** What the shorter packets say, by pair. A pair without any has words that name no country. */
  briefings: Readonly<Record<string, BriefingWords>>;
  /** What may be asked of the other country, by pair. */
  asks: Readonly<Record<string, AskWords>>;
  playbooks: readonly Playbook[];
  /** By pair; the empty name holds those for a pair without its own. */
  checklists: Readonly<Record<string, readonly Checklist[]>>;
};

/** Law as written in data files: values with a default may be omitted. */
export type LawDraft = Omit<
  Law,
  | "platforms"
  | "offences"
  | "dualCriminality"
  | "texts"
  | "clocks"
  | "states"
  | "stations"
  | "documents"
  | "packetWords"
  | "briefings"
  | "asks"
  | "playbooks"
  | "checklists"
> & {
  platforms: readonly PlatformDraft[];
  offences: readonly OffenceDraft[];
  dualCriminality: Readonly<Record<string, readonly DualCriminalityDraft[]>>;
  clocks: readonly ClockRuleDraft[];
  texts?: readonly LawText[];
  states?: readonly StateDraft[];
  stations?: Readonly<Record<string, StationListDraft>>;
  documents: readonly DocumentTemplateDraft[];
  packetWords: Readonly<Record<string, PacketWordsDraft>>;
  briefings?: Readonly<Record<string, BriefingWordsDraft>>;
  asks?: Readonly<Record<string, AskWordsDraft>>;
  playbooks: readonly PlaybookDraft[];
  checklists?: Readonly<Record<string, readonly ChecklistDraft[]>>;
};

/** Reads data against the schema. Throws with the part, the path and the reason, so that a bad file stops the start. */
function read<Schema extends z.ZodType>(part: string, schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Error(`law data, ${part}: ${z.prettifyError(parsed.error)}`);
}

/**
 * Checks a whole body of law: every file against its schema, and every cross-reference.
 * @param files the file of each entry, for law read from a folder
 * @throws Error that names the part, the path and the reason
 */
export function loadLaw(draft: LawDraft, files: ReadonlyMap<string, string> = new Map()): Law {
  const law: Law = {
    agencies: read("agencies", z.array(agencySchema), draft.agencies),
    referenceKinds: read("reference kinds", z.array(referenceKindSchema), draft.referenceKinds),
    platforms: read("platforms", z.array(platformSchema), draft.platforms),
    offences: read("offences", z.array(offenceSchema), draft.offences),
    remedies: read("remedies", z.array(remedySchema), draft.remedies),
    states: read("states", z.array(stateSchema), draft.states ?? []),
    notes: read("notes", z.array(noteSchema), draft.notes),
    processes: read("processes", z.array(processSchema), draft.processes),
    texts: read("texts", z.array(lawTextSchema), draft.texts ?? []),
    dualCriminality: read("pairings", z.record(z.string(), z.array(dualCriminalitySchema)), draft.dualCriminality),
    clocks: read("clocks", z.array(clockSchema), draft.clocks),
    calendars: read("calendars", z.record(z.string(), calendarSchema), draft.calendars),
    stations: read("stations", z.record(z.string(), stationListSchema), draft.stations ?? {}),
    documents: read("documents", z.array(documentTemplateSchema), draft.documents),
    packetWords: read("packet words", z.record(z.string(), packetWordsSchema), draft.packetWords),
    briefings: read("briefings", z.record(z.string(), briefingWordsSchema), draft.briefings ?? {}),
    asks: read("asks", z.record(z.string(), askWordsSchema), draft.asks ?? {}),
    playbooks: draft.playbooks.map((p) => read(`playbook ${p.pair}`, playbookSchema, p)),
    checklists: read("checklists", z.record(z.string(), z.array(checklistSchema)), draft.checklists ?? {}),
  };
  const broken = brokenLaw(law).map((line) => withFile(line, files));
  if (broken.length > 0) throw new Error(`law data: ${broken.join("; ")}`);
  return law;
}

/** The same line after the file that it speaks of, when that was read from a folder. */
function withFile(line: string, files: ReadonlyMap<string, string>): string {
  const label = [...files.keys()].find((key) => line.startsWith(key) && /^[ ,:]/.test(line.slice(key.length)));
  return label ? `${files.get(label)}: ${line}` : line;
}
