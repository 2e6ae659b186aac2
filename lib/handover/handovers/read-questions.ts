import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { exhibits, handoverQuestions, handovers, members, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { openVaults } from "./open-vaults";
import { partWords } from "./rules";
import type { QuestionView } from "./types";

/**
 * The questions on these handovers, newest first. The database filters what the reader may not see: an officer gets no
 * names and no version that was not given to them.
 */
export async function readQuestions(ctx: TxCtx, handoverIds: string[]): Promise<Map<string, QuestionView[]>> {
  if (handoverIds.length === 0) return new Map();
  const rows = await questionRows(ctx, handoverIds);
  const vaults = openVaults(ctx);
  const views = rows.map(async (row) => ({ row, view: await questionView(row, await vaults(row.question.keyId)) }));
  const found = new Map<string, QuestionView[]>();
  for (const { row, view } of await Promise.all(views)) {
    found.set(row.question.handoverId, [...(found.get(row.question.handoverId) ?? []), view]);
  }
  return found;
}

async function questionRows(ctx: TxCtx, handoverIds: string[]) {
  const asked = alias(packets, "asked");
  const correctedPacket = alias(packets, "corrected");
  const given = alias(handovers, "given");
  return ctx.db
    .select({
      question: handoverQuestions,
      kind: asked.kind,
      exhibitId: exhibits.id,
      by: members.name,
      version: correctedPacket.version,
      givenAs: given.id,
    })
    .from(handoverQuestions)
    .innerJoin(handovers, eq(handovers.id, handoverQuestions.handoverId))
    .innerJoin(asked, eq(asked.id, handovers.packetId))
    .leftJoin(exhibits, and(eq(exhibits.caseId, handoverQuestions.caseId), eq(exhibits.number, exhibitNumber)))
    .leftJoin(members, eq(members.id, handoverQuestions.answeredBy))
    .leftJoin(correctedPacket, eq(correctedPacket.id, handoverQuestions.mendedBy))
    .leftJoin(given, and(eq(given.packetId, handoverQuestions.mendedBy), eq(given.liaisonId, handovers.liaisonId)))
    .where(and(eq(handoverQuestions.orgId, ctx.orgId), among(handoverQuestions.handoverId, handoverIds)))
    .orderBy(desc(handoverQuestions.askedAt), desc(handoverQuestions.id));
}

/** `E-07` as 7. */
const exhibitNumber = sql`substring(${handoverQuestions.part} from '^E-([0-9]+)$')::integer`;

type QuestionRow = Awaited<ReturnType<typeof questionRows>>[number];

async function questionView(row: QuestionRow, vault: Vault): Promise<QuestionView> {
  const { id, reason, part, words, askedAt, answer, answeredAt, mendedBy } = row.question;
  const place = (column: string) => ({ table: "handover_questions", column, row: id });
  const message = vault.openMaybe(place("answer"), answer);
  const corrected = mendedBy ? { packetId: mendedBy, version: row.version, handoverId: row.givenAs } : null;
  return {
    id,
    reason,
    part: partWords(row.kind, part),
    exhibitId: row.exhibitId,
    askedAt,
    words: vault.open(place("words"), words),
    answer: message !== null && answeredAt ? { words: message, at: answeredAt, by: row.by ?? "", corrected } : null,
  };
}
