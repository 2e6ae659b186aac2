import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode } from "./words";

type Signed = Pick<CaseRecord["releases"][number], "recipientRole" | "items" | "covers">;

/** Releases as signed, and whom each names. @param chosen the exhibits of the packet, by id */
export function releaseParts(
  record: CaseRecord,
  zone: string,
  chosen: ReadonlySet<string> = new Set(),
): Pick<PacketSnapshotInput, "releases"> {
  const all = record.exhibits.map(exhibitCode);
  const paper = (id: string | null) => {
    const scan = record.exhibits.find((exhibit) => exhibit.id === id && chosen.has(exhibit.id));
    return id === null ? null : { exhibit: scan ? exhibitCode(scan) : null };
  };
  return {
    releases: record.releases.map((row) => ({
      code: `REL-${row.number}`,
      receiver: row.recipient,
      items: row.items,
      ...coverageOf(row, all),
      signedOn: row.signedOn,
      expiresOn: row.expiresOn,
      revokedOn: row.revokedAt && civilDate(row.revokedAt, zone),
      crossBorderBasis: row.crossBorderBasis,
      scan: paper(row.exhibitId),
      officers: record.named
        .filter((namedOfficer) => namedOfficer.releaseId === row.id)
        .map(({ id, office, takenOffAt }) => ({ id, office, takenOffOn: takenOffAt && civilDate(takenOffAt, zone) })),
    })),
  };
}

/**
 * The officer of the investigation, as the directory has them: whom a release for that office names on this day, the
 * newest first. No name; null while no release names one.
 */
export function officerPart(record: CaseRecord, today: CivilDate): Pick<PacketSnapshotInput, "officer"> {
  const standing = record.releases.filter(
    (row) =>
      row.recipientRole === "investigating_officer" &&
      !row.revokedAt &&
      row.signedOn <= today &&
      (row.expiresOn === null || row.expiresOn >= today),
  );
  const of = record.named.filter(
    (named) => !named.takenOffAt && standing.some((release) => release.id === named.releaseId),
  );
  const officer = of.at(-1);
  const release = standing.find((row) => row.id === officer?.releaseId);
  if (!officer || !release) return { officer: null };
  const { rank, agency, unit, forceNumber } = officer;
  return { officer: { rank, agency, unit, forceNumber: forceNumber || null, release: `REL-${release.number}` } };
}

/**
 * The office for which a release was signed, as a person chose it, and what it permits. The office only decides for
 * which receiver of a draft its officers are considered: a release covers the officers it names. An older one is only
 * text: it is for no office until it is recorded again, and none of those discloses the client's identity or address.
 * @param all the exhibits of the case, by code
 */
export function coverageOf(
  { recipientRole, items, covers }: Signed,
  all: readonly string[],
): { roles: string[]; exhibits: string[]; identity: boolean } {
  const roles = recipientRole ? [recipientRole] : [];
  if (!covers) return { roles, exhibits: exhibitsIn(items, all), identity: false };
  const named = new Set(covers.exhibits);
  const exhibits = covers.allExhibits ? [...all] : all.filter((code) => named.has(Number(code.slice(2))));
  return { roles, exhibits, identity: covers.identity };
}

/** Exhibits named in the words of a release: `E-01 to E-04, E-07`, or all of them. */
export function exhibitsIn(items: string, all: readonly string[]): string[] {
  if (/\b(all|every|whole|entire)\b/i.test(items)) return [...all];
  const covered = new Set<number>();
  const numbers = /\bE-?\s?0*(\d+)(?:\s*(?:to|-|–)\s*E?-?\s?0*(\d+))?/gi;
  for (const [, from, to] of items.matchAll(numbers)) {
    for (let no = Number(from); no <= Number(to ?? from) && covered.size < 10_000; no += 1) covered.add(no);
  }
  return all.filter((code) => covered.has(Number(code.slice(2))));
}
