import "server-only";
import type { Scoped } from "@/lib/access/ctx";
import { readKeptText } from "@/lib/evidence/read-kept-text";
import type { ExhibitView } from "@/lib/evidence/types";
import { isPrivateAddress } from "@/lib/platform/network";
import type { MailHop } from "@/lib/platform/sandbox/types";
import { StorageError } from "@/lib/platform/storage/storage";
import type { FactItem } from "./types";

/** Each is a small file that is read while the paper is drafted; a case with more mails has them on their pages. */
const most = 20;

/** One line that a server wrote into a mail, counted from the bottom of the headers. */
export type ReadHop = { exhibit: ExhibitView; line: number; hop: MailHop };

/**
 * What servers wrote into the mails among these exhibits, the first server first: the address that each saw, with its
 * time, apart from what the sending machine said of itself. A mail whose file does not answer now is left out.
 */
export async function readMailHops(ctx: Scoped, exhibits: readonly ExhibitView[]): Promise<ReadHop[]> {
  const found: ReadHop[] = [];
  for (const exhibit of exhibits.filter(({ look }) => look?.kind === "eml").slice(0, most)) {
    const hops = await hopsOf(ctx, exhibit.id);
    found.push(...hops.map((hop, at) => ({ exhibit, line: at + 1, hop })));
  }
  return found;
}

async function hopsOf(ctx: Scoped, exhibitId: string): Promise<readonly MailHop[]> {
  try {
    return (await readKeptText(ctx, exhibitId))?.mail?.hops ?? [];
  } catch (error) {
    if (error instanceof StorageError) return [];
    throw error;
  }
}

export function mailItem({ exhibit: { label }, line, hop }: ReadHop): FactItem {
  const { seenIp, seenName, claimed, by, at, atUtc } = hop;
  const written = at ? `“${at}”, as written` : "Time not known";
  return {
    code: `${label}.${line}`,
    values: {
      number: label,
      line: String(line),
      at: atUtc ? inUtc(atUtc) : written,
      server: by ?? "a server that is not named",
      seen: seenIp ? [seenIp, seenName && `(${seenName})`].filter(Boolean).join(" ") : "no address that is known",
      claimed: claimed ? `“${claimed}”` : "nothing",
    },
  };
}

/**
 * The addresses that servers saw, each with its time, for one line of a form. An address without a time says nothing to
 * a provider, and a private one nothing outside its own network.
 */
export function seenAt(hops: readonly ReadHop[]): string | null {
  const seen = hops.flatMap(({ exhibit, hop: { seenIp, atUtc, by } }) =>
    seenIp && atUtc && !isPrivateAddress(seenIp)
      ? [`${seenIp} at ${inUtc(atUtc)}, seen by ${by ?? "a server that is not named"} (${exhibit.label})`]
      : [],
  );
  return seen.join("; ") || null;
}

const inUtc = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
