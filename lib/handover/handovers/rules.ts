import { houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { compareParts, isLetter, kindOf } from "@/lib/packets/packets/rules";
import type { PacketPartKey, PacketStatus } from "@/lib/packets/packets/types";
import { endedWords, whatMustComeOut } from "@/lib/packets/release-cover/rules";
import type { Uncovered } from "@/lib/packets/release-cover/types";
import { t } from "@/lib/platform/language/translate";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { corrections, formerSections, sectionLabels } from "./labels";
import {
  type HandoverView,
  type InboxItem,
  type OfficerPart,
  partsForOfficers,
  type QuestionReason,
  type ReleaseCheck,
} from "./types";

/**
 * Numbers issued by an officer or authority: those produced by playbook steps that we may not send ourselves, and the
 * docket number, which is distinguished from a book entry.
 */
export function numberKinds(law: Law = houseLaw): ReferenceKind[] {
  const steps = law.playbooks.flatMap((playbook) => Object.values(playbook.steps));
  const official = new Set(steps.filter((step) => !step.sendableByUs).flatMap((step) => step.produces.references));
  const isDocket = ({ parser }: ReferenceKind) => parser.shape === "station_serial" && parser.notA.length > 0;
  return law.referenceKinds.filter((kind) => isDocket(kind) || official.has(kind.key) || kind.key === "other");
}

/** The files of a packet that an officer may have, in display order; no others, whatever a packet has. */
export function forOfficers<Row extends { part: PacketPartKey }>(
  rows: readonly Row[],
): (Row & { part: OfficerPart })[] {
  return rows
    .filter((row): row is Row & { part: OfficerPart } => isForOfficers(row.part))
    .toSorted((a, b) => compareParts(a.part, b.part));
}

export function isForOfficers(part: string): part is OfficerPart {
  return isLetter(part) || (partsForOfficers as readonly string[]).includes(part);
}

/** Opening a page again soon after is the same reading, so it is not logged twice. */
const sameReadingMs = 30 * 60 * 1000;

export function isNewReading(lastOpenedAt: Date | null, now: Date): boolean {
  return lastOpenedAt === null || now.getTime() - lastOpenedAt.getTime() > sameReadingMs;
}

/**
 * What no release permits this officer to have of a packet, by ids only. @param identity whether the sealed annex is
 * included
 */
export function checkReleases(
  { releases, exhibits, day }: ReleaseCheck,
  officerId: string,
  identity: boolean,
): Uncovered {
  return whatMustComeOut({ releases, officerId, exhibits, identity, day });
}

/** The release in force that permits this officer the annex for the longest time. */
export function annexRelease(door: ReleaseCheck, { standing }: Uncovered): ReleaseCheck["releases"][number] | null {
  const fit = door.releases.filter((release) => release.identity && standing.includes(release.code));
  return fit.toSorted((a, b) => b.ends.getTime() - a.ends.getTime())[0] ?? null;
}

/**
 * Until when the client's release permits this officer a packet: the end of the last day on which all of it is covered.
 * Null if it is not covered now.
 */
export function coveredUntil(door: ReleaseCheck, officerId: string): Date | null {
  const through = (day: CivilDate) => releaseProblem(checkReleases({ ...door, day }, officerId, false)) === null;
  if (!through(door.day)) return null;
  const coming = door.releases.filter(({ expiresOn }) => expiresOn !== null && expiresOn >= door.day);
  const ends = coming.toSorted((a, b) => a.ends.getTime() - b.ends.getTime());
  return ends.find(({ expiresOn }) => !through(addDays(expiresOn ?? door.day, 1)))?.ends ?? null;
}

/** Why a packet cannot go to an officer, in plain words; null if it can. Names what must be removed. */
export function releaseProblem(at: Uncovered): string | null {
  const ended = at.ended.map((release) => `${endedWords(release)}.`);
  if (!at.named)
    return t(
      "No release names this officer. Name them on the release that the client signed for them, under Releases.",
    );
  if (at.standing.length === 0)
    return [t("No release is valid for this officer today, so nothing of it may leave."), ...ended].join(" ");
  if (at.exhibits.length === 0) return null;
  const message = t("No release lets this officer have {value}.", { value: at.exhibits.join(", ") });
  return [message, ...ended, t("Take them out in the next version, or record a release first.")].join(" ");
}

/** Why the annex cannot go along; null when it can. */
export function annexProblem(at: Uncovered): string | null {
  if (!at.identity) return null;
  const ended = at.ended.map((release) => `${endedWords(release)}.`);
  return [t("No release lets this officer know who and where the client is."), ...ended].join(" ");
}

/** Whether the officer opened or took a file, and not only the page. What was opened in the browser is named in the log. */
export function hasBeenRead({ events, acknowledgedAt }: Pick<HandoverView, "events" | "acknowledgedAt">): boolean {
  const isOfFile = ({ event, note }: HandoverView["events"][number]) =>
    event === "downloaded" || (event === "opened" && note !== null);
  return acknowledgedAt !== null || events.some(isOfFile);
}

/** A withdrawn packet stays listed, and its file is closed. */
export function isReadable(item: Pick<InboxItem, "status">): boolean {
  return item.status === "approved" || item.status === "handed_over";
}

/**
 * Why the files of a version are closed to its officer; null while they are open. @param item.newer also given to them
 */
export function closedReason(
  item: Pick<InboxItem, "status" | "cover"> & { newer: unknown },
): "withdrawn" | "no_release" | "replaced" | null {
  if (!isReadable(item)) return "withdrawn";
  if (item.cover !== "covered") return "no_release";
  return item.newer ? "replaced" : null;
}

/** The time zone that is furthest ahead: today's date anywhere must not be rejected because the server is behind. */
export const firstZone = "Etc/GMT-14";

export type PartChoice = { value: string; label: string; group: string };

/** What an officer may ask about: the sections of the kind, then the exhibits by code. @param exhibits `E-01` */
export function partsToAskAbout(kind: string, exhibits: readonly string[]): PartChoice[] {
  const sections = Object.entries(sectionLabels[kindOf(kind)]);
  return [
    ...sections.map(([value, label]) => ({ value, label, group: "Sections" })),
    ...exhibits.map((code) => ({ value: code, label: code, group: "Exhibits" })),
  ];
}

/** `8. Exhibit list`, `E-01`; null for all of it. A section that no layout has any more is named as such, not by its id. */
export function partWords(kind: string, part: string | null): string | null {
  if (!part) return null;
  const known = sectionLabels[kindOf(kind)][part] ?? formerSections[part];
  return known ?? (/^E-\d+$/.test(part) ? part : t("A section of an earlier layout"));
}

/** A version in one of these states never reaches an officer, so it corrects nothing. */
export const cannotCorrect = [
  "failed",
  "cancelled",
  "returned",
  "withdrawn",
] as const satisfies readonly PacketStatus[];

type Asked = { reason: QuestionReason; exhibitId: string | null };
type InCase = { packetId: string; caseId: string; kind: string };

/** What members on the case do about a question, and the page or field for it. An exhibit links to its own page. */
export function correctionOf({ reason, exhibitId }: Asked, { packetId, caseId, kind }: InCase) {
  const { what, at, path, words } = corrections[reason];
  if (reason === "manifest_error" && exhibitId)
    return { what, href: `/cases/${caseId}/evidence/${exhibitId}`, words: t("Open the exhibit") };
  const start = {
    case: `/cases/${caseId}`,
    draft: `/cases/${caseId}/packets/new/${kind}`,
    packet: `/packets/${packetId}`,
  };
  return { what, href: `${start[at]}${path}`, words };
}
