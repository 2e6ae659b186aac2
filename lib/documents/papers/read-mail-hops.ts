import "server-only";
import { readKeptText } from "@/lib/evidence/exhibits/read-kept-text";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { MailHop } from "@/lib/platform/sandbox/types";
import { StorageError } from "@/lib/platform/storage/storage";

/** Each is a small file that is read while the paper is drafted; a case with more mails has them on their pages. */
const most = 20;

/** One line that a server wrote into a mail, counted from the bottom of the headers. */
export type ReadHop = { exhibit: ExhibitView; line: number; hop: MailHop };

/**
 * What servers wrote into the mails among these exhibits, the first server first: the address that each saw, with its
 * time, separate from what the sending machine claimed about itself. A mail whose file is unavailable is left out.
 */
export async function readMailHops(ctx: TxCtx, exhibits: readonly ExhibitView[]): Promise<ReadHop[]> {
  const found: ReadHop[] = [];
  for (const exhibit of exhibits.filter(({ look }) => look?.kind === "eml").slice(0, most)) {
    const hops = await hopsOf(ctx, exhibit.id);
    found.push(...hops.map((hop, at) => ({ exhibit, line: at + 1, hop })));
  }
  return found;
}

async function hopsOf(ctx: TxCtx, exhibitId: string): Promise<readonly MailHop[]> {
  try {
    return (await readKeptText(ctx, exhibitId))?.mail?.hops ?? [];
  } catch (error) {
    if (error instanceof StorageError) return [];
    throw error;
  }
}
