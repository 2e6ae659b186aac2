import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { cases } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";
import { settleAccess } from "@/lib/casework/cases/settle-access";
import { liftConflict } from "@/lib/casework/conflicts-of-interest/lift-conflict";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { endEmergencyAccess } from "@/lib/casework/emergency-access/end-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { acceptOffer } from "@/lib/casework/transfers/accept-offer";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { officeToday } from "@/lib/law/office/rules";
import { endAbsence } from "@/lib/organisation/absences/end-absence";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { listCases } from "@/lib/oversight/case-list/queries";
import { caseSorts } from "@/lib/oversight/case-list/types";
import { accessByRule, wronglyKept } from "../../support/access-by-rule";
import { bySql, refusedByPostgres } from "../../support/by-sql";
import { openSample } from "../../support/case-form";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";

let bare: postgres.Sql;
let org: Org;
let people: { lerato: Person; thandi: Person; nomsa: Person; sipho: Person; boss: Person; second: Person };
const ids: string[] = [];

beforeAll(async () => {
  const name = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  bare = postgres(inject("database").superuserUrl.replace(/\/[^/]*$/, name), { max: 1, onnotice: () => {} });
  org = await makeOrg();
  const worker = () => org.person("caseworker");
  people = {
    lerato: await worker(),
    thandi: await worker(),
    nomsa: await worker(),
    sipho: await worker(),
    boss: await org.person("supervisor"),
    second: await org.person("supervisor"),
  };
  const { lerato, thandi, nomsa, boss } = people;
  for (const owner of [lerato, lerato, lerato, thandi, thandi, nomsa, boss]) {
    ids.push(await plantCase(owner.ctx, { code: `CD-26-${ids.length + 1}` }));
  }
  await plantCase((await (await makeOrg()).person("caseworker")).ctx);
});

afterAll(() => bare.end());

/** Nothing where the person cannot come in any more. */
const orNone = <T>(read: Promise<T[]>): Promise<T[]> =>
  read.catch((error) => {
    if (sqlState(error) === "28000" || ["unauthenticated", "forbidden"].includes(error.code)) return [];
    throw error;
  });

const idsBy = (ctx: Ctx, what: "app.cases" | "app.case_words") =>
  orNone(
    bySql<{ id: string }>(
      ctx,
      what === "app.cases" ? sql`select id from app.cases` : sql`select distinct case_id as id from app.case_words`,
    ),
  );

const visibleTo = (ctx: Ctx) =>
  orNone(
    withTransaction(ctx, "read only", (scoped) =>
      scoped.db.select({ id: cases.id }).from(cases).where(visibleCases(scoped)),
    ),
  );

const sorted = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();

/** What is kept is what the rule says, and everybody sees what the rule says they see: past the code, and by it. */
async function compare(after: string): Promise<void> {
  expect(await wronglyKept(bare, org.id), after).toEqual([]);
  const rule = await accessByRule(bare, org.id);
  for (const [name, { memberId, ctx }] of Object.entries(people)) {
    const mine = rule.filter((seen) => seen.memberId === memberId);
    const reads = mine.map(({ caseId }) => caseId).toSorted();
    const works = mine.flatMap((seen) => (seen.works ? [seen.caseId] : [])).toSorted();
    expect(sorted(await idsBy(ctx, "app.cases")), `${after}: cases of ${name}`).toEqual(reads);
    expect(sorted(await idsBy(ctx, "app.case_words")), `${after}: words of ${name}`).toEqual(reads);
    expect(sorted(await visibleTo(ctx)), `${after}: visibleCases of ${name}`).toEqual(reads);
    const changed = sql`update app.cases set level = level returning id`;
    expect(sorted(await orNone(bySql(ctx, changed))), `${after}: ${name} may change`).toEqual(works);
    const all = { status: ["open", "closed"] as const };
    for (const key of caseSorts) {
      const page = await orNone(
        listCases(ctx, { filters: all, sort: { key, dir: "desc" }, size: 100 }).then(({ rows }) => rows),
      );
      expect(sorted(page), `${after}: list of ${name} by ${key}`).toEqual(reads);
    }
  }
}

const id = (at: number) => ids[at] ?? "";

