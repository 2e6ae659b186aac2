import { houseLaw, type Law } from "@/lib/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/jurisdictions/types";
import { rolesIn } from "@/lib/packets/rules";
import type { ReceiverRole } from "@/lib/packets/types";
import { formatDate, plural } from "@/lib/platform/format";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { whatMustComeOut } from "@/lib/releases/rules";
import type { AtTheDoor } from "@/lib/releases/types";
import { eventLabels } from "./labels";
import type { Door, HandoverEventName, InboxItem } from "./types";

/**
 * Numbers that an officer or authority gives: what the steps of the playbooks produce that we may not send ourselves,
 * and the docket number, which is read apart from a book entry.
 */
export function numberKinds(law: Law = houseLaw): ReferenceKind[] {
  const steps = law.playbooks.flatMap((playbook) => Object.values(playbook.steps));
  const official = new Set(steps.filter((step) => !step.sendableByUs).flatMap((step) => step.produces.references));
  const isDocket = ({ parser }: ReferenceKind) => parser.shape === "station_serial" && parser.notA.length > 0;
  return law.referenceKinds.filter((kind) => isDocket(kind) || official.has(kind.key) || kind.key === "other");
}

/** Opening a page again soon after is the same reading, so it is not logged twice. */
const sameReadingMs = 30 * 60 * 1000;

export function isNewReading(lastOpenedAt: Date | null, now: Date): boolean {
  return lastOpenedAt === null || now.getTime() - lastOpenedAt.getTime() > sameReadingMs;
}

export type OfficerFacts = { name: string; rank: string; agency: string; unit: string };
type MeantFor = { recipient: string; recipientRole: ReceiverRole | null };

/** The offices that an officer holds, as the words of rank, agency and unit say. */
export function rolesOfOfficer({ rank, agency, unit }: OfficerFacts): ReceiverRole[] {
  return rolesIn(`${rank} ${agency} ${unit}`);
}

/** Whether a release names this officer. An older one without an office may name the unit instead. */
export function namesOfficer({ recipient, recipientRole }: MeantFor, { name, unit }: OfficerFacts): boolean {
  const said = recipient.toLowerCase();
  return (recipientRole ? [name] : [name, unit]).some((part) => part.length > 3 && said.includes(part.toLowerCase()));
}

/** Stands beside the offices of a release that means an officer by name. */
const byName = "by name";

/** What no release lets this officer have of a packet. @param identity whether the sealed annex is to go along */
export function atTheDoor(door: Door, officer: OfficerFacts, identity: boolean): AtTheDoor {
  const releases = door.releases.map((release) =>
    namesOfficer(release, officer) ? { ...release, roles: [...release.roles, byName] } : release,
  );
  const { exhibits, day } = door;
  return whatMustComeOut({ releases, roles: [...rolesOfOfficer(officer), byName], exhibits, identity, day });
}

/** The standing release that lets this officer have the annex for the longest time. */
export function annexRelease(door: Door, { standing }: AtTheDoor): Door["releases"][number] | null {
  const fit = door.releases.filter((release) => release.identity && standing.includes(release.code));
  return fit.toSorted((a, b) => b.ends.getTime() - a.ends.getTime())[0] ?? null;
}

const whyEnded = { revoked: "was revoked on", expired: "ended on", not_yet: "counts only from" } as const;

/** Why a packet cannot go to an officer, in plain words; null when it can. Names what has to come out. */
export function whyNotThrough(at: AtTheDoor): string | null {
  const ended = at.ended.map(({ code, why, on }) => `${code} ${whyEnded[why]} ${formatDate(on)}.`);
  if (at.standing.length === 0)
    return ["No release is valid for this officer today, so nothing of it may leave.", ...ended].join(" ");
  if (at.exhibits.length === 0) return null;
  const said = `No release lets this officer have ${at.exhibits.join(", ")}.`;
  return [said, ...ended, "Take them out in the next version, or record a release first."].join(" ");
}

/** Why the annex cannot go along; null when it can. */
export function whyNoAnnex(at: AtTheDoor): string | null {
  if (!at.identity) return null;
  const ended = at.ended.map(({ code, why, on }) => `${code} ${whyEnded[why]} ${formatDate(on)}.`);
  return ["No release lets this officer know who and where the client is.", ...ended].join(" ");
}

/** A packet that was taken back stays listed, and its file is closed. */
export function isReadable(item: Pick<InboxItem, "status">): boolean {
  return item.status === "approved" || item.status === "handed_over";
}

