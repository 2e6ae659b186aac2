import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import { openFiles } from "@/lib/access/case-files";
import type { Ctx } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import type { MailFacts, MailHop, PlainText } from "@/lib/platform/sandbox/types";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { findExhibit } from "./scope";

/** One time that the words of an exhibit were read; `version` 0 is the reading when it arrived. */
export type Reading = { version: number; madeAt: Date; tool: string; fileId: string };

/** When the words of an exhibit were read and by what, the newest first; empty for what has no words. @throws AppError not_found */
export const listReadings = query("case.read", async (ctx, exhibitId: string) => {
  const { id, keyId } = await findExhibit(ctx, exhibitId);
  const { version, madeAt, tool, fileId } = derivatives;
  const readings: Reading[] = await ctx.db
    .select({ version, madeAt, tool, fileId })
    .from(derivatives)
    .where(and(eq(derivatives.exhibitId, id), eq(derivatives.kind, "text")))
    .orderBy(desc(version));
  return { keyId, readings };
});

/**
 * The text of a text file or a mail as the sandbox read it, the newest reading or the one of `version`; null for any
 * other file, for a version that is none, and for what an earlier release looked into.
 * @throws AppError not_found; StorageError not_found | broken | away
 */
export async function readKeptText(ctx: Ctx, exhibitId: string, version?: number): Promise<PlainText | null> {
  const { keyId, readings } = await listReadings(ctx, exhibitId);
  const reading = version === undefined ? readings[0] : readings.find((one) => one.version === version);
  return reading ? openReading(await openFiles(ctx, keyId), reading) : null;
}

/** @throws StorageError not_found | broken | away */
export async function openReading(files: SealedFiles, { fileId }: Pick<Reading, "fileId">): Promise<PlainText> {
  const { stream } = await files.open(fileId);
  const { mail, ...text } = JSON.parse(await new Response(stream).text()) as Kept;
  return mail ? { ...text, mail: { ...mail, hops: mail.hops.map(hopOf), notes: mail.notes ?? [] } } : text;
}

/** The first reader kept one address of a hop, which could be the sender's own: it does not count as seen. */
type FirstHop = Omit<MailHop, "claimed" | "seenIp" | "seenName"> & { from: string | null; ip: string | null };
type KeptMail = Omit<MailFacts, "hops" | "notes"> & { hops: (MailHop | FirstHop)[]; notes?: MailFacts["notes"] };
type Kept = Omit<PlainText, "mail"> & { mail?: KeptMail };

function hopOf(hop: MailHop | FirstHop): MailHop {
  if ("claimed" in hop) return hop;
  const { from, ip: _, ...rest } = hop;
  return { ...rest, claimed: from, seenIp: null, seenName: null };
}
