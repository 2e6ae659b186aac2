import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type cases, packets } from "@/db/schema";
import { listOpenOf } from "@/lib/casework/assignments/queries";
import { listCaseFlags, listFlagsOf } from "@/lib/casework/flags/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";
import { listCaseReviews, listNotReviewed, listReviewsOf } from "@/lib/casework/reviews/queries";
import { replyToReview } from "@/lib/casework/reviews/reply-to-review";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { createPacketKey } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { listCases } from "@/lib/oversight/case-list/queries";
import type { CaseFilters } from "@/lib/oversight/case-list/types";
import { listApprovals, readMyWork } from "@/lib/oversight/my-work/queries";
import { listTeam } from "@/lib/oversight/team/list-team";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

/** One organisation in which no two numbers of a board are alike by chance; every count is made again another way. */
let org: Org;
let supervisor: Person;
let thandi: Person;
let lerato: Person;
let sipho: Person;
const today = officeToday(new Date());
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

type Change = Partial<typeof cases.$inferInsert>;
const late: Change = { nextDueOn: addDays(today, -3), nextDueLabel: "Follow-up", nextStep: "Ask again" };
const soon: Change = { nextDueOn: addDays(today, 4), nextDueLabel: "Answer", nextStep: "Wait" };
const far: Change = { nextDueOn: addDays(today, 60), nextStep: "Report it" };
const still: Change = { lastActivityAt: ago(40), openedAt: ago(90) };

async function plantMany(who: Person, changes: Change[]): Promise<string[]> {
  const ids = [];
  for (const change of changes) ids.push(await plantCase(who.ctx, change));
  return ids;
}

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Naledi Example");
  thandi = await org.person("caseworker", "Thandi Example");
  lerato = await org.person("caseworker", "Lerato Example");
  sipho = await org.person("caseworker", "Sipho Example");
  const shut: Change = { closedAt: ago(1), closedBy: thandi.memberId, ...late };
  const [a = "", b = "", c = ""] = await plantMany(thandi, [
    late,
    { ...late, ...still, risk: "high" },
    { ...far, ...still },
    far,
    soon,
    soon,
    {},
    shut,
  ] as Change[]);
  const [d = "", e = ""] = await plantMany(lerato, [{ ...late, ...still }, soon, { ...far, openedAt: ago(50) }]);
  const [own = ""] = await plantMany(supervisor, [late]);
  await plantMany(sipho, [{ ...far, risk: "elevated" }]);
  for (const caseId of [a, a, b, d, own]) await raiseFlag(supervisor.ctx, { caseId, message: "Look." });
  await raiseFlag(supervisor.ctx, { caseId: c, message: "Not yet.", lookOn: addDays(today, 2) });
  const [settled] = await listCaseFlags(supervisor.ctx, a);
  await resolveFlag(thandi.ctx, { flagId: settled?.id, note: "Looked." });
  const asks = await writeReview(supervisor.ctx, { caseId: b, note: "Why?", wantsAnswer: "on" });
  await writeReview(supervisor.ctx, { caseId: c, note: "All is well." });
  await writeReview(supervisor.ctx, { caseId: d, note: "And here?", wantsAnswer: "on" });
  await replyToReview(thandi.ctx, { reviewId: asks.id, words: "Because." });
  await offerCase(thandi.ctx, { caseId: a, memberId: sipho.memberId, reason: "Nearer to you." });
  await offerCase(lerato.ctx, { caseId: e, memberId: thandi.memberId, reason: "You know it." });
  const by: [Person, string, "ready" | "approved"][] = [
    ...([1, 2, 3].map(() => [thandi, a, "ready"]) as [Person, string, "ready"][]),
    ...([
      [thandi, b, "approved"],
      [lerato, d, "ready"],
      [supervisor, own, "ready"],
    ] as [Person, string, "ready"][]),
  ];
  for (const [at, [author, caseId, status]] of by.entries())
    await plantPacket(author, { caseId, status, number: at + 1 });
  const days = { fromOn: today, untilOn: addDays(today, 3) };
  await recordAbsence(lerato.ctx, { memberId: lerato.memberId, coverId: thandi.memberId, ...days });
});

