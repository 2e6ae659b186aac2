import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { mails } from "@/db/schema";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { buildExport } from "@/lib/operations/exports/build-export";
import { decideExport } from "@/lib/operations/exports/decide-export";
import { listWhole, readExport } from "@/lib/operations/exports/queries";
import { takeExport } from "@/lib/operations/exports/take-export";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { askFor, unpackExport } from "@/tests/support/plant-export";

let org: Org;
let asker: Person;
let other: Person;

beforeAll(async () => {
  org = await makeOrg();
  asker = await org.person("supervisor");
  other = await org.person("supervisor", "Other Example");
  await openCase(asker.ctx, caseForm());
  await openCase(asker.ctx, caseForm());
});

describe("deciding about the folder of everything", () => {
  test("waits for a second person, tells the supervisors, and holds every case and the organisation's own", async () => {
    const exportId = await askFor(org, asker);
    await buildExport(org.service(), { exportId });
    await buildExport(org.service(), { exportId });
    expect((await readExport(asker.ctx, exportId)).state).toBe("waiting");
    const told = await withTransaction(org.service(), "read only", ({ db, orgId }) =>
      db.select({ to: mails.memberId }).from(mails).where(eq(mails.orgId, orgId)),
    );
    expect(told.map(({ to }) => to).toSorted()).toEqual([asker.memberId, other.memberId].toSorted());
    const release = { exportId, decision: "release" };
    await expect(decideExport(await org.confirmed(asker), release)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideExport(await org.coded(other), release)).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
    await expect(decideExport(await org.as("caseworker"), release)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideExport(await (await makeOrg()).confirmed("admin"), release)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(decideExport(other.ctx, { exportId, decision: "x" })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    });
    const both = await Promise.allSettled([
      decideExport(await org.confirmed("admin"), release),
      decideExport(await org.confirmed(other), release),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const folder = await unpackExport(org, asker, exportId);
    const [first] = await listWhole(await org.as("admin"));
    expect(first).toMatchObject({ state: "ready", cases: 2, done: 2 });
    const index = readFileSync(join(folder, "index.html"), "utf8");
    const codes = [...index.matchAll(/cases\/([\w-]+)\/index\.html/g)].map(([, code]) => code ?? "");
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(existsSync(join(folder, "cases", code, "data", "incidents.json"))).toBe(true);
    const log = JSON.parse(readFileSync(join(folder, "organisation/log.json"), "utf8")) as unknown[];
    expect(log.length).toBeGreaterThan(5);
    expect(JSON.stringify(log)).not.toMatch(/-7[0-9a-f]{3}-/);
    expect(readFileSync(join(folder, "organisation/members.csv"), "utf8")).toContain("Other Example");
    // An administrator releases it and sees none of it.
    await expect(takeExport(await org.confirmed("admin"), { exportId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeExport(await org.confirmed(other), { exportId })).rejects.toMatchObject({ code: "not_found" });
    expect(await org.auditOf(exportId)).toEqual([
      "export.asked",
      "export.told",
      "export.told",
      "export.released",
      "export.told",
      "export.progressed",
      "export.progressed",
      "export.built",
      "export.downloaded",
    ]);
  });

  test("who asked takes it back; what was refused is not made", async () => {
    const exportId = await askFor(org, asker);
    await decideExport(asker.ctx, { exportId, decision: "refuse" });
    await buildExport(org.service(), { exportId });
    expect((await readExport(asker.ctx, exportId)).state).toBe("refused");
    await expect(takeExport(await org.confirmed(asker), { exportId })).rejects.toMatchObject({ code: "conflict" });
  });
});
