import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { stepEvents } from "@/db/schema";
import { notePlace } from "@/lib/escalation/ladder/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { refusalCode } from "./rules";
import type { RefusalView } from "./types";

type Line = { id: string; on: string; note: string | null };

/** What happened on the branches of a case, in the order in which it was noted. */
export async function readBranchLines(ctx: TxCtx, vault: Vault, caseId: string): Promise<Line[]> {
  const lines = await ctx.db
    .select({ id: stepEvents.id, on: stepEvents.happenedOn, note: stepEvents.note })
    .from(stepEvents)
    .where(and(eq(stepEvents.caseId, caseId), eq(stepEvents.event, "contact")))
    .orderBy(asc(stepEvents.recordedAt), asc(stepEvents.id));
  return lines.map((line) => ({ ...line, note: vault.openSince(notePlace(line.id), line.note) }));
}

/** The moves of one refusal, from the history of the branch. */
export function trailOf(lines: readonly Line[], { number }: { number: number }): RefusalView["trail"] {
  const lead = `${refusalCode(number)} `;
  return lines.flatMap(({ id, on, note }) =>
    note?.startsWith(lead) ? [{ id, on, text: note.slice(lead.length) }] : [],
  );
}
