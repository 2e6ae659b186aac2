import { beforeAll, describe, expect, test } from "vitest";
import { exportList } from "@/lib/oversight/case-list/export-list";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
  const worker = await org.as("caseworker");
  for (let at = 0; at < 103; at += 1) {
    await plantCase(worker, { pseudonym: at === 0 ? "=cmd|calc" : `Bird ${at}`, risk: at < 2 ? "high" : "standard" });
  }
});

const asked = (over = {}) => ({ format: "csv", filters: {}, sort: { key: "opened", dir: "asc" }, ...over });
const csv = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe("exporting the list of cases", () => {
  test("gives every row of all pages under the filters, once, inert in a spreadsheet, and logs it", async () => {
    const ctx = await org.as("supervisor");
    const { bytes, rows, name } = await exportList(ctx, asked());
    expect(rows).toBe(103);
    expect(name).toMatch(/^cases_\d{4}-\d\d-\d\d\.csv$/);
    expect(new Set(csv(bytes).split("\r\n")).size).toBe(105);
    expect(csv(bytes)).toContain(`\r\n"'=cmd|calc",`);
    expect((await exportList(ctx, asked({ filters: { risk: ["high"] }, format: "xlsx" }))).rows).toBe(2);
    const actions = await org.auditOf(ctx.actor.memberId ?? "");
    expect(actions.filter((action) => action === "list.exported")).toHaveLength(2);
  });

  test("gives the ticked cases alone, a closed one too, and none that the person may not see", async () => {
    const worker = await org.person("caseworker");
    const ids = [await plantCase(worker.ctx), await plantCase(worker.ctx, { closedAt: worker.ctx.now })];
    const ticked = asked({ filters: { status: ["open", "closed"], ids } });
    expect((await exportList(worker.ctx, ticked)).rows).toBe(2);
    expect((await exportList((await org.person("caseworker")).ctx, ticked)).rows).toBe(0);
  });

  test("gives a person what they may see, and names a bad field", async () => {
    expect((await exportList((await org.person("caseworker")).ctx, asked())).rows).toBe(0);
    expect((await exportList(await (await makeOrg()).as("supervisor"), asked())).rows).toBe(0);
    await expect(exportList(await org.as("admin"), asked())).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportList(await org.as("supervisor"), asked({ format: "pdf" }))).rejects.toMatchObject({
      fields: { format: "Choose CSV or XLSX." },
    });
  });
});
