import type postgres from "postgres";
import { newId } from "@/lib/platform/ids";
import type { Ids } from "../e2e/support/routes";

/** Ids of what the case has; of what it has not, an invented one, which leads nobody anywhere. */
export async function recordsOf(
  tx: postgres.TransactionSql,
  { caseId, clientId }: { caseId: string; clientId: string },
): Promise<{ ids: Ids; missing: Set<string> }> {
  const one = async (rows: Promise<readonly { id: string }[]>) => (await rows)[0]?.id;
  const of = (table: string) =>
    one(tx.unsafe<{ id: string }[]>(`select id from app."${table}" where case_id = $1 order by id limit 1`, [caseId]));
  const known: Record<string, string | undefined> = {
    caseId,
    clientId,
    documentId: await of("documents"),
    packetId: await of("packets"),
    exhibitId: await of("exhibits"),
    importId: await of("chat_imports"),
    referenceId: await of("references"),
    handoverId: await of("handovers"),
    recallId: await of("recalls"),
    noteId: await of("case_notes"),
    takedownId: await of("takedowns"),
    mailId: await of("incoming_mails"),
    enquiryId: await one(tx<{ id: string }[]>`select id from app.enquiries order by id limit 1`),
    paperId: await one(
      tx<
        { id: string }[]
      >`select id from app.handover_papers where case_id = ${caseId} and paper = 'certificate' order by id limit 1`,
    ),
    memberId: await one(tx<{ id: string }[]>`select id from app.members where role = 'caseworker' order by id limit 1`),
  };
  const missing = new Set<string>();
  const names = [
    "textId",
    "filmId",
    "stampId",
    "uploadId",
    "listId",
    "exportId",
    "batchId",
    "offerId",
    "bodyRef",
    "bodyListId",
    ...Object.keys(known),
  ];
  const ids = Object.fromEntries(
    names.map((name) => {
      const id = known[name] ?? newId();
      if (!known[name]) missing.add(id);
      return [name, id];
    }),
  ) as Ids;
  return { ids, missing };
}
