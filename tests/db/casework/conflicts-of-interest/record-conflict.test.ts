import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { listClients } from "@/lib/casework/clients/queries";
import { listConflicts } from "@/lib/casework/conflicts-of-interest/queries";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { acceptOffer } from "@/lib/casework/transfers/accept-offer";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { listOffersToMe } from "@/lib/casework/transfers/queries";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { listCases } from "@/lib/oversight/case-list/queries";
import { findCases } from "@/lib/oversight/search/queries";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let owner: Person;
let supervisor: Person;
let second: Person;
let member: Person;
let caseId: string;
let code: string;
const reason = "Knows the suspect from school.";

beforeAll(async () => {
  org = await makeOrg();
  [owner, member] = [await org.person("caseworker"), await org.person("caseworker", "Lerato Example")];
  [supervisor, second] = [await org.person("supervisor", "Thandi Example"), await org.person("supervisor")];
  caseId = await plantCase(owner.ctx);
  code = `CD-26-${caseId.slice(-6)}`;
  await letIn(member);
});

const letIn = (person: Person) =>
  bySql(
    supervisor.ctx,
    sql`insert into app.case_members (org_id, case_id, member_id, since)
    values (${org.id}, ${caseId}, ${person.memberId}, now()) on conflict do nothing`,
  );

const rowsOf = async (person: Person) =>
  (await bySql(person.ctx, sql`select 1 from app.cases where id = ${caseId}`)).length +
  (await bySql(person.ctx, sql`select 1 from app.case_members where case_id = ${caseId}`)).length +
  (await bySql(person.ctx, sql`select 1 from audit.entries where case_id = ${caseId}`)).length;

