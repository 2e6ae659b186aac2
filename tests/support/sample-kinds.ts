import type { PacketSnapshot, PacketSnapshotInput } from "@/lib/packets/packets/snapshot/snapshot";
import type { PacketKindKey } from "@/lib/packets/packets/types";
import { sampleSnapshot } from "./sample-snapshot";

/** A pair of the release in each direction, and one of which the release knows nothing. */
export const samplePairsOfCountries = ["ZA-US", "US-ZA", "QX-QY"] as const;
export type SamplePair = (typeof samplePairsOfCountries)[number];

const secrecy = {
  text: "After each of three blocks a new account appeared; in I-8 the sender wrote of coming in person.",
  sources: ["C-1", "C-2", "C-3", "I-8"],
};

const countries: Record<SamplePair, { homeCountry: string; otherCountry: string; home: string }> = {
  "ZA-US": { homeCountry: "South Africa", otherCountry: "United States", home: "Africa/Johannesburg" },
  "US-ZA": { homeCountry: "United States", otherCountry: "South Africa", home: "America/New_York" },
  "QX-QY": { homeCountry: "Quexland", otherCountry: "Quyland", home: "Europe/Paris" },
};

const bureaus: Record<SamplePair, { from: string; to: string }> = {
  "ZA-US": { from: "NCB Pretoria", to: "INTERPOL Washington" },
  "US-ZA": { from: "INTERPOL Washington", to: "NCB Pretoria" },
  "QX-QY": { from: "", to: "" },
};

/** The invented case as a packet of any kind, in any direction. */
export function sampleOfKind(
  kind: PacketKindKey,
  pair: SamplePair = "ZA-US",
  change: Partial<PacketSnapshotInput> = {},
): PacketSnapshot {
  const base = sampleSnapshot();
  const { homeCountry, otherCountry, home } = countries[pair];
  const made = sampleSnapshot({
    packet: { ...base.packet, kind, version: 1, supersedes: null },
    case: { ...base.case, pair, homeCountry, otherCountry },
    zones: { home, other: pair === "ZA-US" ? base.zones.other : null },
    references: base.references.map((reference) => renumbered(reference, pair)),
    charges: pair === "ZA-US" ? base.charges : [],
    pairs: pair === "ZA-US" ? base.pairs : [],
    releases: base.releases.map((release) => ({ ...release, identity: release.code === "REL-4" })),
    request: { ...base.request, secrecy },
    changes: [],
    holders: [],
    ...partsOf(kind, pair),
    ...change,
  });
  return { ...made, preflight: made.preflight && { ...made.preflight, results: made.preflight.results.slice(0, 6) } };
}

function renumbered(
  reference: PacketSnapshot["references"][number],
  pair: SamplePair,
): PacketSnapshot["references"][number] {
  if (pair === "ZA-US" || reference.type !== "cas") return reference;
  return {
    ...reference,
    type: "police_report",
    label: "US police report number",
    number: "26-004417",
    station: null,
    issuer: "Springfield police",
  };
}

function partsOf(kind: PacketKindKey, pair: SamplePair): Partial<PacketSnapshotInput> {
  return {
    emergency: {
      who: "The client (sealed annex, part 1)",
      nature: "“My ticket is booked. I will break your jaw like I said.” (I-8, E-09)",
      whyNow: null,
      data: "Log-in IP addresses and subscriber record of A5 since 13 November 2026",
      noTime: null,
      sources: ["I-8", "E-09"],
    },
    ...(kind === "interpol_briefing" ? { ncb: ncbOf(pair) } : {}),
    ...(kind === "preservation_briefing" ? { preservation: inLawOf(pair, samplePreservation) } : {}),
    ...(kind === "refusal_complaint" ? { refusal: sampleRefusal } : {}),
    papers: kind === "refusal_complaint" ? [...statementPapers, complaint] : statementPapers,
  };
}

function ncbOf(pair: SamplePair): NonNullable<PacketSnapshotInput["ncb"]> {
  return {
    purpose: "identify",
    action:
      "1. Identify the user of A1 to A5 from what police there hold. 2. Say whether an agency has opened, or would open, an investigation (IC3 number in section 4). 3. Help police contact for preservation.",
    by: null,
    priority: "urgent",
    conditions: "For this investigation. Not to be shown to the subject. Onward only to police handling this matter",
    level: "restricted",
    ...bureaus[pair],
  };
}

const row = <More extends object>(account: string, entity: string, more: More) => ({
  account,
  entity,
  types: [
    "Name, address, phone, e-mail, means of payment, dates of creation and of deletion",
    "Log-in and session IP addresses with port and UTC time; message headers",
  ],
  state: "not_asked" as const,
  sentOn: null,
  reference: null,
  extendBy: "2027-02-15",
  expiresOn: "2027-02-22",
  secondExpiresOn: "2027-05-23",
  ...more,
});

const x = {
  route: "legalrequests.x.com",
  law: ["L24"],
  clocks: ["L21", "L24"],
  asks: "Numeric UID, @handle and post URL; handles change",
  retention: "90-day snapshot; ask the extension 7 days before the end; deleted posts are generally gone",
  notifies: "X tells users unless it is barred.",
};
const meta = {
  route: "facebook.com/records",
  law: ["L25"],
  clocks: ["L21"],
  asks: "Numeric user id, username, phone, e-mail",
  retention: "90 days on police request; nothing is kept for police unless preserved before deletion",
  notifies: "Meta tells users about legal process by default.",
};

