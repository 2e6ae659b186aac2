import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { listCaseFlags } from "@/lib/casework/flags/queries";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { countCases, listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import {
  type CaseFilters,
  type DueFilter,
  type FacetName,
  facetNames,
  type Risk,
} from "@/lib/oversight/case-list/types";
import { addDays } from "@/lib/platform/time/calendar";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Ctx;
let supervisor: Ctx;
const risks = ["standard", "elevated", "high"] as const;
const steps = ["Sworn statement", "Preservation request"];

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
  supervisor = await org.as("supervisor");
  const today = officeToday(mine.now);
  for (let at = 0; at < 12; at += 1) {
    const form = caseForm({ risk: risks[at % 3], pair: at % 5 === 0 ? "US-ZA" : "ZA-US" });
    await openCase(at < 9 ? mine : supervisor, form);
    if (at % 4 === 0) await number(form.id, "ic3", `I26101500000001${10 + at}`);
    const due = at % 4 === 3 ? null : addDays(today, (at % 5) * 4 - 4);
    if (at % 4 < 2) await raiseFlag(supervisor, { caseId: form.id, message: "Look again" });
    if (at === 1) await raiseFlag(supervisor, { caseId: form.id, message: "And once more" });
    if (at === 5) await settle(form.id);
    const plant = sql`update app.cases set next_due_on = ${due}::date, level = ${1 + (at % 4)},
      next_step = ${steps[at % 2]}, opened_at = opened_at - ${at * 24} * interval '1 hour',
      last_activity_at = last_activity_at - ${at * 4} * interval '1 day' where id = ${form.id}::uuid`;
    await withTransaction(supervisor, "read write", (ctx) => ctx.db.execute(plant));
  }
});

async function settle(caseId: string): Promise<void> {
  for (const flag of await listCaseFlags(supervisor, caseId)) {
    await resolveFlag(supervisor, { flagId: flag.id, note: "Looked" });
  }
}

async function number(caseId: string, kind: string, raw: string): Promise<void> {
  const issued = { state: "issued", receivedVia: "sms", issuedOn: "2026-10-14", seenDuplicate: "on" };
  await recordReference(supervisor, { caseId, kind, raw, ...issued });
}

/** The list itself, asked for one value of a facet in place of what the filters ask of it. */
const asking: Record<FacetName, (value: string) => Partial<CaseFilters>> = {
  due: (value) => ({ due: [value as DueFilter] }),
  risk: (value) => ({ risk: [value as Risk] }),
  owner: (value) => ({ owner: [value] }),
  level: (value) => ({ level: [Number(value)] }),
  pair: (value) => ({ pair: [value] }),
  flagged: () => ({ flagged: true }),
  quiet: (value) => ({ quietDays: Number(value) }),
  step: (value) => ({ step: [value] }),
  kind: (value) => ({ kind: [value] }),
};

async function lengthOf(ctx: Ctx, filters: CaseFilters): Promise<number> {
  const { rows } = await listCases(ctx, { filters, sort: { key: "ladder", dir: "asc" }, size: 100 });
  return rows.length;
}

const views: Record<string, CaseFilters> = {
  nothing: {},
  "one risk": { risk: ["high"] },
  "risk, deadline and quiet": { risk: ["high", "standard"], due: ["overdue", "week", "none"], quietDays: 14 },
  "a kind of number": { kind: ["ic3"], level: [1, 2] },
  "my own of one pair": { owner: ["me"], pair: ["ZA-US"] },
  "flagged and high": { flagged: true, risk: ["high"] },
  closed: { status: ["closed"] },
};

/** Case by case, from the list of each case's own flags. */
async function flaggedByHand(): Promise<number> {
  const { rows } = await listCases(supervisor, { filters: {}, sort: { key: "opened", dir: "asc" }, size: 100 });
  const flags = await Promise.all(rows.map((row) => listCaseFlags(supervisor, row.id)));
  return flags.filter((of) => of.some((flag) => flag.resolvedAt === null)).length;
}

describe("countFacets", () => {
  test.each(Object.entries(views))("counts what the list shows, asking %s", async (_, filters) => {
    for (const ctx of [mine, supervisor]) {
      const { counts, cut, total, views: beside } = await countFacets(ctx, filters);
      expect(cut).toBe(false);
      expect(total).toBe(await countCases(ctx, filters));
      expect(beside).toEqual(filters.status ? null : await readViewCounts(ctx));
      for (const facet of facetNames) {
        for (const [value, n] of counts[facet]) {
          expect(n, `${facet} ${value}`).toBe(await lengthOf(ctx, { ...filters, ...asking[facet](value) }));
        }
      }
    }
  });

  test("names every value that a case has", async () => {
    const { counts } = await countFacets(supervisor, {});
    expect([...counts.risk.keys()].toSorted()).toEqual(["elevated", "high", "standard"]);
    expect([...counts.step.keys()].toSorted()).toEqual(steps.toSorted());
    expect(counts.kind).toEqual(new Map([["ic3", 3]]));
    expect(counts.flagged).toEqual(new Map([["yes", await flaggedByHand()]]));
    expect(await flaggedByHand()).toBe(5);
    expect(counts.quiet.get("14")).toBe(8);
    expect([...counts.owner.values()].toSorted()).toEqual([3, 3, 9]);
    expect(counts.owner.get("me")).toBe(3);
  });

  test("counts nothing of another organisation, and is not for liaisons", async () => {
    const other = await (await makeOrg()).as("supervisor");
    expect((await countFacets(other, {})).counts.risk.size).toBe(0);
    await expect(countFacets(await org.as("liaison"), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("filters by day", () => {
  test("take both ends in, on the office wall", async () => {
    const today = officeToday(supervisor.now);
    expect(await countCases(supervisor, { openedFrom: today })).toBe(1);
    expect(await countCases(supervisor, { openedFrom: addDays(today, -3), openedTo: addDays(today, -1) })).toBe(3);
    expect(await countCases(supervisor, { quietSince: addDays(today, -7) })).toBe(10);
    expect(await countCases(supervisor, { quietSince: addDays(today, 1) })).toBe(12);
  });
});

test("the step that is next is one value, whichever platforms it names, also for words that were kept before", async () => {
  const own = await makeOrg();
  const worker = await own.as("caseworker");
  const act = "Report the accounts and posts to the platform";
  for (const nextStep of [act, `${act}: Instagram`, `${act}: Instagram, Facebook`, "Ask: a question"])
    await plantCase(worker, { nextStep });
  const { counts } = await countFacets(worker, {});
  expect([...counts.step].toSorted()).toEqual([
    ["Ask: a question", 1],
    [act, 3],
  ]);
  for (const step of [act, `${act}: Facebook`]) expect(await countCases(worker, { step: [step] }), step).toBe(3);
  expect(await countCases(worker, { step: ["Ask: a question"] })).toBe(1);
});
