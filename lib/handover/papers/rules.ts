import { byLink } from "@/lib/handover/first-contact/labels";
import type { HandoverEventName } from "@/lib/handover/handovers/types";
import { sha256 } from "@/lib/platform/crypto/crypto";
import type { PaperKind } from "./types";

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
export function chained<L extends Line>(handoverId: string, lines: readonly L[]): (L & { hash: string })[] {
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