async function plantPacket(author: Person, about: { caseId: string; status: "ready" | "approved"; number: number }) {
  const id = newId();
  await withTransaction(org.service(), "read write", async (scoped) => {
    const vault = await createVault(scoped, "case");
    await scoped.db.insert(packets).values({
      id,
      orgId: org.id,
      kind: "mla_dossier",
      version: 1,
      code: `P-${id.slice(-6)}`,
      receiver: "Prosecutor",
      ...about,
      draftedBy: author.memberId,
      draftedAt: scoped.now,
      draft: vault.seal({ table: "packets", column: "draft", row: id }, "{}"),
      fileKeyId: await createPacketKey(scoped, "packet"),
    });
  });
}

type Plain = { id: string; owner: string; due: string | null; active: Date; opened: Date };

/** Every open case, read as the owner of the tables and counted below by hand. */
async function openCases(): Promise<Plain[]> {
  const rows = await bySql<Record<"id" | "owner" | "due" | "active" | "opened", string>>(
    org.service(),
    sql`select id, owner_id as owner, next_due_on::text as due, last_activity_at as active, opened_at as opened
      from app.cases where org_id = ${org.id}::uuid and closed_at is null`,
  );
  return rows.map((row) => ({ ...row, active: new Date(row.active), opened: new Date(row.opened) }));
}

async function listed(who: Person, filters: CaseFilters): Promise<number> {
  const page = await listCases(who.ctx, { filters, sort: { key: "due", dir: "asc" }, size: 100 });
  expect(page.total).toBe(page.rows.length);
  return page.rows.length;
}

const isLate = ({ due }: Plain) => due !== null && due < today;
const isSoon = ({ due }: Plain) => due !== null && due >= today && due <= addDays(today, 7);
const isStill = ({ active }: Plain) => active < ago(30);

describe("My work", () => {
  test.each(["thandi", "lerato", "sipho", "naledi"])(
    "of %s: every number of cases, by hand and by its list",
    async (name) => {
      const who = { thandi, lerato, sipho, naledi: supervisor }[name] as Person;
      const covered = name === "thandi" ? [lerato.memberId] : [];
      const mine = (await openCases()).filter((plain) => [who.memberId, ...covered].includes(plain.owner));
      const { stalled } = await readMyWork(who.ctx);
      expect({
        overdue: mine.filter(isLate).length,
        soon: mine.filter(isSoon).length,
        later: mine.filter((plain) => !isLate(plain) && !isSoon(plain)).length,
        stalled,
      }).toEqual({
        overdue: await listed(who, { owner: ["me"], due: ["overdue"] }),
        soon: await listed(who, { owner: ["me"], due: ["week"] }),
        later: await listed(who, { owner: ["me"], due: ["later", "none"] }),
        stalled: await listed(who, { owner: ["me"], quietDays: 30 }),
      });
      expect(stalled).toBe(mine.filter(isStill).length);
    },
  );

  test.each(["thandi", "lerato", "sipho", "naledi"])(
    "of %s: flags, review notes, offers and approvals",
    async (name) => {
      const who = { thandi, lerato, sipho, naledi: supervisor }[name] as Person;
      const covered = name === "thandi" ? [lerato.memberId] : [];
      const ids = sql.join(
        [who.memberId, ...covered].map((id) => sql`${id}::uuid`),
        sql`, `,
      );
      const me = sql`${who.memberId}::uuid`;
      const [row] = await bySql<Record<"flags" | "reviews" | "offers" | "sent" | "approvals", number>>(
        org.service(),
        sql`select
          (select count(*)::int from app.case_flags f join app.cases c on c.id = f.case_id
            where c.owner_id in (${ids}) and c.closed_at is null and f.resolved_at is null
              and coalesce(f.look_on, '2000-01-01') <= ${today}::date) as flags,
          (select count(*)::int from app.case_reviews r join app.cases c on c.id = r.case_id
            where r.closed_at is null and ((r.turn = 'owner' and c.owner_id in (${ids}))
              or (r.turn = 'reviewer' and r.written_by = ${me}))) as reviews,
          (select count(*)::int from app.case_offers where state = 'open' and offered_to = ${me}) as offers,
          (select count(*)::int from app.packets where status = 'ready' and drafted_by = ${me}) as sent,
          (select count(*)::int from app.packets where status = 'ready' and drafted_by <> ${me}
            and ${name === "naledi"}) as approvals`,
      );
      const work = await readMyWork(who.ctx);
      const { flags, reviews, offers, approvals, sent } = work;
      const counts = { flags: flags.length, reviews: reviews.length, offers: offers.length, sent: sent.length };
      expect({ ...counts, approvals: approvals.count }).toEqual(row);
      if (name === "naledi") expect(await listApprovals(who.ctx)).toHaveLength(row?.approvals ?? 0);
    },
  );
});

