import { caseMembers, cases, clients } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { newId } from "@/lib/platform/ids";

/** A case with a client, written straight into the tables: for tests of what happens on a case afterwards. */
export async function plantCase(ctx: Ctx, change: Partial<typeof cases.$inferInsert> = {}): Promise<string> {
  return withTransaction(ctx, "read write", async (scoped) => {
    const clientId = await plantClient(scoped);
    const vault = await createVault(scoped, "case");
    const id = change.id ?? newId();
    const [playbook] = newestPlaybooks();
    if (!playbook || !ctx.actor.memberId) throw new Error("A playbook and a person are needed.");
    await scoped.db.insert(cases).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      number: 1,
      code: `CD-26-${id.slice(-6)}`,
      pseudonym: `Plant ${id.slice(-6)}`,
      clientId,
      pair: playbook.pair,
      playbookVersion: playbook.version,
      risk: "standard",
      matter: "Threats",
      ownerId: ctx.actor.memberId,
      openedAt: ctx.now,
      lastActivityAt: ctx.now,
      ...change,
    });
    await scoped.db
      .insert(caseMembers)
      .values({ orgId: ctx.orgId, caseId: id, memberId: ctx.actor.memberId, since: ctx.now });
    return id;
  });
}

async function plantClient(ctx: TxCtx): Promise<string> {
  const vault = await createVault(ctx, "client");
  const id = newId();
  const place = (column: string) => ({ table: "clients", column, row: id });
  await ctx.db.insert(clients).values({
    id,
    orgId: ctx.orgId,
    keyId: vault.keyId,
    number: 1,
    code: `T-${id.slice(-8)}`,
    pseudonym: `Plant ${id.slice(-6)}`,
    name: vault.seal(place("name"), "Fictional Person"),
    safeContact: vault.seal(place("safe_contact"), "{}"),
    safeContactReviewedOn: ctx.now.toISOString().slice(0, 10),
    registeredBy: ctx.actor.memberId ?? id,
    registeredAt: ctx.now,
  });
  return id;
}
