import { createHash } from "node:crypto";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { type PacketSnapshot, type PacketSnapshotInput, snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { pairs, references, request } from "./sample-request-us-za";

type Part<K extends keyof PacketSnapshotInput> = NonNullable<PacketSnapshotInput[K]>;

const builtAt = "2026-11-24T15:40:00Z";
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

const act = (
  code: string,
  at: string,
  account: string,
  words: string,
  exhibits: string[],
  tags: Part<"incidents">[number]["tags"],
): Part<"incidents">[number] => ({
  code,
  at,
  account,
  kind: "direct message",
  words,
  language: "English",
  exhibits,
  statements: ["ST 4"],
  tags,
  key: code === "I-1",
});

const incidents: Part<"incidents"> = [
  act(
    "I-1",
    "2026-10-06T17:10:44Z",
    "A1",
    "I know your house in Examplebury. I will have your legs broken.",
    ["E-01"],
    ["violence"],
  ),
  act(
    "I-2",
    "2026-10-19T20:31:05Z",
    "A2",
    "Blocked again? I know you are scared. You should be.",
    ["E-02"],
    ["fear", "contact"],
  ),
  act(
    "I-3",
    "2026-11-09T18:02:51Z",
    "A2",
    "Next month I fly over and I will break your jaw myself.",
    ["E-03"],
    ["violence", "contact"],
  ),
];

const events: Part<"events"> = [
  {
    code: "C-1",
    at: "2026-10-08T13:00:00Z",
    what: "The client wrote to A1: “Stop writing to me. I am afraid of you.” The client then blocked A1.",
    sources: ["E-02", "ST 5"],
    knowledge: true,
  },
  {
    code: "C-2",
    at: "2026-10-21T15:30:00Z",
    what: "The client reported to the police of Examplebury and got a report number.",
    sources: ["R-2"],
  },
];

const accounts: Part<"accounts"> = [
  {
    code: "A1",
    platform: "X",
    provider: { entity: "X Corp.", law: ["L24"] },
    platformId: "2999000000000000201",
    idReadFrom: "saved profile page, E-01 file 2",
    handles: [{ handle: "@veld_example_one", from: "2026-10-06", to: "2026-10-08" }],
    displayNames: ["veld"],
    location: "“Gqeberha” shown on profile (E-01)",
    link: { confidence: "first", text: "First account seen." },
    shownBy: ["E-01"],
  },
  {
    code: "A2",
    platform: "Instagram",
    provider: { entity: "Meta Platforms, Inc.", law: ["L25"] },
    platformId: "99999999900000401",
    idReadFrom: "message export, E-03",
    handles: [{ handle: "veld.example.two", from: "2026-10-19", to: "2026-11-09" }],
    displayNames: ["v"],
    link: { confidence: "medium", text: "“Blocked again?” (E-02), eleven days after A1 was blocked." },
    shownBy: ["E-02", "E-03"],
  },
];

const captured = ["2026-10-07T09:12:00Z", "2026-10-20T08:00:00Z", "2026-11-10T07:41:00Z", "2026-10-21T16:00:00Z"];
const titles = [
  "Direct message from A1 (I-1), and profile page",
  "Direct message from A2 (I-2), and the stop message (C-1)",
  "Direct message from A2 (I-3), message export",
  "Police report of Examplebury (R-2)",
];

const exhibits: Part<"exhibits"> = titles.map((title, i) => ({
  code: `E-0${i + 1}`,
  title,
  shows: i < 3 ? [`I-${i + 1}`] : [],
  capturedAt: captured[i] ?? builtAt,
  method: i === 3 ? "scan" : "phone screenshot",
  collector: "Client",
  device: i === 3 ? "workstation WS-01" : "client’s phone",
  timeSource: "the phone’s clock was compared with a time server on 20 October 2026",
  received: "20 Oct 2026 by S-03",
  language: "English",
  files: [{ no: 1, name: `e-0${i + 1}-1.png`, kind: "original", bytes: 15002 + i, sha256: sha(`us-za E-0${i + 1}`) }],
  custody: ["collected", "received", "hashed", "viewed"].map((action, no) => ({
    no: no + 1,
    action,
    at: new Date(Date.parse(captured[i] ?? builtAt) + no * 3_600_000).toISOString(),
    by: no === 0 ? "Client" : "S-03",
    hash: sha(`us-za ${i} ${no}`),
  })),
  rehashed: { at: builtAt, same: true },
  minor: false,
  pageNote: "file 1, reduced to fit the page",
}));

const draft: PacketSnapshotInput = {
  packet: {
    no: "CD-2026-0201",
    version: 1,
    builtAt,
    preparedBy: "S-03",
    specimen: true,
    approval: { by: "S-04", at: "2026-11-24T15:20:00Z" },
  },
  org: { name: "Examplebury Safe Online Center", liaisonEmail: "packet@safe.example", liaisonPhone: "+1 555 0100 147" },
  officer: {
    rank: "Special Agent",
    agency: "FBI",
    unit: "Example Field Office",
    forceNumber: null,
    release: "REL-4",
  },
  receivers: [
    { role: "investigating_officer", name: "Special agent, FBI field office, Examplebury" },
    { role: "prosecutor", name: "Assistant US Attorney" },
    { role: "central_authority", name: "Office of International Affairs, US Department of Justice" },
  ],
  zones: {
    home: "America/New_York",
    other: {
      zone: "Africa/Johannesburg",
      name: "South Africa Standard",
      reason: { text: "A1 showed “Gqeberha” on its profile.", sources: ["E-01"] },
    },
  },
  case: {
    clientCode: "MB-11",
    pair: "US-ZA",
    homeCountry: "United States",
    otherCountry: "South Africa",
    homeDemonym: "US",
    otherDemonym: "South African",
    matter: "Threats of violence on X and Instagram",
    stage: {
      text: "Stage on the day of this version: open investigation. No person has been charged, as far as this organisation was told.",
      sources: ["R-1"],
    },
    screened: true,
    clientFacts: [{ text: "The client is an adult who lives in the United States.", sources: ["ST 1"] }],
    subjectIdentity: {
      text: "Subject 1 (alleged): name, date of birth, nationality and address not known. A1 showed “Gqeberha”. That was not confirmed.",
      sources: ["E-01"],
    },
  },
  statements: [{ code: "ST", what: "A declaration was", swornOn: "2026-10-22", place: "Examplebury" }],
  references,
  incidents,
  events,
  accounts,
  charges: [
    { provision: "18 USC 875(c)", maximum: "5 years", inForceFrom: null, sources: ["L8", "L12"] },
    { provision: "18 USC 2261A(2)", maximum: "5 years", inForceFrom: null, sources: ["L10"] },
  ],
  dropped: [
    { provision: "Crimen injuria", reason: "insult alone; not relied on", source: "L18" },
    { provision: "Protection from Harassment Act, breach of an order", reason: "no order is known", source: "L17" },
  ],
  pairs,
  request,
  exhibits,
  releases: [
    {
      code: "REL-1",
      receiver: "FBI; US Attorney’s Office; onward to the Office of International Affairs and South Africa",
      roles: ["investigating_officer", "prosecutor", "central_authority", "other_side"],
      officers: [{ id: "01900000-0000-7000-8000-00000000000c", office: "Special Agent, FBI, Example Field Office" }],
      items: "E-01 to E-04; the declaration",
      exhibits: ["E-01", "E-02", "E-03", "E-04"],
      signedOn: "2026-11-16",
      expiresOn: "2026-12-16",
      crossBorderBasis: "consent of the client",
    },
  ],
};

const reasons: Record<string, string> = {
  "M-21": "Section 2.9 says what the record shows; the prosecutor states the day.",
  "M-22": "The agent was asked today to have A2 preserved.",
};

/** The invented case of the other direction: the client in the United States, the subject in South Africa. */
export function sampleSnapshotUsZa(change: Partial<PacketSnapshotInput> = {}): PacketSnapshot {
  const snapshot = snapshotSchema.parse({ ...draft, ...change });
  const results = runPreflight(snapshot).map((line) => {
    const reason = line.result === "fail" ? reasons[line.id] : undefined;
    return reason ? { ...line, override: { by: "S-04", at: "2026-11-24T15:18:00Z", reason } } : line;
  });
  return { ...snapshot, preflight: { checkedAt: "2026-11-24T15:19:00Z", checklistVersion: 3, results } };
}
