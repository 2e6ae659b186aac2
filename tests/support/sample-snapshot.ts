import { createHash } from "node:crypto";
import sharp from "sharp";
import { unpackFace } from "@/lib/operations/demo/unpack-face";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { pageOfBytes } from "@/lib/packets/packets/sections/exhibits/page-of-bytes";
import {
  type PacketSnapshot,
  type PacketSnapshotInput,
  type PreparedExhibit,
  snapshotSchema,
} from "@/lib/packets/packets/snapshot/snapshot";
import { sampleCharges, sampleDropped, samplePairs, sampleRequest } from "./sample-law";
import { sampleAccounts, sampleEvents, sampleIncidents, sampleReferences } from "./sample-packet-case";

const builtAt = "2026-11-24T09:40:00Z";
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

const titles = [
  ["E-01", "Public reply by A1 (I-1), and profile page", "I-1", "2026-09-08T07:12:05Z"],
  ["E-02", "Direct message from A1 (I-2)", "I-2", "2026-09-04T19:10:48Z"],
  ["E-03", "Client’s stop message to A1 and block notice (C-1)", "C-1", "2026-09-05T17:33:02Z"],
  ["E-04", "Direct message from A2 (I-3)", "I-3", "2026-09-06T06:01:17Z"],
  ["E-05", "Public post by A2 after rename (I-4), and profile page", "I-4", "2026-09-21T11:40:33Z"],
  ["E-06", "Direct message from A3 (I-5)", "I-5", "2026-10-03T21:55:09Z"],
  ["E-07", "Direct message from A4 with image (I-6); image area masked", "I-6", "2026-10-10T18:26:51Z"],
  ["E-08", "Direct message from A4 (I-7)", "I-7", "2026-10-24T05:20:30Z"],
  ["E-09", "Direct message from A5 (I-8), and profile page", "I-8", "2026-11-15T06:48:14Z"],
  ["E-10", "Instagram message export of client’s own account, threads with A3 and A4", "I-5", "2026-11-20T09:15:00Z"],
] as const;

const actions = ["collected", "received", "hashed", "copied", "viewed", "exported"];

function exhibit([code, title, shows, at]: (typeof titles)[number]): NonNullable<
  PacketSnapshotInput["exhibits"]
>[number] {
  const sealed = code === "E-07";
  const kind = code === "E-10" ? "json" : "png";
  return {
    code,
    title,
    shows: [shows],
    capturedAt: at,
    method: code === "E-10" ? "provider’s export function" : "phone screenshot",
    collector: code === "E-10" ? "Client, with S-07" : "Client",
    device: code === "E-10" ? "workstation WS-02" : "client’s phone",
    timeSource:
      "the phone’s clock was compared with a time server on 8 September 2026 and differed by less than one second",
    received: "8 Sep 2026, 10:02 SAST by S-07",
    files: [
      {
        no: 1,
        name: `${code.toLowerCase()}-1.${kind}`,
        kind: sealed ? "original, sealed" : "original",
        bytes: 15383,
        sha256: sha(code),
      },
      ...(sealed
        ? [{ no: 2, name: "e-07-1-masked.png", kind: "masked copy", bytes: 21591, sha256: sha("masked") }]
        : []),
    ],
    custody: actions.map((action, i) => ({
      no: i + 1,
      action,
      at: new Date(Date.parse(at) + i * 3_600_000).toISOString(),
      by: i === 0 ? "Client" : "S-07",
      hash: sha(`${code}${i}`),
    })),
    rehashed: { at: builtAt, same: true },
    sealed,
    minor: false,
    pageNote:
      code === "E-10"
        ? "a message export has no picture; the file itself is attached"
        : "file 1, reduced to fit the page",
  };
}

