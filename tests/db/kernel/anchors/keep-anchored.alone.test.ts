import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { onAppended } from "@/lib/kernel/access/head-record";
import { anchorsFile } from "@/lib/kernel/anchors/access";
import { keepAnchored } from "@/lib/kernel/anchors/keep-anchored";
import { readAnchors } from "@/lib/kernel/anchors/read-anchors";
import { readHeadRecords } from "@/lib/kernel/anchors/read-head-records";
import { verifyLog } from "@/lib/kernel/anchors/verify-log";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let ctx: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
});
afterEach(() => onAppended(async () => {}));

const entry = () => ({ action: "case.viewed", subjectId: newId(), caseId: newId(), detail: {} }) as const;
/** So many entries in one transaction; the last one as a command writes it. */
const append = (times: number) =>
  withTransaction(ctx, "read write", async ({ db }) => {
    await db.execute(sql`select count(audit.append('case.viewed', gen_random_uuid(), null, '{}'))
      from generate_series(2, ${times}::int)`);
    await writeAudit(db, entry());
  });
const anchors = async () => (await readAnchors({ only: org.id })).organisations.get(org.id);
const verify = async () => verifyLog(org.service(), { outside: await anchors() });
const last = async () =>
  Number((await bySql<{ seq: string }>(org.service(), sql`select seq from audit.head()`))[0]?.seq);

describe("a command by which 500 entries came without an anchor", () => {
  test("writes the anchor before it answers, in the worker's absence", async () => {
    keepAnchored();
    await append(400);
    expect((await anchors())?.lines).toEqual([]);
    await append(120);
    expect((await anchors())?.lines).toMatchObject([{ seq: await last(), signed: "ours" }]);
    expect(await verify()).toMatchObject({ broken: null, anchors: 1, unanchored: null });
  });

  test("holds the bound while many write at once", async () => {
    keepAnchored();
    const behind: number[] = [];
    const write = async () => {
      for (let turn = 0; turn < 6; turn += 1) {
        await append(60);
        behind.push(await countUnanchored());
      }
    };
    await Promise.all(Array.from({ length: 4 }, write));
    // What the other three have in hand comes on top.
    expect(Math.max(...behind)).toBeLessThan(500 + 3 * 60);
    expect((await anchors())?.lines.length).toBeGreaterThanOrEqual(3);
    expect(await verify()).toMatchObject({ broken: null });
  });

  test("is answered all the same when the folder of anchors cannot be written", async () => {
    keepAnchored();
    const folder = join(anchorsFile(), "..");
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "no folder");
    await append(600);
    await append(1);
    rmSync(folder);
    const { broken, outside } = await verify();
    expect([broken?.problem, ...outside.map(({ problem }) => problem)]).toContain("anchors_missing");
  });
});

/** How many entries lie behind the newest anchor. */
async function countUnanchored(): Promise<number> {
  const [row] = await bySql<{ behind: string }>(
    org.service(),
    sql`select h.seq - coalesce((select max(a.seq) from app.audit_anchors a), 0) as behind from audit.head() h`,
  );
  return Number(row?.behind);
}

describe("the record of where the log ended", () => {
  test("has what was committed, and nothing of what was rolled back", async () => {
    const before = await last();
    await withTransaction(ctx, "read write", async (scoped) => {
      await writeAudit(scoped.db, entry());
      const undone = withTransaction(scoped, "read write", async ({ db }) => {
        await writeAudit(db, entry());
        throw new Error("undone");
      });
      await undone.catch(() => undefined);
    });
    const failed = withTransaction(ctx, "read write", async ({ db }) => {
      await writeAudit(db, entry());
      throw new Error("undone");
    });
    await failed.catch(() => undefined);
    await withTransaction(ctx, "read write", async (scoped) => {
      await withTransaction(scoped, "read write", ({ db }) => writeAudit(db, entry()));
    });
    const { records, forged } = await readHeadRecords(org.id);
    expect([...records.keys()].filter((seq) => seq > before)).toEqual([before + 1, before + 2]);
    expect(forged).toBeNull();
  });
});
