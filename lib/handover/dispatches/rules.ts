import type { ReleaseCheck } from "@/lib/handover/handovers/types";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { check, mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { qrCode } from "@/lib/platform/qr";
import { plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";

/**
 * The release check as of the day something left: an officer removed later was still named then, a release revoked
 * later was still in force.
 */
export function releaseCheckOn(door: ReleaseCheck, day: CivilDate): ReleaseCheck {
  const releases = door.releases.map((release) => ({
    ...release,
    revokedOn: release.revokedOn !== null && release.revokedOn > day ? null : release.revokedOn,
    takenOff: release.takenOff.filter(({ on }) => on <= day),
  }));
  return { ...door, day, releases };
}

/** Why a version cannot have left at this instant; null when it can. Forms know minutes, so the day of approval is cut. */
export function whyNotThen(sentAt: Date, approvedAt: Date | null, now: Date): string | null {
  if (sentAt > now) return "That time is in the future.";
  const minute = 60_000;
  if (!approvedAt || sentAt.getTime() < approvedAt.getTime() - (approvedAt.getTime() % minute))
    return "This version was not approved yet at that time.";
  return null;
}

export type ReceiptFacts = {
  code: string;
  version: number;
  kind: string;
  sha256: string;
  pages: number | null;
  parts: readonly { label: string; pages: number | null }[];
  organisation: string;
  /** E-mail and phone of the organisation, if known. */
  desk: readonly string[];
  /** The URL where the packet can be verified, with its number and check word. */
  verify: string;
  at: Date;
  /** Of the packet: the same version is the same file. */
  id: string;
};

/** The receipt slip: what is handed over, blanks for the recipient, and a QR code of the verification URL. */
export function planReceipt(facts: ReceiptFacts): DocumentPlan {
  const { code, version, kind, organisation } = facts;
  const rows: readonly (readonly [string, Rich])[] = [
    ["Packet", [strong(code), `, version ${version}. ${kind}`]],
    ["Served part", plural(facts.pages ?? 0, "page")],
    ["SHA-256 of the served part", [mono(facts.sha256)]],
  ];
  const qr = qrCode(facts.verify);
  const blocks: Block[] = [
    { b: "section", short: "Receipt" },
    { b: "paperTitle", text: "Receipt for a packet handed over on paper" },
    {
      b: "table",
      columns: [{ mm: 46 }, { mm: 124 }],
      rows: rows.map(([name, value]) => ({ cells: [[strong(name)], value] })),
    },
    {
      b: "table",
      columns: [
        { mm: 120, head: "Handed over: tick each" },
        { mm: 50, head: "Pages" },
      ],
      rows: facts.parts.map((part) => ({ cells: [[check(part.label)], part.pages ? String(part.pages) : ""] })),
    },
    { b: "h3", title: "Received by" },
    {
      b: "fields",
      rows: [
        [{ label: "Name" }, { label: "Rank" }],
        [{ label: "Force or staff number" }, { label: "Station or office" }],
        [{ label: "Date and time" }, { label: "Signature" }],
        [{ label: "Handed over by (name)" }, { label: "Signature" }],
      ],
    },
    { b: "text", text: `A signed copy goes back to ${[organisation, ...facts.desk].join(", ")}.` },
    ...(qr ? [codeBlock(qr, facts)] : []),
  ];
  return {
    blocks,
    head: { left: code, leftRest: ` · version ${version}`, right: "RECEIPT" },
    foot: `${code}-v${version}, receipt`,
    meta: {
      title: `${code}-v${version}, receipt`,
      author: organisation,
      language: "en-ZA",
      at: facts.at,
      id: idOf(facts.id),
    },
  };
}

function codeBlock(rows: readonly (readonly boolean[])[], { verify }: ReceiptFacts): Block {
  const [address = "", printed = ""] = verify.split("#");
  const [number = "", word = ""] = printed.split("/");
  const text: Rich = [
    strong("Check this packet. "),
    `Open ${address} and enter ${number} and the check word ${word}: it shows the SHA-256 of each approved version and whether it was withdrawn or replaced. The code holds this address, this number and this word, and nothing else.`,
  ];
  return { b: "code", rows, mm: 30, text };
}

function idOf(id: string): Uint8Array {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** Where an office as free text, and a tracking or receipt number, are encrypted. */
export const officePlace = (row: string) => ({ table: "dispatches", column: "office", row });

export const proofPlace = (row: string) => ({ table: "dispatches", column: "proof", row });