const draft: PacketSnapshotInput = {
  packet: {
    no: "CD-2026-0147",
    version: 2,
    builtAt,
    preparedBy: "S-07",
    specimen: true,
    preservationBriefing: "CD-2026-0149",
    supersedes: { version: 1, builtAt: "2026-11-09T08:15:00Z", handover: "handover record HO-2" },
    approval: { by: "S-02", at: "2026-11-24T09:32:00Z" },
  },
  org: {
    name: "Marula Digital Safety Advice Centre",
    liaisonEmail: "packet@marula.example",
    liaisonPhone: "+27 00 000 0147",
  },
  officer: {
    rank: "Warrant Officer",
    agency: "SAPS",
    unit: "Voorbeeldfontein",
    forceNumber: "0000000-0",
    release: "REL-4",
  },
  receivers: [
    { role: "investigating_officer", name: "Investigating officer, SAPS Voorbeeldfontein" },
    { role: "prosecutor", name: "Prosecutor" },
    {
      role: "central_authority",
      name: "Central authority: Director-General, Department of Justice and Constitutional Development",
    },
  ],
  zones: {
    home: "Africa/Johannesburg",
    other: {
      zone: "America/New_York",
      name: "US Eastern",
      reason: { text: "A1 showed “Columbus, Ohio” on its profile.", sources: ["E-01"] },
    },
  },
  case: {
    clientCode: "RK-27",
    pair: "ZA-US",
    matter: "Threats of violence on X and Instagram",
    stage: {
      text: "Stage on the day of this version: investigation, officer named on 26 October 2026. No person has been arrested or charged, as far as this organisation was told.",
      sources: ["R-2", "C-8"],
    },
    screened: true,
    danger: {
      asked: true,
      acts: [{ incident: "I-8", at: "2026-11-14T23:12:27Z", words: ["My ticket is booked."] }],
      answer: "serious",
      assessedAt: "2026-11-16T07:10:00Z",
      assessedBy: "S-07",
      reason: "A journey is named, and no date, flight or place.",
      steps: [{ what: "The station was told, and the client stays elsewhere", at: "2026-11-16T07:40:00Z" }],
      reviewOn: "2026-12-01",
    },
    clientFacts: [
      {
        text: "The client is an adult who lives in South Africa. No name for Subject 1 is known, and the client says they have never met.",
        sources: ["ST 2", "ST 6"],
      },
    ],
    harm: [
      {
        text: "The client states that the messages led to nine nights away from home and a changed route to work.",
        sources: ["ST 19", "ST 20"],
      },
    ],
    subjectIdentity: {
      text: "Subject 1 (alleged): name, date of birth, nationality and address not known. A1 showed “Columbus, Ohio”; in I-5 the sender wrote “six hours behind you”. Neither has been confirmed.",
      sources: ["E-01", "I-5", "E-06"],
    },
    urgent: [
      {
        text: "No preservation reference is recorded for any account. I-1 turns 90 days old on 1 December 2026. X keeps IP logs very briefly. In I-8 the sender wrote that a ticket was booked; no date or flight was given.",
        sources: ["R-8", "R-9", "I-1", "I-8", "L24"],
      },
    ],
    weak: [
      {
        text: "That the sender is in the United States rests on a profile line and a remark. That A3, A4 and A5 belong to the same person as A1 rests on their own words. The image has not been examined.",
        sources: ["E-01", "I-5", "section 6", "ST 17"],
      },
    ],
  },
  statements: [
    { code: "ST", what: "A statement was", swornOn: "2026-10-12", place: "Voorbeeldfontein SAPS" },
    { code: "ST2", what: "A supplementary statement was", swornOn: "2026-11-16", place: "Voorbeeldfontein SAPS" },
  ],
  references: sampleReferences,
  incidents: sampleIncidents,
  events: sampleEvents,
  accounts: sampleAccounts,
  charges: sampleCharges,
  dropped: sampleDropped,
  pairs: samplePairs,
  request: sampleRequest,
  exhibits: titles.map(exhibit),
  releases: [
    {
      code: "REL-4",
      receiver: "Investigating officer, Voorbeeldfontein",
      roles: ["investigating_officer"],
      officers: [{ id: "01900000-0000-7000-8000-00000000000a", office: "Warrant Officer, SAPS, Voorbeeldfontein" }],
      items: "E-01 to E-10; both statements",
      exhibits: titles.map(([code]) => code),
      signedOn: "2026-11-20",
      expiresOn: "2026-12-20",
      crossBorderBasis: "consent of the client",
    },
    {
      code: "REL-5",
      receiver: "Prosecutor; central authority; onward to OIA",
      roles: ["prosecutor", "central_authority", "other_side"],
      officers: [{ id: "01900000-0000-7000-8000-00000000000b", office: "State Advocate, NPA, Voorbeeldfontein" }],
      items: "E-01 to E-10 (E-07 masked)",
      exhibits: titles.map(([code]) => code),
      signedOn: "2026-11-20",
      expiresOn: "2026-12-20",
      crossBorderBasis: "consent of the client",
    },
  ],
  changes: [
    { section: "1, 2, 4, 5, 8", change: "Added I-8, account A5 and exhibit E-09", why: "new act, 15 Nov" },
    { section: "8", change: "Added E-10, message export", why: "obtained 20 Nov" },
    { section: "2.2", change: "“extorted” replaced by the words of I-6", why: "claim went beyond the facts" },
  ],
  holders: [
    {
      version: 1,
      holder: "Investigating officer",
      handedOver: "9 Nov 2026, 11:05 SAST",
      state: "acknowledged 9 Nov 2026",
    },
  ],
};

