import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { packets } from "@/db/schema";
import { createPacketKey } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { listGrants } from "@/lib/organisation/grants/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { returnPacket } from "@/lib/packets/packets/commands/return-packet";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
let packetId: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Sipho Example");
  packetId = await plantReady(supervisor);
});

/** A packet that its author finished, without a file. */
async function plantReady(author: Person): Promise<string> {
  const caseId = await plantCase(author.ctx);
  const id = newId();
  await withTransaction(org.service(), "read write", async (scoped) => {
    const vault = await createVault(scoped, "case");
    await scoped.db.insert(packets).values({
      id,
      orgId: org.id,
      caseId,
      kind: "mla_dossier",
      number: 1,
      version: 1,
      code: `P-${id.slice(-6)}`,
      receiver: "Prosecutor",
      status: "ready",
      draftedBy: author.memberId,
      draftedAt: scoped.now,
      draft: vault.seal({ table: "packets", column: "draft", row: id }, "{}"),
      fileKeyId: await createPacketKey(scoped, "packet"),
    });
  });
  return id;
}

/** Past the application's code; rolled back when nothing refuses it. */
async function decideBySql(ctx: Ctx): Promise<void> {
  await withTransaction(ctx, "read write", async ({ db }) => {
    await db.execute(sql`update app.packets set decided_by = ${ctx.actor.memberId}::uuid, decided_at = now()
      where id = ${packetId}::uuid`);
    throw new Error("nothing refused it");
  });
}

describe("grantOwnApproval", () => {
  test("without it the one who asked decides nothing, not past the application either", async () => {
    const back = { packetId, reason: "Say which account wrote first." };
    await expect(returnPacket(supervisor.ctx, back)).rejects.toMatchObject({ code: "conflict" });
    await expect(decideBySql(supervisor.ctx)).rejects.toSatisfy(refusedByPostgres);
    await expect(decideBySql(await org.as("supervisor"))).rejects.toThrow("nothing refused it");
    expect((await readMyWork(supervisor.ctx)).approvals.count).toBe(0);
    expect((await readMyWork(await org.as("supervisor"))).approvals.count).toBe(1);
  });

  test("is given to a supervisor, with a reason", async () => {
    const asked = { memberId: supervisor.memberId, reason: "The only supervisor." };
    await expect(grantOwnApproval(supervisor.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    const admin = await org.confirmed("admin");
    await expect(grantOwnApproval(admin, { ...asked, reason: "" })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
    const worker = await org.person("caseworker");
    await expect(grantOwnApproval(admin, { ...asked, memberId: worker.memberId })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("two at once give it once; its reason is sealed; then they decide, and it waits for them", async () => {
    const admin = await org.confirmed("admin");
    const give = () => grantOwnApproval(admin, { memberId: supervisor.memberId, reason: "Quagga left us." });
    const both = await Promise.allSettled([give(), give()]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(supervisor.memberId)).toEqual([
      "member.joined",
      "session.started",
      "access.refused",
      "member.granted",
    ]);
    expect(await listGrants(admin)).toMatchObject([{ name: "Sipho Example", reason: "Quagga left us." }]);
    const [row] = await bySql<Record<string, string>>(
      await org.as("admin"),
      sql`select reason from app.member_grants where member_id = ${supervisor.memberId}`,
    );
    expect(row?.reason).not.toContain("Quagga");
    expect((await readMyWork(supervisor.ctx)).approvals.count).toBe(1);
    const back = { packetId, reason: "Say which account wrote first." };
    await expect(returnPacket(supervisor.ctx, back)).resolves.toMatchObject({ id: packetId });
  });

  test("nobody gives it to themselves, not past the application either", async () => {
    const admin = await org.confirmed("admin");
    const other = await org.person("supervisor");
    const give = (memberId: string | null) => sql`insert into app.member_grants (id, org_id, member_id, permission,
      reason, key_id, granted_by, granted_at) select ${newId()}::uuid, org_id, ${memberId}::uuid, permission, reason,
      key_id, ${admin.actor.memberId}::uuid, now() from app.member_grants limit 1`;
    await expect(bySql(admin, give(admin.actor.memberId))).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(supervisor.ctx, give(other.memberId))).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(admin, give(other.memberId))).resolves.toEqual([]);
  });
});