describe("the team board", () => {
  test("every number of every person, by loops over single reads and by its list", async () => {
    const board = await listTeam(supervisor.ctx);
    expect(board.map((row) => row.name).toSorted()).toEqual([
      "Lerato Example",
      "Naledi Example",
      "Sipho Example",
      "Thandi Example",
    ]);
    const all = await openCases();
    for (const row of board) {
      const own = all.filter((plain) => plain.owner === row.id);
      let flags = 0;
      let reviews = 0;
      let unseen = 0;
      let reviewed: Date | null = null;
      for (const case_ of own) {
        flags += (await listCaseFlags(supervisor.ctx, case_.id)).filter((flag) => !flag.resolvedAt).length;
        const notes = await listCaseReviews(supervisor.ctx, case_.id);
        reviews += notes.filter((note) => !note.closedAt).length;
        const last = notes[0]?.writtenAt ?? null;
        if (last && (!reviewed || last > reviewed)) reviewed = last;
        if ((last ?? case_.opened) < ago(30)) unseen += 1;
      }
      const active = own.map((plain) => plain.active).toSorted((a, b) => +b - +a)[0] ?? null;
      expect(row, row.name).toMatchObject({
        open: own.length,
        overdue: own.filter(isLate).length,
        stalled: own.filter(isStill).length,
        flags,
        reviews,
        notReviewed: unseen,
        lastReviewedAt: reviewed,
        lastActivityAt: active,
      });
      expect(row.open, "its list").toBe(await listed(supervisor, { owner: [row.id] }));
      expect(row.open, "to pick from").toBe((await listOpenOf(supervisor.ctx, row.id)).length);
      expect(row.overdue, "its list").toBe(await listed(supervisor, { owner: [row.id], due: ["overdue"] }));
      expect(row.stalled, "its list").toBe(await listed(supervisor, { owner: [row.id], quietDays: 30 }));
      expect(row.high, "its list").toBe(await listed(supervisor, { owner: [row.id], risk: ["high"] }));
      expect(row.flags, "its list").toBe((await listFlagsOf(supervisor.ctx, row.id)).length);
      expect(row.reviews, "its list").toBe((await listReviewsOf(supervisor.ctx, row.id)).length);
      expect(row.notReviewed, "its list").toBe((await listNotReviewed(supervisor.ctx, 30, row.id)).length);
      expect(row.toApprove, "its list").toBe((await listApprovals(supervisor.ctx, row.id)).length);
    }
  });

  test("says who is away and who covers, and is for supervisors", async () => {
    const board = await listTeam(supervisor.ctx);
    const of = (who: Person) => board.find((row) => row.id === who.memberId);
    expect(of(lerato)?.away).toMatchObject({ coverName: "Thandi Example", untilOn: addDays(today, 3) });
    expect(of(thandi)?.covers).toEqual(["Lerato Example"]);
    expect(of(thandi)?.toApprove).toBe(3);
    await expect(listTeam(thandi.ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});
