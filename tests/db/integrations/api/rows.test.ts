import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { newId } from "@/lib/platform/ids";
import type { ApiClient } from "@/tests/support/api-client";
import { clientWith } from "@/tests/support/api-requests";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;
let boss: Person;
let sheet: ApiClient;
let bossSheet: ApiClient;

const scopes = ["rows:read"] as const;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  boss = await org.person("supervisor");
  sheet = await clientWith((await plantApiToken(org, worker, { scopes })).token);
  bossSheet = await clientWith((await plantApiToken(org, boss, { scopes })).token);
  await plantCase(worker.ctx, { pseudonym: "Hoopoe", risk: "high" });
  await plantCase(worker.ctx, { pseudonym: "=cmd|calc", risk: "standard" });
  await plantCase((await org.person("caseworker")).ctx, { pseudonym: "Somebody else's", risk: "high" });
});

const linesOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes).trim().split("\r\n");
const save = (who: Person, over: object) => saveView(who.ctx, { name: `View ${newId()}`, query: "", ...over });

describe("a spreadsheet that fetches by itself", () => {
  test("gets the cases of its member without any name, and the log has it as a download with the token", async () => {
    const answered = await sheet.call("downloadCaseRows");
    expect(answered.status).toBe(200);
    expect(answered.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [head, ...rows] = linesOf(answered);
    expect(head).toBe(
      '"Number","Countries","State","Risk","In danger","Level","Next step","Last activity","Next due","Opened","Closed"',
    );
    expect(rows).toHaveLength(2);
    for (const word of ["Hoopoe", "cmd", worker.ctx.actor.name]) expect(rows.join()).not.toContain(word);
    const [entry] = await bySql<{ detail: object }>(
      org.service(),
      sql`select detail from audit.entries where action = 'list.exported' order by seq desc limit 1`,
    );
    expect(entry?.detail).toMatchObject({ rows: 2, named: false, apiToken: expect.any(String) });
    expect(linesOf(await bossSheet.call("downloadCaseRows"))).toHaveLength(4);
  });

  test("gets the filters and columns of a saved view that its member sees, and of no other", async () => {
    const { id } = await save(worker, { query: "risk=high", columns: ["ladder", "owner"] });
    const answered = await sheet.call("downloadCaseRows", { view: id });
    const [head, ...rows] = linesOf(answered);
    expect([head, rows.length]).toEqual(['"Number","Countries","State","Level","Next step"', 1]);
    const theirs = await save(boss, {});
    for (const view of [theirs.id, newId()]) expect((await sheet.call("downloadCaseRows", { view })).status).toBe(404);
    const sought = await save(worker, { query: "q=bWFyaw" });
    const refused = await sheet.call("downloadCaseRows", { view: sought.id });
    expect([refused.status, refused.body.errors]).toEqual([422, [expect.objectContaining({ pointer: "#/view" })]]);
  });

  test("gets the report for donors where its member may read reports, with small counts suppressed", async () => {
    const [head, ...rows] = linesOf(await bossSheet.call("downloadDonorRows", { period: "year" }));
    expect(head).toBe('"Report","Line","Countries","Figure","Value"');
    expect(rows.filter((row) => row.startsWith('"Caseload"')).every((row) => row.startsWith('"Caseload","All"'))).toBe(
      true,
    );
    expect(rows.join()).toContain("Fewer than 5");
    for (const { ctx } of [worker, boss]) expect(rows.join()).not.toContain(ctx.actor.name);
    expect((await sheet.call("downloadDonorRows")).status).toBe(403);
    const twoDays = await bossSheet.call("downloadDonorRows", { period: "custom", from: "2026-02-01" });
    expect(twoDays.status).toBe(422);
  });

  test("opens nothing else, and a token in the address opens nothing", async () => {
    expect((await sheet.call("listCases")).status).toBe(403);
    const none = await clientWith(null);
    expect((await none.call("downloadCaseRows")).status).toBe(401);
  });
});
