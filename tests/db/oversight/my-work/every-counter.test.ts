import { beforeAll, describe, expect, test } from "vitest";
import { caseSteps } from "@/db/schema";
import { listFlagsOf } from "@/lib/casework/flags/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { listNotReviewed, listReviewsOf } from "@/lib/casework/reviews/queries";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { listCases } from "@/lib/oversight/case-list/queries";
import type { CaseFilters } from "@/lib/oversight/case-list/types";
import { listApprovals, readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { reviewDays, stalledDays } from "@/lib/oversight/my-work/rules";
import { listTeam } from "@/lib/oversight/team/list-team";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday, plantFollowUp, plantHandClock } from "@/tests/support/plant-clock";

/** Every number on a page, against the length of the list that it opens, in an organisation drawn by lot. */
let org: Org;
let supervisor: Person;
const workers: Person[] = [];
const lists = ["overdue", "today", "soon", "waiting"] as const;
const risks = ["standard", "elevated", "high"] as const;

/** The same organisation on every run. */
let seed = 20_261_130;
function lot(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
}

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Naledi Example");
  for (const name of ["Ann Example", "Bea Example", "Cal Example"]) workers.push(await org.person("caseworker", name));
  const [ann, bea] = workers as [Person, Person];
  for (const who of [...workers, supervisor]) for (let n = 0; n < 3 + lot(3); n++) await drawCase(who);
  const today = homeToday(ann.ctx);
  await recordAbsence(ann.ctx, {
    memberId: ann.memberId,
    coverId: bea.memberId,
    fromOn: today,
    untilOn: addDays(today, 3),
  });
});

async function drawCase(who: Person): Promise<void> {
  const ago = (days: number) => new Date(who.ctx.now.getTime() - days * 86_400_000);
  const caseId = await plantCase(who.ctx, { risk: risks[lot(3)], lastActivityAt: ago(lot(60)), openedAt: ago(60) });
  const today = homeToday(who.ctx);
  for (let n = 0; n < lot(4); n++) await plantHandClock(who.ctx, caseId, { dueOn: addDays(today, lot(16) - 5) });
  if (lot(2) === 0) await plantFollowUp(who.ctx, caseId, lot(25));
  if (lot(2) === 0) await plantSent(who, caseId, addDays(today, -lot(40)));
  if (lot(3) === 0) await raiseFlag(supervisor.ctx, { caseId, message: "Look." });
  if (lot(3) === 0) await writeReview(supervisor.ctx, { caseId, note: "Why?", wantsAnswer: "on" });
  await advanceLadder(org.service(), { caseId });
}

/** A complaint that is with the FBI: it waits, and its clock says when to look again. */
async function plantSent(who: Person, caseId: string, submittedOn: string): Promise<void> {
  await withTransaction(who.ctx, "read write", ({ db, orgId, now }) =>
    db.insert(caseSteps).values({ orgId, caseId, stepKey: "ic3", state: "submitted", submittedOn, updatedAt: now }),
  );
}

async function lengthOf(who: Person, filters: CaseFilters): Promise<number> {
  return (await listCases(who.ctx, { filters, sort: { key: "due", dir: "asc" }, size: 100 })).rows.length;
}

test("the lot leaves no list empty", async () => {
  const { queue } = await readMyWork(supervisor.ctx);
  for (const list of lists) expect(queue[list].items.length, list).toBeGreaterThan(0);
});

describe.each([0, 1, 2, 3])("person %i", (at) => {
  const person = () => [...workers, supervisor][at] as Person;

  test("the side bar and the numbers of My work", async () => {
    const who = person();
    const nav = await readNavCounts(who.ctx);
    const work = await readMyWork(who.ctx);
    for (const list of lists) expect([list, work.queue[list].count]).toEqual([list, work.queue[list].items.length]);
    expect(nav.overdue).toBe(work.queue.overdue.items.length);
    expect(nav.approvals).toBe(work.approvals.items.length + work.releases.items.length);
    expect(work.stalled).toBe(await lengthOf(who, { owner: ["me"], quietDays: stalledDays }));
  });

  test("the filters of the case list", async () => {
    const who = person();
    const { counts, total } = await countFacets(who.ctx, {});
    expect(total).toBe(await lengthOf(who, {}));
    const filters: [string, ReadonlyMap<string, number>, (value: string) => CaseFilters][] = [
      ["due", counts.due, (value) => ({ due: [value] }) as CaseFilters],
      ["risk", counts.risk, (value) => ({ risk: [value] }) as CaseFilters],
      ["owner", counts.owner, (value) => ({ owner: [value] })],
      ["level", counts.level, (value) => ({ level: [Number(value)] })],
      ["pair", counts.pair, (value) => ({ pair: [value] })],
      ["quiet", counts.quiet, (value) => ({ quietDays: Number(value) })],
      ["flagged", counts.flagged, () => ({ flagged: true })],
      ["step", counts.step, (value) => ({ step: [value] })],
    ];
    for (const [facet, values, filterOf] of filters) {
      for (const [value, n] of values) {
        expect([facet, value, n]).toEqual([facet, value, await lengthOf(who, filterOf(value))]);
      }
    }
  });
});

describe("a supervisor", () => {
  test("has on each line of Team the lengths of the lists that its numbers open", async () => {
    for (const row of await listTeam(supervisor.ctx)) {
      const { queue } = await readMyWork(supervisor.ctx, row.id);
      const lengths = Object.fromEntries(lists.map((list) => [list, queue[list].items.length]));
      expect(row, row.name).toMatchObject({
        acts: lengths,
        open: await lengthOf(supervisor, { owner: [row.id] }),
        overdue: await lengthOf(supervisor, { owner: [row.id], due: ["overdue"] }),
        high: await lengthOf(supervisor, { owner: [row.id], risk: ["high"] }),
        stalled: await lengthOf(supervisor, { owner: [row.id], quietDays: stalledDays }),
        flags: (await listFlagsOf(supervisor.ctx, row.id)).length,
        reviews: (await listReviewsOf(supervisor.ctx, row.id)).length,
        notReviewed: (await listNotReviewed(supervisor.ctx, reviewDays, row.id)).length,
        toApprove: (await listApprovals(supervisor.ctx, row.id)).length,
      });
    }
  });

  test("has the sums of the team's lists on My work and in the side bar", async () => {
    const team = await listTeam(supervisor.ctx);
    const { queue } = await readMyWork(supervisor.ctx);
    const nav = await readNavCounts(supervisor.ctx);
    for (const list of lists) {
      const sum = team.reduce((all, { acts }) => all + acts[list], 0);
      expect([list, queue[list].count]).toEqual([list, sum]);
    }
    expect(nav.overdue).toBe(team.reduce((all, { acts }) => all + acts.overdue, 0));
    expect(team.reduce((all, { open }) => all + open, 0)).toBe(await lengthOf(supervisor, {}));
  });

  test("sees of a colleague who is away what the colleague who covers sees of them", async () => {
    const [ann, bea] = workers as [Person, Person];
    const ofAnn = (await listTeam(supervisor.ctx)).find(({ id }) => id === ann.memberId)?.acts;
    const { queue } = await readMyWork(bea.ctx);
    expect(queue.overdue.items.filter(({ ownerId }) => ownerId === ann.memberId)).toHaveLength(ofAnn?.overdue ?? -1);
  });
});
