import { houseLaw, type Law, packetWordsFor } from "@/lib/jurisdictions/rules";
import { rolesIn } from "@/lib/packets/rules";
import type { PacketSnapshotInput } from "@/lib/packets/snapshot";
import { civilDate } from "@/lib/platform/clock";
import type { CaseRecord } from "./read-case";
import { exhibitCode } from "./words";

/** Releases as signed. Who is meant by the recipient is read from its words; an unclear one covers nobody. */
export function releaseParts(
  record: CaseRecord,
  zone: string,
  law: Law = houseLaw,
): Pick<PacketSnapshotInput, "releases"> {
  const all = record.exhibits.map(exhibitCode);
  return {
    releases: record.releases.map((row) => ({
      code: `REL-${row.number}`,
      receiver: row.recipient,
      roles: rolesIn(row.recipient, packetWordsFor(record.case.pair, law)?.officeWords),
      items: row.items,
      exhibits: exhibitsIn(row.items, all),
      signedOn: row.signedOn,
      expiresOn: row.expiresOn,
      revokedOn: row.revokedAt && civilDate(row.revokedAt, zone),
      crossBorderBasis: row.crossBorderBasis,
    })),
  };
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
