import type { Checklist } from "@/lib/law/jurisdictions/checklist-types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { StorageFault } from "@/lib/platform/storage/storage";
import type { DraftContent } from "./input";
import { placeToCorrect, withoutReason } from "./labels";
import type { PreflightResult } from "./snapshot/snapshot";
import {
  type LetterKey,
  letterPattern,
  type PacketKindKey,
  type PacketPartKey,
  type PacketStatus,
  type PreflightView,
  packetKindKeys,
  packetPartKeys,
  type ReceiverRole,
  receiverRoles,
  stampedCopies,
} from "./types";

/** The field of the line that only approval itself can satisfy. It never blocks approval. */
export const approvalField = "packet.approved_by";

/** The result of a check as stored with the packet and shown: each line with its reason, its source and its link. */
export function viewOf(results: readonly PreflightResult[], { lines }: Checklist): PreflightView[] {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return results.map(({ id, result, reason, field, hard, override }) => {
    const line = lineOf.get(id);
    return {
      id,
      result,
      text: line?.rule ?? id,
      reason,
      field,
      ...(hard ? { hard } : {}),
      ...(line ? { source: line.source, mark: line.mark } : {}),
      link: placeToCorrect(field),
      ...(override ? { override: { by: override.by, reason: override.reason } } : {}),
    };
  });
}

/** Fails that still need a supervisor's reason before the packet can be approved. */
export function openFails(preflight: readonly PreflightView[]): PreflightView[] {
  const noReason: readonly string[] = [approvalField, ...withoutReason];
  return preflight.filter(
    (line) => line.result === "fail" && !line.override && !line.hard && !noReason.includes(line.field),
  );
}

/** Fails that no reason overrides: with one of them a packet cannot be approved. */
export function hardFails(preflight: readonly PreflightView[]): PreflightView[] {
  return preflight.filter((line) => line.result === "fail" && line.hard);
}

/** Fails first, then passes, then what does not apply; each in the order of the checklist. */
export function failsFirst(preflight: readonly PreflightView[]): PreflightView[] {
  const rank = { fail: 0, pass: 1, na: 2 } as const;
  return preflight.toSorted((a, b) => rank[a.result] - rank[b.result]);
}

/** `CD-26-0142-P1`: the case and the packet's number in it. A new version keeps the code. */
export function packetCode(caseCode: string, number: number): string {
  return `${caseCode}-P${number}`;
}

/** Which field of a draft names which receiver. */
export const receiverFields = {
  investigating_officer: "investigatingOfficer",
  prosecutor: "prosecutor",
  central_authority: "centralAuthority",
  other_side: "otherSide",
  ncb: "ncb",
  station: "station",
  complaints_body: "complaintsBody",
} as const satisfies Record<ReceiverRole, keyof DraftContent>;

/** The receivers that a draft names, in the order of the path. */
export function receiversOf(draft: DraftContent): { role: ReceiverRole; name: string }[] {
  return receiverRoles
    .map((role) => ({ role, name: draft[receiverFields[role]] }))
    .filter((receiver) => receiver.name !== "");
}

/** The kind of a stored packet. @throws Error for one that this release does not know */
export function kindOf(key: string): PacketKindKey {
  const kind = packetKindKeys.find((packetKindKey) => packetKindKey === key);
  if (!kind) throw new Error(`no such kind of packet: ${key}`);
  return kind;
}

/** The receivers in one line, for lists: `Investigating officer; Prosecutor`. */
export function receiverLine(draft: DraftContent): string {
  return receiversOf(draft)
    .map((receiver) => receiver.name)
    .join("; ");
}

/**
 * A second person decides on a packet that awaits approval. Null if permitted, otherwise why not.
 * @param ownToo an administrator permitted this person to decide on their own requests
 */
export function whyNotDecide(
  packet: { status: PacketStatus; draftedById: string },
  memberId: string | null,
  ownToo = false,
): string | null {
  if (packet.status !== "ready") return t("Only a packet that waits for approval can be decided.");
  if (memberId === null) return t("A person decides.");
  if (packet.draftedById === memberId && !ownToo) return t("A second person decides, never the author.");
  return null;
}

const withdrawable: readonly PacketStatus[] = ["failed", "cancelled", "ready", "approved", "returned", "handed_over"];

export function canWithdraw(status: PacketStatus): boolean {
  return withdrawable.includes(status);
}

export const deliverable: readonly PacketStatus[] = ["approved", "handed_over"];

/** Approved at some time, whatever came after: what was built then may have been given to somebody. */
export function wasApproved({ status, withdrawnAt }: { status: PacketStatus; withdrawnAt: Date | null }): boolean {
  return deliverable.includes(status) || withdrawnAt !== null;
}

/** A copy with the word on every page, that is given out in the place of the served part. */
export function isCopy(part: PacketPartKey): boolean {
  return Object.values<PacketPartKey>(stampedCopies).includes(part);
}

export function isLetter(part: string): part is LetterKey {
  return letterPattern.test(part);
}

/** Sent on by whoever receives it, without a copy that says its state: given out only while its version counts. */
export function isToSend(part: PacketPartKey): boolean {
  return isLetter(part) || part === "request";
}

/** What an address or a stored row calls a part. */
export function isPart(text: string): text is PacketPartKey {
  return (packetPartKeys as readonly string[]).includes(text) || isLetter(text);
}

/** Sorts parts for display: letters follow what is read, by number, the file to print before the one to edit. */
export function compareParts(a: PacketPartKey, b: PacketPartKey): number {
  const place = (part: PacketPartKey) => (isLetter(part) ? letterPlace : packetPartKeys.indexOf(part));
  return place(a) - place(b) || a.localeCompare(b, "en", { numeric: true });
}

const letterPlace = packetPartKeys.indexOf("annex") + 0.5;

/** The name of the file that leaves: no name of a person, only the code and version. */
export function fileName(packet: { code: string; version: number }): string {
  return `${packet.code}-v${packet.version}.pdf`;
}

/** A reason to stop building that the author can act on: it names codes and fields, never a protected value. */
export class CannotBuild extends Error {}

/** Somebody cancelled. */
export class StoppedByPerson extends Error {}

const storageReasons: Partial<Record<StorageFault, string>> = labelTable(() => ({
  disk_full: t("There is no room left on the server to keep the file. Tell the administrator, then try again."),
  not_found: t("The stored file is missing. Tell the administrator."),
  away: t("File storage is not responding. Nothing is lost. Try again in a few minutes."),
  broken: t("The stored file is damaged and cannot be opened. Tell the administrator."),
}));

/** What a storage failure means for the author; null if a person cannot act on it. */
export function storageReason(fault: StorageFault): string | null {
  return storageReasons[fault] ?? null;
}
