import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { officeToday } from "@/lib/law/office/rules";
import { listAbsences, listAway } from "@/lib/organisation/absences/queries";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { listCases } from "@/lib/oversight/case-list/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantHandClock } from "@/tests/support/plant-clock";

let org: Org;
let away: Person;
let cover: Person;
let open: string;
let closed: string;
let shared: string;
const today = () => officeToday(new Date());

beforeAll(async () => {
  org = await makeOrg();
  away = await org.person("caseworker", "Lerato Example");
  cover = await org.person("caseworker", "Thandi Example");
  const other = await org.person("caseworker");
  open = await plantCase(away.ctx);
  await plantHandClock(away.ctx, open, { dueOn: addDays(officeToday(away.ctx.now), -2) });
  await advanceLadder(org.service(), { caseId: open });
  closed = await plantCase(away.ctx);
  await closeCase(away.ctx, { caseId: closed, outcome: "client_ended", note: "Ended.", seen: "on" });
  // A case of somebody else on which the one who is away only works.
  shared = await plantCase(other.ctx);
  await bySql(
    other.ctx,
    sql`insert into app.case_members (org_id, case_id, member_id, since)
    values (${org.id}, ${shared}, ${away.memberId}, now())`,
  );
});

/** What Postgres shows of a case, whatever the application asks for. */
const seen = async (person: Person, caseId: string) =>
  (await bySql(person.ctx, sql`select id from app.cases where id = ${caseId}::uuid`)).length;

describe("recordAbsence", () => {
  test("a colleague sees nothing before, and from the first day the open cases and no others", async () => {
    expect(await seen(cover, open)).toBe(0);
    const asked = { memberId: away.memberId, coverId: cover.memberId };
    const { id } = await recordAbsence(away.ctx, { ...asked, fromOn: today(), untilOn: addDays(today(), 5) });
    expect(await org.auditOf(id)).toEqual(["leave.set"]);
    expect(await Promise.all([open, closed, shared].map((value) => seen(cover, value)))).toEqual([1, 0, 0]);
    expect(await readCaseHeader(cover.ctx, open)).toMatchObject({ ownerName: "Lerato Example" });
    await expect(readCaseHeader(cover.ctx, shared)).rejects.toMatchObject({ code: "not_found" });
    expect(await listAway(cover.ctx)).toMatchObject([{ name: "Lerato Example", coverName: "Thandi Example" }]);
    const { queue } = await readMyWork(cover.ctx);
    expect(queue.overdue.items).toMatchObject([{ caseId: open, coveringFor: "Lerato Example" }]);
    const mine = await listCases(cover.ctx, { filters: { owner: ["me"] }, sort: { key: "due", dir: "asc" } });
    expect(mine.rows.map((row) => row.id)).toEqual([open]);
  });

  test("who covers works on the case, and cannot close it or give it away", async () => {
    await expect(raiseFlag(cover.ctx, { caseId: open, message: "Ask again." })).resolves.toMatchObject({
      caseId: open,
    });
    const close = { caseId: open, outcome: "client_ended", note: "Ended.", seen: "on" };
    await expect(closeCase(cover.ctx, close)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a leave that is to come, and one whose time is over, show nothing", async () => {
    const who = await org.person("caseworker");
    const by = await org.person("caseworker");
    const caseId = await plantCase(who.ctx);
    const asked = { memberId: who.memberId, coverId: by.memberId };
    const { id } = await recordAbsence(who.ctx, {
      ...asked,
      fromOn: addDays(today(), 1),
      untilOn: addDays(today(), 3),
    });
    expect(await seen(by, caseId)).toBe(0);
    await expect(readCaseHeader(by.ctx, caseId)).rejects.toMatchObject({ code: "not_found" });
    // Written as it would stand four days from now: the days of a leave cannot be changed afterwards.
    const past = newId();
    await bySql(
      who.ctx,
      sql`insert into app.leaves (id, org_id, member_id, cover_id, from_on, until_on, starts_at, ends_at,
        made_by, made_at)
      select ${past}::uuid, org_id, member_id, cover_id, from_on, until_on, starts_at - interval '9 days',
        ends_at - interval '9 days', made_by, made_at from app.leaves where id = ${id}`,
    );
    expect(await seen(by, caseId)).toBe(0);
    await expect(
      bySql(who.ctx, sql`update app.leaves set ends_at = ends_at + interval '9 days' where id = ${past}`),
    ).rejects.toSatisfy(refusedByPostgres);
    expect((await listAbsences(by.ctx)).find((absence) => absence.id === past)?.state).toBe("over");
  });

  test("nobody takes the cases of a colleague, not past Postgres either", async () => {
    const asked = { memberId: away.memberId, coverId: cover.memberId, fromOn: today(), untilOn: today() };
    await expect(recordAbsence(cover.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordAbsence(await org.as("liaison"), asked)).rejects.toMatchObject({ code: "forbidden" });
    const victim = await org.person("caseworker");
    const taken = sql`insert into app.leaves (id, org_id, member_id, cover_id, from_on, until_on, starts_at, ends_at,
      made_by, made_at) values (${newId()}::uuid, ${org.id}::uuid, ${victim.memberId}::uuid, ${cover.memberId}::uuid,
      '2020-01-01', '2030-01-01', '2020-01-01', '2030-01-01', ${cover.memberId}::uuid, now())`;
    await expect(bySql(cover.ctx, taken)).rejects.toSatisfy(refusedByPostgres);
    const rewritten = sql`update app.case_access set owns = true, works = true`;
    await expect(bySql(cover.ctx, rewritten)).rejects.toSatisfy(refusedByPostgres);
  });

  test("names the fields that are wrong, and people of another organisation are nobody", async () => {
    const me = await org.person("caseworker");
    const by = await org.person("caseworker");
    const asked = { memberId: me.memberId, coverId: by.memberId, fromOn: today(), untilOn: today() };
    const wrong: [Record<string, string>, string][] = [
      [{ coverId: me.memberId }, "coverId"],
      [{ fromOn: "2020-01-01" }, "fromOn"],
      [{ fromOn: addDays(today(), 2) }, "untilOn"],
      [{ untilOn: addDays(today(), 300) }, "untilOn"],
      [{ untilOn: "soon" }, "untilOn"],
      [{ coverId: (await org.person("liaison")).memberId }, "coverId"],
    ];
    for (const [change, field] of wrong) {
      await expect(recordAbsence(me.ctx, { ...asked, ...change }), field).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
    const stranger = await (await makeOrg()).person("supervisor");
    await expect(recordAbsence(me.ctx, { ...asked, coverId: stranger.memberId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(recordAbsence(stranger.ctx, asked)).rejects.toMatchObject({ code: "not_found" });
  });

  test("two at once for the same days: one counts", async () => {
    const me = await org.person("caseworker");
    const by = await org.person("caseworker");
    const asked = { memberId: me.memberId, coverId: by.memberId, fromOn: today(), untilOn: addDays(today(), 2) };
    const supervisor = await org.as("supervisor");
    const both = await Promise.allSettled([recordAbsence(me.ctx, asked), recordAbsence(supervisor, asked)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