const samplePreservation: NonNullable<PacketSnapshotInput["preservation"]> = {
  letterOn: "2026-11-24",
  days: 90,
  rows: [
    row("A1", "X Corp.", { ...x, from: "2026-09-01T00:00:00Z", to: "2026-09-06T23:59:59Z" }),
    row("A2", "X Corp.", { ...x, from: "2026-09-05T00:00:00Z", to: "2026-09-22T23:59:59Z" }),
    row("A3", "Meta Platforms, Inc.", { ...meta, from: "2026-10-02T00:00:00Z", to: "2026-10-05T23:59:59Z" }),
    row("A4", "Meta Platforms, Inc.", { ...meta, from: "2026-10-09T00:00:00Z", to: "2026-10-26T23:59:59Z" }),
    row("A5", "X Corp.", { ...x, from: "2026-11-13T00:00:00Z", to: "2026-11-16T23:59:59Z" }),
  ],
  forecast: {
    text: "Forecast. If preserved on 24 Nov 2026, the records of A1 to A5 are kept until 22 Feb 2027; with one renewal until 23 May 2027. No date of answer is known.",
    sources: ["L21", "L24", "L42"],
  },
};

/** Another pair has other numbers for the same law, and one that nobody worded has none. */
const numbers: Record<SamplePair, Readonly<Record<string, string>>> = {
  "ZA-US": {},
  "US-ZA": { L21: "L38", L42: "F11" },
  "QX-QY": { L21: "tspa.org [V2]", L24: "guidelines of X [V]", L25: "guidelines of Meta [V]", L42: "F11" },
};

function inLawOf<T>(pair: SamplePair, value: T): T {
  const look = (item: unknown): unknown => {
    if (typeof item === "string") return numbers[pair][item] ?? item;
    if (Array.isArray(item)) return item.map(look);
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, child]) => [key, look(child)]));
  };
  return look(value) as T;
}

const national = "SAPS National Instruction 3 of 2011 (nca247.org.za and a circulated extract) [V2]";

const sampleRefusal: NonNullable<PacketSnapshotInput["refusal"]> = {
  code: "RF-1",
  step: "Report at a police station",
  office: "Voorbeeldfontein station",
  officer: "Constable Example",
  forceNumber: "0000002-2",
  at: "2026-11-16T08:15:00Z",
  zone: "Africa/Johannesburg",
  words: "This is not serious enough for a docket",
  witnesses: "Recorded. Who they are is in the sealed annex.",
  asked: {
    text: "The client asked for this step: Report at a police station. It ends with a number: CAS number.",
    sources: ["case record"],
  },
  needsAuthority: "Complaint to the Civilian Secretariat",
  basis: [
    { text: "A member must take a comprehensive affidavit.", sources: [national] },
    { text: "Not knowing the suspect’s name, or “not serious enough”, is no ground for refusal.", sources: [national] },
  ],
  proof: "E-02",
  rungs: [
    {
      ...rung("Shift or Community Service Centre commander, on the spot", "before", "Same day"),
      key: "shift-commander",
      left: { on: "2026-11-17", why: "The commander on duty gave no answer." },
    },
    {
      ...rung("Station commander, in writing", "here", "3 working days, our default"),
      key: "station-commander",
      since: "2026-11-17",
      paper: "D-03",
      due: "2026-11-20",
    },
    rung("Cluster or district commander, provincial complaints co-ordinator", "next", "7 days, our default"),
    rung("Civilian Secretariat for Police Service", "next", "Acknowledged in writing within 5 working days"),
  ],
  authority: null,
};

function rung(title: string, state: "before" | "here" | "next", clock: string) {
  const who =
    state === "here"
      ? "this office"
      : state === "before"
        ? "no complaint recorded as sent"
        : "the client, or us with written authority";
  return {
    title,
    who,
    state,
    since: null,
    due: null,
    note: `Name, date and time, and the statement. ${clock}.`,
    sources: ["fishhoekcpf.co.za; unisasapplication.co.za [V2]", "Our own rule [G]"],
  };
}

const statementPapers: NonNullable<PacketSnapshotInput["papers"]> = [
  {
    code: "D-01",
    title: "Sworn statement",
    kind: "sworn_statement",
    state: "sworn",
    version: 3,
    finalOn: "2026-10-11",
    swornOn: "2026-10-12",
    sentOn: null,
    exhibit: "E-03",
    annexures: ["E-01", "E-02"],
    about: "statement",
  },
  {
    code: "D-02",
    title: "Letter to the station",
    kind: "follow_up_letter",
    state: "draft",
    version: 1,
    finalOn: null,
    swornOn: null,
    sentOn: null,
    exhibit: null,
  },
];

const complaint: NonNullable<PacketSnapshotInput["papers"]>[number] = {
  code: "D-03",
  title: "Complaint to the station commander",
  kind: "refusal_complaint",
  state: "final",
  version: 2,
  finalOn: "2026-11-17",
  swornOn: null,
  sentOn: "2026-11-17",
  exhibit: null,
  about: "refusal",
  rung: "station-commander",
  text: {
    addressee: ["The station commander", "Voorbeeldfontein"],
    title: "Complaint: a report was not taken",
    parts: [
      { p: "numbered", text: "Client RK-27 came to the station on 16 November 2026 to report threats." },
      { p: "numbered", text: "Constable Example (0000002-2) said: “This is not serious enough for a docket”." },
      { p: "heading", text: "What is asked" },
      { p: "text", text: "Please take the statement, register the matter and give the CAS number." },
      { p: "signature", who: "For the client", blanks: ["Signature", "Date"] },
    ],
  },
};
