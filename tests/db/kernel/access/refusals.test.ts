import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { noteView } from "@/lib/kernel/audit/note-view";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { listAuditEntries } from "@/lib/oversight/audit-log/queries";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.as("supervisor");
  caseId = await plantCase(supervisor);
});

type Refusal = { action: string; member_id: string; case_id: string | null; detail: Record<string, unknown> };

async function refusalsOf({ memberId }: Person): Promise<Refusal[]> {
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.execute<Refusal>(sql`select action, member_id, case_id, detail from audit.entries
      where member_id = ${memberId}::uuid and action like 'access.%' order by seq`),
  );
  return [...rows];
}

describe("what was refused survives the rollback", () => {
  test("a command that a role may not run", async () => {
    const person = await org.person("caseworker");
    const asked = inviteMember(person.ctx, { role: "admin", name: "Secret Name", email: "secret@test.example" });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
    expect(await refusalsOf(person)).toMatchObject([{ action: "access.refused", detail: { needs: "people.write" } }]);
    expect(JSON.stringify(await refusalsOf(person))).not.toContain("ecret");
  });

  test("a command and a page on a case of others: the entry names the case, the person learns nothing", async () => {
    const person = await org.person("caseworker");
    const flag = raiseFlag(person.ctx, { caseId, message: "Words about a Secret" });
    await expect(flag).rejects.toMatchObject({ code: "not_found" });
    await expect(readCaseHeader(person.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    const page = reading(person.ctx, (scoped) => readCaseHeader(scoped, caseId));
    await expect(page).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = newId();
    await expect(readCaseHeader(person.ctx, elsewhere)).rejects.toMatchObject({ code: "not_found" });
    expect(await refusalsOf(person)).toMatchObject([
      { action: "access.not_found", case_id: caseId, detail: { aimed: caseId, needs: "case.write" } },
      { action: "access.not_found", case_id: caseId, detail: { aimed: caseId, needs: "case.read" } },
      { action: "access.not_found", case_id: caseId, detail: { aimed: caseId, needs: "case.read" } },
      { action: "access.not_found", case_id: null, detail: { aimed: elsewhere } },
    ]);
    const { rows } = await listAuditEntries(supervisor, { refused: true, memberId: person.memberId });
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(await refusalsOf(person))).not.toContain("Secret");
    expect(rows.every(({ what }) => what.startsWith("Refused"))).toBe(true);
  });

  test("an act for which nobody confirmed who they are", async () => {
    const person = await org.person("admin");
    await expect(makeSigningKey(person.ctx, {})).rejects.toMatchObject({ code: "invalid" });
    const actions = (await refusalsOf(person)).map(({ action }) => action);
    expect(actions).toEqual(["access.unconfirmed"]);
  });

  test("a typing mistake is no refusal", async () => {
    const person = await org.person("admin");
    await expect(inviteMember(person.ctx, { role: "nobody" })).rejects.toMatchObject({ code: "invalid" });
    expect(await refusalsOf(person)).toEqual([]);
  });

  test("a loop does not fill the log: ten a minute of a kind, and one entry that says there were more", async () => {
    const person = await org.person("caseworker");
    for (let turn = 0; turn < 3; turn += 1) {
      const tries = Array.from({ length: 10 }, () => readCaseHeader(person.ctx, caseId).catch(() => null));
      await Promise.all(tries);
    }
    const actions = (await refusalsOf(person)).map(({ action }) => action);
    expect(actions.filter((action) => action === "access.not_found")).toHaveLength(10);
    expect(actions.filter((action) => action === "access.repeated")).toHaveLength(1);
    expect(actions).toHaveLength(11);
  });

  test("stands also when the log cannot be written, and a page without its entry is not drawn", async () => {
    const person = await org.person("caseworker");
    await database().execute(sql`select auth.end_session(${person.token})`);
    const asked = inviteMember(person.ctx, { role: "admin", name: "Somebody", email: "somebody@test.example" });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
    const view = noteView(person.ctx, { action: "case.viewed", subjectId: caseId, caseId });
    await expect(view).rejects.toThrow();
    expect(await refusalsOf(person)).toEqual([]);
  });

  test("only refusals can be appended that way", async () => {
    const forged = withTransaction(supervisor, "read write", ({ db }) =>
      db.execute(sql`select audit.note_refusal('case.closed', ${newId()}::uuid, null, '{}'::jsonb)`),
    );
    await expect(forged).rejects.toThrow();
  });
});