/** The invented case as a whole snapshot, preflight run, one line overridden. */
export function sampleSnapshot(change: Partial<PacketSnapshotInput> = {}): PacketSnapshot {
  const snapshot = snapshotSchema.parse({ ...draft, ...change });
  const results = runPreflight(snapshot).map((line) =>
    line.id === "M-22" && line.result === "fail"
      ? {
          ...line,
          override: {
            by: "S-02",
            at: "2026-11-24T09:30:00Z",
            reason:
              "Preservation can be asked for by police only. Briefing CD-2026-0149 was handed to the investigating officer today.",
          },
        }
      : line,
  );
  return { ...snapshot, preflight: { checkedAt: "2026-11-24T09:31:00Z", checklistVersion: 3, results } };
}

/** A small case, as a newcomer would have it on the first day: two incidents and nothing else. */
export function bareSnapshot(): PacketSnapshot {
  return snapshotSchema.parse({
    packet: { no: "CD-2026-0001", version: 1, builtAt, preparedBy: "S-01" },
    org: { name: "Marula Digital Safety Advice Centre", liaisonEmail: null, liaisonPhone: null },
    zones: { home: "Africa/Johannesburg" },
    case: { clientCode: "AB-01" },
    incidents: [
      { code: "I-1", at: "2026-11-01T10:00:00Z", account: null, kind: "e-mail", words: "I will find you." },
      { code: "I-2", at: "2026-11-03T10:00:00Z", account: null, kind: "phone call", words: null },
    ],
  } satisfies PacketSnapshotInput);
}

/** A picture of a message as a phone would show it, made on the spot; a PNG or a JPEG. */
export async function samplePicture(text: string, kind: "png" | "jpeg"): Promise<Uint8Array> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="960"><rect width="720" height="960" fill="white"/><rect x="24" y="120" width="560" height="120" rx="18" fill="none" stroke="black" stroke-width="2"/></svg>';
  const [message, time] = await Promise.all([text.replace(/[<>&]/g, " "), "20:26"].map(drawLine));
  const image = sharp(Buffer.from(svg))
    .composite([
      { input: message, left: 48, top: 168 },
      { input: time, left: 24, top: 40 },
    ])
    .flatten({ background: "white" })
    .removeAlpha();
  return kind === "png" ? image.png().toBuffer() : image.jpeg().toBuffer();
}

function drawLine(text: string): Promise<Buffer> {
  const line = { text, font: "Noto Sans 13", fontfile: unpackFace(400), dpi: 144, rgba: true };
  return sharp({ text: line }).png().toBuffer();
}

/** A file to attach, as the builder hands it over. */
export function originalOf(
  name: string,
  bytes: Uint8Array,
  mimeType: string,
): NonNullable<PreparedExhibit["original"]> {
  const open = async function* () {
    yield bytes;
  };
  return { name, size: bytes.length, open, mimeType };
}

/** Prepared pages for every exhibit of a snapshot; the export of messages has none. */
export async function samplePrepared(snapshot: PacketSnapshot): Promise<PreparedExhibit[]> {
  return Promise.all(
    snapshot.exhibits.map(async (exhibit, i): Promise<PreparedExhibit> => {
      if (exhibit.code === "E-10")
        return {
          label: exhibit.code,
          pages: [],
          original: originalOf("messages.json", Buffer.from("{}"), "application/json"),
        };
      const kind = i % 2 === 0 ? "png" : "jpeg";
      const bytes = await samplePicture(exhibit.title.slice(0, 34), kind);
      const original = exhibit.sealed ? {} : { original: originalOf(`shot.${kind}`, bytes, `image/${kind}`) };
      return { label: exhibit.code, pages: [pageOfBytes(kind, bytes)], ...original };
    }),
  );
}
