import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { hashSentences } from "@/lib/custody/labels";
import { type CustodyEvent, noteCustody } from "@/lib/custody/scope";
import type { SnapshotExhibit } from "./snapshot";

/** Writes one line into the ledger of each exhibit that a packet holds. @param codes as the packet prints them: `E-01` */
export async function noteExhibits(
  ctx: Scoped,
  { caseId, codes }: { caseId: string; codes: readonly string[] },
  event: CustodyEvent,
): Promise<void> {
  if (codes.length === 0) return;
  const numbers = codes.map((code) => Number(code.slice(2)));
  const rows = await ctx.db
    .select({ id: exhibits.id, caseId: exhibits.caseId, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.caseId, caseId), inArray(exhibits.number, numbers)))
    .orderBy(asc(exhibits.number));
  for (const row of rows) await noteCustody(ctx, row, event);
}

type Packed = { exhibits: readonly Pick<SnapshotExhibit, "code" | "rehashed">[]; by: string | null; purpose: string };

/** That each original was read again, when and with which result, and that it went in: what the certificate rests on. */
export async function notePacked(ctx: Scoped, caseId: string, { exhibits: all, by, purpose }: Packed): Promise<void> {
  for (const at of new Set(all.flatMap(({ rehashed }) => rehashed?.at ?? []))) {
    const codes = all.flatMap(({ code, rehashed }) => (rehashed?.same && rehashed.at === at ? [code] : []));
    const read = { purpose: hashSentences.same, at: new Date(at), by: null, verified: true };
    await noteExhibits(ctx, { caseId, codes }, { action: "hashed", ...read });
  }
  const codes = all.map(({ code }) => code);
  await noteExhibits(ctx, { caseId, codes }, { action: "exported", by, purpose });
}
