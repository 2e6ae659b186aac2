import "server-only";
import type { Scoped } from "@/lib/access/ctx";
import { readKeptText } from "@/lib/evidence/read-kept-text";
import type { ExhibitView } from "@/lib/evidence/types";
import type { MailHop } from "@/lib/platform/sandbox/types";
import { StorageError } from "@/lib/platform/storage/storage";
import type { FactItem } from "./types";

/** Each is a small file that is read while the paper is drafted; a case with more mails has them on their pages. */
const most = 20;

/**
 * What servers wrote into the mails among these exhibits, the first server first: the address that each saw, with its
 * time, apart from what the sending machine said of itself. A mail whose file does not answer now is left out.
 */
export async function mailLines(ctx: Scoped, exhibits: readonly ExhibitView[]): Promise<FactItem[]> {
  const items: FactItem[] = [];
  for (const { id, label } of exhibits.filter(({ look }) => look?.kind === "eml").slice(0, most)) {
    const hops = await hopsOf(ctx, id);
    items.push(...hops.map((hop, at) => itemOf(hop, label, at + 1)));
  }
  return items;
}

async function hopsOf(ctx: Scoped, exhibitId: string): Promise<readonly MailHop[]> {
  try {
    return (await readKeptText(ctx, exhibitId))?.mail?.hops ?? [];
  } catch (error) {
    if (error instanceof StorageError) return [];
    throw error;
  }
}

function itemOf({ seenIp, seenName, claimed, by, at, atUtc }: MailHop, exhibit: string, line: number): FactItem {
  const written = at ? `“${at}”, as written` : "Time not known";
  return {
    code: `${exhibit}.${line}`,
    values: {
      number: exhibit,
      line: String(line),
      at: atUtc ? `${atUtc.slice(0, 10)} ${atUtc.slice(11, 19)} UTC` : written,
      server: by ?? "a server that is not named",
      seen: seenIp ? [seenIp, seenName && `(${seenName})`].filter(Boolean).join(" ") : "no address that is known",
      claimed: claimed ? `“${claimed}”` : "nothing",
    },
  };
}
