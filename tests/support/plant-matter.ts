import { eq } from "drizzle-orm";
import { accounts, cases, incidents, subjects } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";

/** An account with its subject on a planted case, written straight into the tables. */
export async function plantAccount(
  ctx: Ctx,
  caseId: string,
  platformId: string | null,
  platform = "x",
): Promise<string> {
  return withTransaction(ctx, "read write", async ({ db, orgId, now }) => {
    const [subjectId, id] = [newId(), newId()] as const;
    const number = 1 + (await db.$count(accounts, eq(accounts.caseId, caseId)));
    await db.insert(subjects).values({ id: subjectId, orgId, caseId, number, addedAt: now });
    const seen = { platform, handle: "@quiet.harbour", platformId, confidence: "possible" } as const;
    await db.insert(accounts).values({ id, orgId, caseId, subjectId, number, ...seen, addedAt: now });
    return id;
  });
}

/** An act on a planted case: `I-1` for number 1. */
export async function plantIncident(ctx: Ctx, caseId: string, number: number): Promise<string> {
  return withTransaction(ctx, "read write", async (scoped) => {
    const { db, orgId, now } = scoped;
    const [found] = await db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId));
    if (!found) throw new Error("No such case.");
    const vault = await openVault(scoped, found.keyId);
    const id = newId();
    await db.insert(incidents).values({
      id,
      orgId,
      caseId,
      number,
      kind: "act",
      nature: "threat",
      happenedAt: now,
      zone: "Africa/Johannesburg",
      what: vault.seal({ table: "incidents", column: "what", row: id }, "A threat by message"),
      loggedBy: ctx.actor.memberId ?? "",
      loggedAt: now,
    });
    return id;
  });
}
