import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { cases, exhibits } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { removeOrphans } from "@/lib/operations/tidying/remove-orphans";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { readyPacket } from "@/tests/support/built-packet";
import { addExhibit } from "@/tests/support/exhibit";
import { webStreamOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

const hours = 3_600_000;
let org: Org;
let worker: Ctx;
let caseId: string;
beforeEach(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const later = (by: number, of: Org = org) => jobCtx(of.id, { now: () => new Date(Date.now() + by) });

/** A file that was kept and whose row was never written, as a process that died leaves it. */
async function orphan(ctx: Ctx = worker, id: string = caseId): Promise<string> {
  const [row] = await withTransaction(ctx, "read only", ({ db }) =>
    db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, id)),
  );
  const keyId = row?.keyId ?? "";
  const { fileId } = await (await openFiles(ctx, keyId)).receive(webStreamOf(Buffer.from("orphan")), { maxBytes: 100 });
  return `${ctx.orgId}/${keyId}/${fileId}`;
}

async function keysOf(of: Org): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of filePlaces().store.list(of.id)) keys.push(key);
  return keys;
}

test("removes what no row names after two days, not before, and never what a row names", async () => {
  const { exhibitId } = await addExhibit(worker, caseId, Buffer.from("evidence"));
  await readyPacket(org, await org.person("caseworker"));
  const named = await keysOf(org);
  const left = await orphan();
  expect(await removeOrphans(later(47 * hours))).toEqual({ removed: 0, spared: 0 });
  expect(await keysOf(org)).toContain(left);
  expect(await removeOrphans(later(49 * hours))).toEqual({ removed: 1, spared: 0 });
  expect((await keysOf(org)).sort()).toEqual(named.sort());
  expect(await org.auditOf(org.id)).toContain("files.tidied");
  const [row] = await withTransaction(worker, "read only", ({ db }) =>
    db.select({ fileId: exhibits.fileId }).from(exhibits).where(eq(exhibits.id, exhibitId)),
  );
  expect(named.some((key) => key.endsWith(row?.fileId ?? "?"))).toBe(true);
  expect(await removeOrphans(later(49 * hours))).toEqual({ removed: 0, spared: 0 });
});

test("never touches another organisation", async () => {
  const other = await makeOrg();
  const theirs = await other.as("caseworker");
  const left = await orphan(theirs, await plantCase(theirs));
  expect(await removeOrphans(later(49 * hours))).toEqual({ removed: 0, spared: 0 });
  expect(await keysOf(other)).toEqual([left]);
});

test("removes none when there are many: the rows are then what is missing, as after going back to a backup", async () => {
  for (let count = 0; count < 21; count += 1) await orphan();
  expect(await removeOrphans(later(49 * hours))).toEqual({ removed: 0, spared: 21 });
  expect(await keysOf(org)).toHaveLength(21);
});

test("goes by the age of the file and not of the process", async () => {
  const left = await orphan();
  const old = new Date(Date.now() - 49 * hours);
  await utimes(join(env().DATA_DIR, "files/sealed", left), old, old);
  expect(await removeOrphans(org.service())).toEqual({ removed: 1, spared: 0 });
});

test("is for the worker alone", async () => {
  for (const role of ["caseworker", "supervisor", "admin", "liaison"] as const) {
    await expect(removeOrphans(await org.as(role))).rejects.toMatchObject({ code: "forbidden" });
  }
});
