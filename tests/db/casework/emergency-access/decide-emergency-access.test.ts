import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import {
  listEmergencyAccessNotices,
  listMyEmergencyAccess,
  listOpenEmergencyAccess,
} from "@/lib/casework/emergency-access/queries";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { owner as tables } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let owner: Person;
let asker: Person;
let supervisor: Person;
let caseId: string;
const reason = "Her sister phones: he is at the door.";
const codeOf = (id: string) => `CD-26-${id.slice(-6).toUpperCase()}`;

beforeAll(async () => {
  org = await makeOrg();
  [owner, asker] = [await org.person("caseworker", "Lerato Example"), await org.person("caseworker", "Thandi Example")];
  supervisor = await org.person("supervisor");
  caseId = await plant();
});

const plant = () => {
  const id = newId();
  return plantCase(owner.ctx, { id, code: codeOf(id) });
};
const ask = async (id: string, who = asker) => (await requestEmergencyAccess(who.ctx, { code: codeOf(id), reason })).id;
const release = async (lookId: string, who = supervisor) =>
  decideEmergencyAccess(await org.confirmed(who), { lookId, decision: "release" });
const seen = async (who: Person, id = caseId) =>
  (await bySql(who.ctx, sql`select 1 from app.cases where id = ${id}`)).length;

describe("decideEmergencyAccess", () => {
  test("tells the owner before anything is shown, then shows the case to read, and nothing can be changed", async () => {
    const lookId = await ask(caseId);
    await expect(readCaseHeader(asker.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    await release(lookId);
    expect(await org.auditOf(lookId)).toEqual(["look.asked", "look.released"]);
    expect(await listEmergencyAccessNotices(owner.ctx)).toMatchObject([{ caseId, by: "Thandi Example", reason }]);
    expect(await readCaseHeader(asker.ctx, caseId)).toMatchObject({ id: caseId });
    expect(await listOpenEmergencyAccess(asker.ctx, caseId)).toMatchObject([{ name: "Thandi Example", mine: true }]);
    expect(await listOpenEmergencyAccess(owner.ctx, caseId)).toMatchObject([{ name: "Thandi Example", mine: false }]);
    const [mine] = await listMyEmergencyAccess(asker.ctx);
    expect(mine).toMatchObject({ state: "released", caseId });
    expect((mine?.endsAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(4 * 3_600_000);
    const change = { caseId, risk: "high", reason: "x" };
    await expect(changeRisk(asker.ctx, change)).rejects.toMatchObject({
      code: expect.stringMatching(/not_found|invalid/),
    });
    await expect(raiseFlag(asker.ctx, { caseId, message: "x" })).rejects.toMatchObject({ code: "not_found" });
    const { exhibitId } = await addExhibit(owner.ctx, caseId, Buffer.from("words"));
    const taken = noteHandling(asker.ctx, { exhibitId, handling: "downloaded" });
    await expect(taken).rejects.toMatchObject({ code: "forbidden" });
    const changed = await bySql(asker.ctx, sql`update app.cases set matter = 'x' where id = ${caseId} returning 1`);
    expect(changed).toEqual([]);
    const added = sql`insert into app.case_members (org_id, case_id, member_id, since)
      values (${org.id}, ${caseId}, ${asker.memberId}, now())`;
    await expect(bySql(asker.ctx, added)).rejects.toSatisfy(refusedByPostgres);
  });

  test("wants a fresh proof of who releases it, by a passkey where there is one; a refusal wants none", async () => {
    const id = await plant();
    const lookId = await ask(id);
    const closed = { code: "invalid", fields: { passkey: expect.any(String) } };
    for (const ctx of [supervisor.ctx, await org.coded(supervisor)])
      await expect(decideEmergencyAccess(ctx, { lookId, decision: "release" })).rejects.toMatchObject(closed);
    expect(await seen(asker, id)).toBe(0);
    await decideEmergencyAccess(await org.provedBoth(supervisor), { lookId, decision: "release" });
    expect(await seen(asker, id)).toBe(1);
    await decideEmergencyAccess(supervisor.ctx, { lookId: await ask(await plant()), decision: "refuse" });
  });

  test("is over by the database's clock", async () => {
    const id = await plant();
    const lookId = await ask(id);
    await release(lookId);
    expect(await seen(asker, id)).toBe(1);
    await tables()`update ctx.looks set ends_at = now() where look_id = ${lookId}`;
    expect(await seen(asker, id)).toBe(0);
  });

  test("without the notice nothing is shown, and no caseworker writes one", async () => {
    const id = await plant();
    const lookId = await ask(id);
    const ended = sql`update app.emergency_looks set state = 'released', decided_by = ${supervisor.memberId},
      decided_at = now(), ends_at = now() + interval '1 hour' where id = ${lookId} returning 1`;
    expect(await bySql(asker.ctx, ended)).toEqual([]);
    expect(await bySql(supervisor.ctx, ended)).toHaveLength(1);
    expect(await seen(asker, id)).toBe(0);
    const notice = (
      member: string,
    ) => sql`insert into app.emergency_notices (id, org_id, look_id, case_id, member_id, told_at)
      values (${newId()}, ${org.id}, ${lookId}, ${id}, ${member}, now())`;
    await expect(bySql(asker.ctx, notice(owner.memberId))).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(supervisor.ctx, notice(supervisor.memberId))).rejects.toSatisfy(refusedByPostgres);
    await bySql(supervisor.ctx, notice(owner.memberId));
    expect(await seen(asker, id)).toBe(1);
    const longer = sql`update app.emergency_looks set ends_at = now() + interval '9 hours' where id = ${lookId}`;
    await expect(bySql(supervisor.ctx, longer)).rejects.toSatisfy(refusedByPostgres);
  });

  test("never for who is denied the client, and the refusal looks like that of a number that is none", async () => {
    const id = await plant();
    const early = await ask(id);
    await recordConflict(owner.ctx, { caseId: id, memberId: asker.memberId, reason });
    await expect(release(early)).rejects.toMatchObject({ code: "invalid" });
    const late = await ask(id);
    const none = await ask(newId());
    const answers = await Promise.all(
      [late, none].map((value) => release(value).catch((error: Error) => error.message)),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(await seen(asker, id)).toBe(0);
    const open = await ask(caseId);
    await release(open);
    await recordConflict(owner.ctx, { caseId, memberId: asker.memberId, reason });
    expect(await seen(asker)).toBe(0);
  });

  test("is for a supervisor of the organisation, once, and a denied supervisor does not see the request", async () => {
    const id = await plant();
    const lookId = await ask(id, await org.person("caseworker"));
    await expect(release(lookId, owner)).rejects.toMatchObject({ code: "forbidden" });
    await expect(release(lookId, await (await makeOrg()).person("supervisor"))).rejects.toMatchObject({
      code: "not_found",
    });
    const denied = await org.person("supervisor");
    await recordConflict(owner.ctx, { caseId: id, memberId: denied.memberId, reason });
    await expect(release(lookId, denied)).rejects.toMatchObject({ code: "not_found" });
    await expect(decideEmergencyAccess(supervisor.ctx, { lookId, decision: "maybe" })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    });
    const both = await Promise.allSettled([
      release(lookId),
      decideEmergencyAccess(supervisor.ctx, { lookId, decision: "refuse" }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
