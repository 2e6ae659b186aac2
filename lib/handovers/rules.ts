import { houseLaw, type Law } from "@/lib/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/jurisdictions/types";
import { rolesIn } from "@/lib/packets/rules";
import type { ReceiverRole } from "@/lib/packets/types";
import type { CivilDate } from "@/lib/platform/calendar";
import type { InboxItem } from "./types";

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

export type ReleaseFacts = { recipient: string; signedOn: CivilDate; expiresOn: CivilDate; revokedAt: Date | null };
export type OfficerFacts = { name: string; rank: string; agency: string; unit: string };

/** A release that stands today and names this officer, or the office that the officer holds. */
export function coversOfficer(release: ReleaseFacts, officer: OfficerFacts, today: CivilDate): boolean {
  if (release.revokedAt || release.signedOn > today || release.expiresOn < today) return false;
  const said = release.recipient.toLowerCase();
  const named = [officer.name, officer.unit].some((part) => part.length > 3 && said.includes(part.toLowerCase()));
  return named || sharesRole(rolesIn(release.recipient), rolesIn(`${officer.rank} ${officer.agency} ${officer.unit}`));
}

function sharesRole(one: readonly ReceiverRole[], other: readonly ReceiverRole[]): boolean {
  return one.some((role) => other.includes(role));
}

/** A packet that was taken back stays listed, and its file is closed. */
export function isReadable(item: Pick<InboxItem, "status">): boolean {
  return item.status === "approved" || item.status === "handed_over";
}