export type CertificateFacts = {
  id: string;
  organisation: string;
  code: string;
  version: number;
  kind: string;
  sha256: string | null;
  pages: number | null;
  /** Instants as they are printed, in both zones. Null: it did not happen. */
  approved: string | null;
  withdrawn: string | null;
  made: string;
  madeAt: Date;
  deliveredBy: string;
  officer: OfficerFacts & { forceNumber: string };
  parts: readonly { label: string; sha256: string }[];
  events: readonly { event: HandoverEventName; note: string | null; when: string }[];
};

/** The certificate of one handover: what the ledger holds, in its order, and blanks for whoever attests to it. */
export function planCertificate(facts: CertificateFacts): DocumentPlan {
  const { code, version, organisation, made } = facts;
  const blocks: Block[] = [
    { b: "section", short: "Certificate of handover" },
    { b: "paperTitle", text: "Certificate of handover" },
    {
      b: "text",
      text: `Made from the record of ${organisation} on ${made}. It says what the record holds about one handover in the portal. Lines of that ledger are added and never changed or removed.`,
    },
    {
      b: "table",
      columns: [{ mm: 46 }, { mm: 124 }],
      rows: headOf(facts).map(([name, value]) => ({ cells: [[strong(name)], value] })),
    },
    { b: "h3", title: "Files that were given, and their SHA-256" },
    {
      b: "table",
      columns: [
        { mm: 46, head: "File" },
        { mm: 124, head: "SHA-256" },
      ],
      rows: facts.parts.map(({ label, sha256 }) => ({ cells: [label, [mono(sha256)]] })),
    },
    ...doneAndSigned(facts),
  ];
  const foot = `${code}-v${version}, certificate of handover`;
  return {
    blocks,
    head: { left: code, leftRest: ` · version ${version}`, right: "CERTIFICATE" },
    foot,
    meta: {
      title: foot,
      author: organisation,
      language: "en-ZA",
      at: facts.madeAt,
      id: Buffer.from(facts.id.replaceAll("-", ""), "hex"),
    },
  };
}

/** The signature never stands on a page without a line of what it certifies, unless the ledger is long. */
function doneAndSigned({ events }: CertificateFacts): Block[] {
  const done: Block[] = [
    { b: "h3", title: "What was done, oldest first" },
    {
      b: "table",
      columns: [
        { mm: 70, head: "What" },
        { mm: 100, head: "When" },
      ],
      rows: events.map(({ event, note, when }) => ({ cells: [eventWords(event, note), when] })),
    },
  ];
  const signed: Block[] = [
    { b: "h3", title: "Certified by" },
    {
      b: "fields",
      rows: [
        [{ label: "Name" }, { label: "Capacity" }],
        [{ label: "Place and date" }, { label: "Signature" }],
      ],
    },
  ];
  if (events.length <= 12) return [{ b: "keep", blocks: [...done, ...signed] }];
  return [...done, { b: "keep", blocks: signed }];
}

function headOf(facts: CertificateFacts): (readonly [string, Rich])[] {
  const { officer, events } = facts;
  const first = (event: HandoverEventName) => events.find((one) => one.event === event)?.when ?? "Not in the record";
  return [
    ["Packet", `${facts.code}, version ${facts.version}. ${facts.kind}`],
    ["Served part", facts.pages ? plural(facts.pages, "page") : "Not in the record"],
    ["SHA-256 of the served part", facts.sha256 ? [mono(facts.sha256)] : "Not in the record"],
    ["Approved", facts.approved ?? "Not in the record"],
    ["Handed over by", facts.deliveredBy],
    [
      "Handed over to",
      `${officer.rank} ${officer.name}, force number ${officer.forceNumber}, ${officer.agency} ${officer.unit}`,
    ],
    ["Handed over", first("delivered")],
    ["First opened", first("opened")],
    ["First downloaded", first("downloaded")],
    ["Receipt acknowledged", first("acknowledged")],
    ...(facts.withdrawn ? [["Withdrawn", facts.withdrawn] as const] : []),
  ];
}

/** The note of our own acts says which file it was. What an officer wrote in words of their own is not printed. */
function eventWords(event: HandoverEventName, note: string | null): string {
  const ours = event === "delivered" || event === "opened" || event === "downloaded";
  return ours && note ? `${eventLabels[event]}. ${note}` : eventLabels[event];
}
