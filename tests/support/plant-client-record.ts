import { eq } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { followPaper } from "@/lib/client/papers/follow-paper";
import { offerRecord } from "@/lib/client/papers/offer-record";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { Org, Person } from "./org";
import { opened, plantPage } from "./plant-client-page";

/** A record of a case on the page of its client, who has opened it. */
export async function plantClientRecord(worker: Person, record: Record<string, unknown>, caseId?: string) {
  const door = await plantPage(worker, caseId);
  const offer = { caseId: door.caseId, language: "zu", ...record };
  const { id: paperId } = await offerRecord({ ...worker.ctx, now: new Date() }, offer);
  return { ...door, paperId, client: (await opened(door)).ctx };
}

export const releaseTerms = {
  what: "release",
  recipientRole: "investigating_officer",
  recipient: "Detective Sergeant Petersen",
  purpose: "A request to the other country",
  which: "all",
  identity: "on",
};

/** Signs it on her page, and does the job that follows. */
export async function signRecord(org: Org, client: Ctx, paperId: string) {
  await answerPaper(client, { paperId, answer: "signed", agree: "on", name: "N. Example" });
  return followPaper(org.service(), { paperId });
}

/** What stands in the row of a paper. */
export async function paperRow(org: Org, paperId: string) {
  const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
    db.select().from(clientPapers).where(eq(clientPapers.id, paperId)),
  );
  if (!row) throw new Error("There is no such paper.");
  return row;
}
