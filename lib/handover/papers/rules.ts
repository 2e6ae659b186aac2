import { byLink } from "@/lib/handover/first-contact/labels";
import type { HandoverEventName } from "@/lib/handover/handovers/types";
import { groupFingerprint } from "@/lib/packets/signatures/rules";
import { sha256 } from "@/lib/platform/crypto/crypto";
import type { Block } from "@/lib/platform/pdf/blocks";
import { mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { plural } from "@/lib/platform/text/format";
import type { HandoverFacts, PaperFacts, PaperKind } from "./types";

type Packet = { code: string; version: number };
type Line = { id: string; event: HandoverEventName; at: Date; by: string | null; note: string | null };

/** The verifier knows such papers by these names too: `parts/verifier/check-papers.mjs`. */
export function paperName({ code, version }: Packet, paper: PaperKind, number: number): string {
  const end = { certificate: `handover-${number}`, receipt: `receipt-${number}`, slip: "receipt-slip" };
  return `${code}-v${version}-${end[paper]}.pdf`;
}

/** To which packet it belongs, for the verifier: the list of files by its hash, so no other packet fits. */
export function relationOf({ code, version }: Packet, paper: PaperKind, manifestSha256: string): string {
  return `crossdocket:${paper} ${code} v${version} manifest.json sha256:${manifestSha256}`;
}

/** Each line is hashed with all before it, starting with the handover itself: a changed or missing line is detected. */
export function chained<T extends Line>(handoverId: string, lines: readonly T[]): (T & { hash: string })[] {
  let before = sha256(handoverId).toString("hex");
  return lines.map((line) => {
    const { id, event, at, by, note } = line;
    before = sha256(JSON.stringify([before, id, event, at.toISOString(), by, note])).toString("hex");
    return { ...line, hash: before };
  });
}

/**
 * The line that a paper ends with: the one that was asked for, or else what it certifies. Null if it did not happen.
 */
export function lastLineOf<L extends Pick<Line, "id" | "event">>(
  paper: PaperKind,
  lines: readonly L[],
  throughId?: string,
): L | null {
  const event = paper === "receipt" ? "acknowledged" : "delivered";
  if (paper === "certificate" && throughId) return lines.find(({ id }) => id === throughId) ?? null;
  return lines.find((line) => line.event === event) ?? null;
}

/** Whether the sealed annex had been given by these lines: a handover without it has no note, or says how it went. */
export function annexGivenBy(lines: readonly Pick<Line, "event" | "note">[]): boolean {
  return lines.some(({ event, note }) => event === "delivered" && note !== null && note !== byLink);
}

/** What a reader of the signature is shown. */
export const paperTitles: Record<PaperKind, string> = {
  certificate: "Certificate of handover",
  receipt: "Receipt",
  slip: "Receipt slip",
};

/** What the packet is. Its list of files, by hash, says which files they are. */
export function packetRows({ code, version, kind, pages, manifestSha256 }: PaperFacts): (readonly [string, Rich])[] {
  const size = pages ? `. ${plural(pages, "page")}` : "";
  return [
    ["Packet", [strong(code), `, version ${version}. ${kind}${size}`]],
    ["SHA-256 of manifest.json", [mono(manifestSha256)]],
  ];
}

export function officerWords({ officer }: Pick<HandoverFacts, "officer">): string {
  const { rank, name, forceNumber, agency, unit } = officer;
  return `${rank} ${name}, force number ${forceNumber}, ${agency} ${unit}`;
}

export function whenFirst({ events }: Pick<HandoverFacts, "events">, event: HandoverEventName): string {
  return events.find((entry) => entry.event === event)?.when ?? "None recorded";
}

/** What became of the version since. */
export function standingRows({ withdrawn, replaced }: HandoverFacts): (readonly [string, Rich])[] {
  if (withdrawn) return [["Withdrawn", withdrawn]];
  return replaced ? [["Superseded", `By version ${replaced.version}, approved ${replaced.on}`]] : [];
}

/** The handover took place, whatever became of the version. */
export function standingNote({ withdrawn, replaced }: HandoverFacts): Block[] {
  if (!withdrawn && !replaced) return [];
  const what = withdrawn ? "This version has been withdrawn" : "This version has been superseded";
  return [{ b: "text", text: [strong(`${what}; do not act on it. `), "The handover took place as stated here."] }];
}

export function filesOf({ parts }: Pick<HandoverFacts, "parts">): Block[] {
  return [
    { b: "h3", title: "Files handed over" },
    {
      b: "table",
      columns: [
        { mm: 46, head: "File" },
        { mm: 124, head: "SHA-256" },
      ],
      rows: parts.map((part) => ({ cells: [part.label, [mono(part.sha256)]] })),
    },
  ];
}

export function rowsOf(rows: readonly (readonly [string, Rich])[]): Block {
  return {
    b: "table",
    columns: [{ mm: 46 }, { mm: 124 }],
    rows: rows.map(([name, value]) => ({ cells: [[strong(name)], value] })),
  };
}

/** Who signed it electronically, and how anybody checks that. */
export function signedBlocks({ organisation, signer, name }: PaperFacts): Block[] {
  const fingerprint: Rich = [
    mono(groupFingerprint(signer).join(" ")),
    " (SHA-256). Confirm it by telephone, on a number that you already hold.",
  ];
  return [
    { b: "h3", title: "Electronic signature" },
    rowsOf([
      ["Signed by", organisation],
      ["Certificate fingerprint", fingerprint],
      [
        "To verify",
        `Place this file and ${name}.p7s in the folder of the packet and open verify.html there. No network is needed.`,
      ],
    ]),
  ];
}
