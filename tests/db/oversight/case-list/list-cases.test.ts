import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { countCases, listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseListView, CaseRow } from "@/lib/oversight/case-list/types";
import { addDays } from "@/lib/platform/time/calendar";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;
let supervisor: Ctx;
const risks = ["standard", "elevated", "high"] as const;

const view = (over: Partial<CaseListView> = {}): CaseListView => ({
  filters: {},
  sort: { key: "due", dir: "asc" },
  size: 5,
  ...over,
});

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
  supervisor = await org.as("supervisor");
  const today = officeToday(mine.now);
  for (let at = 0; at < 12; at += 1) {
    const form = caseForm({ risk: risks[at % 3] });
    await openCase(at < 9 ? mine : supervisor, form);
    const due = at % 4 === 3 ? null : addDays(today, (at % 5) * 4 - 4);
    await plantDue(form.id, due);
  }
});

/** The ladder writes these columns; here they are set by hand, so that the order is known. */
async function plantDue(caseId: string, due: string | null): Promise<void> {
  await withTransaction(supervisor, "read write", async (ctx) => {
    await ctx.db.execute(sql`update app.cases set next_due_on = ${due}::date where id = ${caseId}::uuid`);
  });
}

async function walk(ctx: Ctx, asked: CaseListView): Promise<CaseRow[]> {
  const rows: CaseRow[] = [];
  let cursor: CaseListView["cursor"];
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await listCases(ctx, { ...asked, cursor });
    expect(page.from).toBe(page.rows.length === 0 ? 0 : rows.length + 1);
    rows.push(...page.rows);
    if (!page.after) return rows;
    cursor = { mark: page.after, side: "after" };
  }
  throw new Error("The list has no end.");
}

describe("listCases", () => {
  test.each(["due", "opened", "activity", "pseudonym", "risk", "ladder"] as const)(
    "walks the order %s without a gap",
    async (key) => {
      for (const dir of ["asc", "desc"] as const) {
        const rows = await walk(supervisor, view({ sort: { key, dir } }));
        expect(new Set(rows.map((row) => row.id)).size).toBe(12);
      }
    },
  );

  test("puts the soonest deadline first and what has none last", async () => {
    const dates = (await walk(supervisor, view())).map((row) => row.nextDueOn);
    const known = dates.filter((date) => date !== null);
    expect(known).toEqual(known.toSorted());
    expect(dates.slice(known.length)).toEqual([null, null, null]);
  });

  test("finds a name among few as among many, in the same order", async () => {
    const [{ pseudonym } = { pseudonym: "" }] = await walk(mine, view());
    for (const q of [pseudonym, pseudonym.slice(0, 5)]) {
      const asked = view({ filters: { q } });
      const ids = async (few?: boolean) => (await walk(mine, { ...asked, few })).map(({ id }) => id);
      const among = await ids();
      expect(among.length).toBeGreaterThan(0);
      expect(await ids(true)).toEqual(among);
    }
  });

  test("puts the highest risk first when asked", async () => {
    const rows = await walk(supervisor, view({ sort: { key: "risk", dir: "desc" } }));
    expect(rows.slice(0, 4).map((row) => row.risk)).toEqual(["high", "high", "high", "high"]);
  });

  test("goes back to the page it came from", async () => {
    const first = await listCases(supervisor, view());
    const second = await listCases(supervisor, view({ cursor: { mark: first.after ?? "", side: "after" } }));
    const again = await listCases(supervisor, view({ cursor: { mark: second.before ?? "", side: "before" } }));
    expect(again.rows.map((row) => row.id)).toEqual(first.rows.map((row) => row.id));
    expect([first.before, again.before, again.from]).toEqual([undefined, undefined, 1]);
  });

  test("shows a caseworker their own cases and a supervisor all of them", async () => {
    expect(await countCases(mine, {})).toBe(9);
    expect(await countCases(supervisor, {})).toBe(12);
    const colleague = (await org.person("caseworker")).ctx;
    expect((await listCases(colleague, view())).rows).toEqual([]);
  });

  test("filters by risk, deadline, owner and the beginning of a pseudonym", async () => {
    const high = await walk(supervisor, view({ filters: { risk: ["high"] } }));
    expect(high).toHaveLength(4);
    const late = await walk(supervisor, view({ filters: { due: ["overdue"] } }));
    const today = officeToday(mine.now);
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((row) => row.nextDueOn !== null && row.nextDueOn < today)).toBe(true);
    expect(await countCases(supervisor, { owner: ["me"] })).toBe(3);
    const [case_] = late;
    expect(await countCases(supervisor, { q: case_?.pseudonym.toLowerCase() })).toBe(1);
    expect(await countCases(supervisor, { q: "%" })).toBe(0);
    expect(await countCases(supervisor, { owner: ["nobody"] })).toBe(0);
  });

  test("takes a mark that somebody made up for no mark", async () => {
    const page = await listCases(supervisor, view({ cursor: { mark: "bm9uc2Vuc2U", side: "after" } }));
    expect(page.from).toBe(1);
  });

  test("shows nothing of another organisation", async () => {
    const other = await makeOrg();
    expect((await listCases(await other.as("supervisor"), view())).total).toBe(0);
  });

  test("is not for liaisons or administrators", async () => {
    for (const role of ["liaison", "admin"] as const) {
      await expect(listCases(await org.as(role), view())).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

test("readViewCounts counts what its views list", async () => {
  const counts = await readViewCounts(supervisor);
  expect(counts).toMatchObject({ open: 12, mine: 3, quiet: 0 });
  expect(counts.overdue).toBe(await countCases(supervisor, { due: ["overdue"] }));
});