describe("recordConflict", () => {
  test("the owner keeps a colleague who worked on it from the case, its client, lists, search and log", async () => {
    expect(await rowsOf(member)).toBeGreaterThan(1);
    const { id } = await recordConflict(owner.ctx, { caseId, memberId: member.memberId, reason });
    expect(await org.auditOf(id)).toEqual(["denial.set"]);
    expect(await rowsOf(member)).toBe(0);
    await expect(readCaseHeader(member.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    const list = await listCases(member.ctx, { filters: {}, sort: { key: "due", dir: "asc" } });
    expect(list.rows).toEqual([]);
    expect(JSON.stringify(await findCases(member.ctx, code))).not.toContain(caseId);
    expect(JSON.stringify(await listClients(member.ctx))).not.toContain(`Plant ${caseId.slice(-6)}`);
    const [row] = await bySql<Record<string, string>>(
      owner.ctx,
      sql`select reason from app.case_denials where id = ${id}`,
    );
    expect(row?.reason).not.toContain("school");
    expect(await listConflicts(owner.ctx, caseId)).toMatchObject([{ name: "Lerato Example", reason }]);
  });

  test("who is denied is not told, and cannot be given the case in any way", async () => {
    expect(await bySql(member.ctx, sql`select 1 from app.case_denials`)).toEqual([]);
    for (const act of [assignCase, offerCase]) {
      await expect(act(owner.ctx, { caseId, memberId: member.memberId, reason })).rejects.toMatchObject({
        fields: { memberId: expect.stringContaining("must not see") },
      });
    }
    const owned = sql`update app.cases set owner_id = ${member.memberId} where id = ${caseId}`;
    await expect(bySql(supervisor.ctx, owned)).rejects.toSatisfy(refusedByPostgres);
    const other = await org.person("caseworker");
    await recordConflict(supervisor.ctx, { caseId, memberId: other.memberId, reason });
    await expect(letIn(other)).rejects.toSatisfy(refusedByPostgres);
    const today = officeToday(new Date());
    const cover = { memberId: owner.memberId, coverId: other.memberId, fromOn: today, untilOn: today };
    await recordAbsence(owner.ctx, cover);
    expect(await rowsOf(other)).toBe(0);
  });

  test("beats a supervisor: no case, no count, no figure, no lifting", async () => {
    const { id } = await recordConflict(owner.ctx, { caseId, memberId: supervisor.memberId, reason });
    expect(await rowsOf(supervisor)).toBe(0);
    await expect(readCaseHeader(supervisor.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    const list = await listCases(supervisor.ctx, { filters: {}, sort: { key: "due", dir: "asc" } });
    expect(list.rows.map((row) => row.id)).not.toContain(caseId);
    expect(await bySql(supervisor.ctx, sql`select 1 from app.case_denials where id = ${id}`)).toEqual([]);
    const lifted = sql`update app.case_denials set lifted_at = now(), lifted_by = ${supervisor.memberId} where id = ${id} returning 1`;
    expect(await bySql(supervisor.ctx, lifted)).toEqual([]);
    expect(
      await bySql(supervisor.ctx, sql`update app.cases set matter = 'x' where id = ${caseId} returning 1`),
    ).toEqual([]);
  });

  test("holds for every case of the client, of before and of later, and ends an open offer", async () => {
    const one = await plantCase(owner.ctx);
    const [client] = await bySql<{ id: string }>(
      owner.ctx,
      sql`select client_id as id from app.cases where id = ${one}`,
    );
    const two = await plantCase(second.ctx, { clientId: client?.id });
    const asked = await org.person("caseworker");
    const offer = await offerCase(second.ctx, { caseId: two, memberId: asked.memberId, reason });
    await recordConflict(owner.ctx, { caseId: one, memberId: asked.memberId, reason });
    expect(await listOffersToMe(asked.ctx)).toEqual([]);
    await expect(acceptOffer(asked.ctx, { offerId: offer.id })).rejects.toMatchObject({ code: "not_found" });
    await recordConflict(owner.ctx, { caseId: one, memberId: second.memberId, reason }).then(
      () => expect.unreachable("second owns a case of this client"),
      (error: unknown) => expect(error).toMatchObject({ fields: { memberId: expect.any(String) } }),
    );
    const third = await org.person("supervisor");
    await recordConflict(owner.ctx, { caseId: one, memberId: third.memberId, reason });
    const later = await plantCase(owner.ctx, { clientId: client?.id });
    for (const id of [one, two, later]) {
      expect(await bySql(third.ctx, sql`select 1 from app.cases where id = ${id}`)).toEqual([]);
    }
  });

  test("is for whoever answers for the case, not for who only works on it", async () => {
    const helper = await org.person("caseworker");
    const liaison = await org.person("liaison");
    await bySql(
      second.ctx,
      sql`insert into app.case_members (org_id, case_id, member_id, since) values (${org.id}, ${caseId}, ${helper.memberId}, now())`,
    );
    const asked = { caseId, memberId: liaison.memberId, reason };
    await expect(recordConflict(helper.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordConflict(liaison.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await (await makeOrg()).person("supervisor");
    await expect(recordConflict(owner.ctx, { ...asked, memberId: stranger.memberId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("names the field that is wrong", async () => {
    const asked = { caseId, memberId: (await org.person("admin")).memberId, reason };
    const wrong: [Record<string, string>, string][] = [
      [{ memberId: "nobody" }, "memberId"],
      [{ memberId: owner.memberId }, "memberId"],
      [{ reason: " " }, "reason"],
      [{ caseId: "x" }, "caseId"],
    ];
    for (const [change, field] of wrong) {
      await expect(recordConflict(owner.ctx, { ...asked, ...change }), field).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
    await expect(recordConflict(owner.ctx, { ...asked, caseId: newId() })).rejects.toMatchObject({ code: "not_found" });
  });

  test("two at once: one counts", async () => {
    const mine = await plantCase(owner.ctx);
    const asked = { caseId: mine, memberId: member.memberId, reason };
    const both = await Promise.allSettled([recordConflict(owner.ctx, asked), recordConflict(second.ctx, asked)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