test("what is kept, and what everybody sees, is what the rule says, after every kind of change", async () => {
  const { lerato, thandi, nomsa, sipho, boss, second } = people;
  const today = officeToday(new Date());
  const leave = (who: Person, by: Person) =>
    recordAbsence(who.ctx, { memberId: who.memberId, coverId: by.memberId, fromOn: today, untilOn: today });
  await compare("opened");

  await assignCase(boss.ctx, { caseId: id(0), memberId: thandi.memberId });
  await compare("given to another, who opened it stays on it");
  const { id: offerId } = await offerCase(lerato.ctx, {
    caseId: id(1),
    memberId: nomsa.memberId,
    reason: "She knows her.",
  });
  await acceptOffer(nomsa.ctx, { offerId });
  await compare("offered and accepted");
  await bySql(
    boss.ctx,
    sql`insert into app.case_members (org_id, case_id, member_id, since)
      values (${org.id}, ${id(5)}, ${sipho.memberId}, now())`,
  );
  await compare("a helper let in");

  const away = await leave(thandi, sipho);
  await compare("away, and covered for");
  const again = await leave(lerato, sipho);
  await compare("two colleagues covered for, one of whose cases is the person's own");
  await assignCase(boss.ctx, { caseId: id(6), memberId: thandi.memberId });
  await compare("given to somebody who is away");
  await closeCase(boss.ctx, { caseId: id(3), outcome: "stopped", note: "It stopped.", seen: "on" });
  await compare("closed while its owner is away");
  await reopenCase(boss.ctx, { caseId: id(3), reason: "It began again." });
  await compare("reopened");
  await endAbsence(thandi.ctx, { leaveId: away.id });
  await compare("back before the end");
  await bare`alter table app.leaves disable trigger user`;
  await bare`update app.leaves set ends_at = now() - interval '1 second' where id = ${again.id}`;
  await bare`alter table app.leaves enable trigger user`;
  await compare("the last day passed");

  const { id: lookId } = await requestEmergencyAccess(sipho.ctx, { code: "CD-26-4", reason: "An emergency." });
  await compare("asked for an emergency");
  await decideEmergencyAccess({ ...boss.ctx, steppedUp: "phr" }, { lookId, decision: "release" });
  await compare("emergency access released");
  await endEmergencyAccess(boss.ctx, { lookId });
  await compare("emergency access ended");
  const other = await requestEmergencyAccess(sipho.ctx, { code: "CD-26-3", reason: "An emergency." });
  await decideEmergencyAccess({ ...boss.ctx, steppedUp: "phr" }, { lookId: other.id, decision: "release" });
  await bare`update ctx.looks set ends_at = now() - interval '1 second' where look_id = ${other.id}`;
  await bare`update app.case_access a set until = l.ends_at from ctx.looks l
    where l.look_id = ${other.id} and a.case_id = l.case_id and a.member_id = l.member_id and not a.works`;
  await compare("emergency access ran out");
  await decideEmergencyAccess(
    { ...boss.ctx, steppedUp: "phr" },
    {
      lookId: (await requestEmergencyAccess(sipho.ctx, { code: "CD-26-5", reason: "Again." })).id,
      decision: "release",
    },
  );
  await compare("emergency access to another case");

  const denial = await recordConflict(boss.ctx, { caseId: id(4), memberId: sipho.memberId, reason: "His cousin." });
  await compare("kept from a client while looking");
  const worked = await recordConflict(boss.ctx, { caseId: id(5), memberId: second.memberId, reason: "Her neighbour." });
  await compare("a supervisor kept from a client");
  await liftConflict(boss.ctx, { denialId: denial.id });
  await liftConflict(boss.ctx, { denialId: worked.id });
  await compare("lifted");
  await recordConflict(boss.ctx, { caseId: id(5), memberId: sipho.memberId, reason: "He works on it." });
  await compare("kept from a case that the person works on");
  await closeCase(boss.ctx, { caseId: id(5), outcome: "stopped", note: "It stopped.", seen: "on" });
  const own = await recordConflict(boss.ctx, { caseId: id(5), memberId: nomsa.memberId, reason: "Her brother." });
  await reopenCase(boss.ctx, { caseId: id(5), reason: "It began again." });
  await compare("kept from a case that she owns");
  const gone = await leave(nomsa, thandi);
  await compare("covered for, kept from a case that she owns");
  await endAbsence(nomsa.ctx, { leaveId: gone.id });
  await liftConflict(boss.ctx, { denialId: own.id });
  await compare("her own case again");

  await changeRisk(thandi.ctx, { caseId: id(3), risk: "high", reason: "He came to the door." });
  await openSample(lerato.ctx);
  await compare("changed, and another opened");
  await bare`update app.cases set level = 3, next_due_on = current_date, pseudonym = 'Amber Marula' where id = ${id(2)}`;
  await compare("what lists sort by changed");

  const admin = await org.confirmed("admin");
  await changeRole(admin, { memberId: second.memberId, role: "caseworker" });
  await compare("a supervisor became a caseworker");
  await removeMember(admin, { memberId: nomsa.memberId }).catch(async () => {
    for (const caseId of [id(1), id(5)]) await assignCase(boss.ctx, { caseId, memberId: lerato.memberId });
    await removeMember(admin, { memberId: nomsa.memberId });
  });
  await compare("a member removed");
}, 120_000);

test("the application writes none of it, and a job finds and sets right what is not as the rule says", async () => {
  const { lerato, sipho } = people;
  const taken = sql`insert into app.case_access select case_id, ${sipho.memberId}::uuid, org_id, owns, works, until, closed_at,
    opened_at, last_activity_at, next_due_on, pseudonym, sought, risk, level from app.case_access limit 1`;
  for (const statement of [
    taken,
    sql`update app.case_access set until = 'infinity'`,
    sql`delete from app.case_access`,
  ]) {
    await expect(bySql(lerato.ctx, statement)).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(org.service(), statement)).rejects.toSatisfy(refusedByPostgres);
  }
  await expect(bySql(lerato.ctx, sql`select app.settle_all_access()`)).rejects.toSatisfy(refusedByPostgres);
  expect(await settleAccess(org.service())).toBe(0);
  expect(await org.auditOf(org.id)).not.toContain("access.corrected");
  await bare`delete from app.case_access where member_id = ${lerato.memberId} and case_id = ${id(0)}`;
  await bare`update app.case_access set owns = not owns, level = 9 where case_id = ${id(3)}`;
  await bare`insert into app.case_access select case_id, ${sipho.memberId}, org_id, false, true, until, closed_at, opened_at,
    last_activity_at, next_due_on, pseudonym, sought, risk, level from app.case_access where case_id = ${id(3)} limit 1
    on conflict do nothing`;
  expect(await settleAccess(org.service())).toBeGreaterThan(2);
  expect(await org.auditOf(org.id)).toContain("access.corrected");
  await compare("set right");
});
