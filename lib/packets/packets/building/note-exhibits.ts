import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits } from "@/db/schema";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import type { CustodyEvent } from "@/lib/evidence/custody/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Writes one line into the ledger of each exhibit in a packet. @param codes as printed in the packet: `E-01` */
export async function noteExhibits(
  ctx: TxCtx,
  { caseId, codes }: { caseId: string; codes: readonly string[] },
  event: CustodyEvent,
): Promise<void> {
  if (codes.length === 0) return;
  const numbers = codes.map((code) => Number(code.slice(2)));
  const rows = await ctx.db
    .select({ id: exhibits.id, caseId: exhibits.caseId, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.caseId, caseId), among(exhibits.number, numbers)))
    .orderBy(asc(exhibits.number));
  await noteCustody(ctx, rows, event);
}
