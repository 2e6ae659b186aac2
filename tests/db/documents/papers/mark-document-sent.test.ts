import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, exhibits, incidentExhibits } from "@/db/schema";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { readDocument } from "@/lib/documents/papers/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { draft, finished } from "@/tests/db/documents/papers/drafting";
import { type CaseToPrint, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let made: CaseToPrint;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await makeCaseToPrint(org, worker);
});

const removal = "us-tida-notice";
const officers = "us-2703f-preservation";
const today = new Date().toISOString().slice(0, 10);
const send = (ctx: Person["ctx"], documentId: string, change: Record<string, unknown> = {}) =>
  markDocumentSent(ctx, { documentId, sentOn: today, ...change });

async function firstAccount(caseId: string): Promise<string> {
  return withTransaction(worker.ctx, "read only", async (ctx) => {
    const [row] = await ctx.db.select().from(accounts).where(eq(accounts.caseId, caseId)).limit(1);
    return row?.id ?? "";
  });
}

/** A case of which nothing is kept: its exhibits are linked to no account and to no incident. */
async function bareCase(): Promise<CaseToPrint> {
  const bare = await makeCaseToPrint(org, worker);
  await withTransaction(org.service(), "read write", async (ctx) => {
    await ctx.db.delete(incidentExhibits).where(eq(incidentExhibits.caseId, bare.caseId));
    await ctx.db.update(exhibits).set({ accountId: null }).where(eq(exhibits.caseId, bare.caseId));
  });
  return bare;
}

describe("markDocumentSent", () => {
  test("notes the day", async () => {
    const documentId = await finished(worker.ctx, made.caseId);
    await send(worker.ctx, documentId);
    expect((await readDocument(worker.ctx, made.caseId, documentId)).row.sentOn).toBe(today);
    expect((await org.auditOf(documentId)).at(-1)).toBe("document.sent");
  });

  test("asks about what the other side may learn, before it goes", async () => {
    const accountId = await firstAccount(made.caseId);
    const documentId = await finished(worker.ctx, made.caseId, { template: removal, accountId });
    await expect(send(worker.ctx, documentId)).rejects.toMatchObject({ fields: { tipOffSeen: expect.any(String) } });
    await send(worker.ctx, documentId, { tipOffSeen: "on" });
  });

  test("warns before removal while nothing of the account is kept", async () => {
    const bare = await bareCase();
    const accountId = await firstAccount(bare.caseId);
    const documentId = await finished(worker.ctx, bare.caseId, { template: removal, accountId });
    expect((await readDocument(worker.ctx, bare.caseId, documentId)).asks.removal).toBe(true);
    const attempt = send(worker.ctx, documentId, { tipOffSeen: "on" });
    await expect(attempt).rejects.toMatchObject({ fields: { removalSeen: expect.any(String) } });
    await send(worker.ctx, documentId, { tipOffSeen: "on", removalSeen: "on" });
  });

  test("never for a paper that only an official may send", async () => {
    const accountId = await firstAccount(made.caseId);
    const documentId = await finished(worker.ctx, made.caseId, { template: officers, accountId, signer: "officer" });
    const attempt = send(worker.ctx, documentId, { tipOffSeen: "on", removalSeen: "on" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });

  test("names the field that needs another look", async () => {
    const attempt = send(worker.ctx, await finished(worker.ctx, made.caseId), { sentOn: "2999-01-01" });
    await expect(attempt).rejects.toMatchObject({ fields: { sentOn: "This day is in the future." } });
  });

  test("is refused for a draft, and happens once", async () => {
    await expect(send(worker.ctx, await draft(worker.ctx, made.caseId))).rejects.toMatchObject({ code: "conflict" });
    const documentId = await finished(worker.ctx, made.caseId);
    const both = await Promise.allSettled([send(worker.ctx, documentId), send(worker.ctx, documentId)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
