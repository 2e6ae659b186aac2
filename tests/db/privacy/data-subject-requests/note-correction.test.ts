import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { registerClient } from "@/lib/casework/clients/register-client";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { noteCorrection } from "@/lib/privacy/data-subject-requests/commands/note-correction";
import { readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { bySql } from "@/tests/support/by-sql";
import { newClient } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantRequest } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;
const asked = { kind: "correction", dueOn: "2026-02-01" };
const phone = { what: "phone", after: "+27 82 555 0999", why: "The client read it out" };

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("noteCorrection", () => {
  test("puts the detail right, finds it by the new value alone, and keeps what stood there", async () => {
    const { requestId, clientId } = await plantRequest(supervisor, asked, { until: "granted" });
    await noteCorrection(supervisor.ctx, { requestId, ...phone });
    await noteCorrection(supervisor.ctx, { requestId, ...phone, after: "+27 82 555 0998" });
    const seen = await revealClient(await org.confirmed(supervisor), {
      clientId,
      reason: "To look",
      fields: ["phone"],
    });
    expect(seen.phone).toBe("+27 82 555 0998");
    const { corrections } = await readRequest(supervisor.ctx, requestId);
    expect(corrections.map(({ before, after }) => [before, after])).toEqual([
      ["+27 82 555 0101", "+27 82 555 0999"],
      ["+27 82 555 0999", "+27 82 555 0998"],
    ]);
    const by = async (number: string) =>
      (await searchClients(supervisor.ctx, { phone: number })).matches.map((m) => m.id);
    expect(await by("082 555 0998")).toContain(clientId);
    expect(await by("082 555 0999")).not.toContain(clientId);
    expect((await org.auditOf(requestId)).slice(-2)).toEqual(["rights.corrected", "rights.corrected"]);
    const rows = await bySql(
      org.service(),
      sql`select words from app.corrections where request_id = ${requestId}::uuid`,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/82 ?555 ?0/);
  });

  test("a detail that another client has needs a tick and a reason, and the log keeps both", async () => {
    const { requestId, clientId } = await plantRequest(supervisor, asked, { until: "granted" });
    const shared = "+27 82 555 0661";
    const { id: otherId } = await registerClient(supervisor.ctx, { ...newClient("Shared phone"), phone: shared });
    const form = { requestId, ...phone, after: "0825550661" };
    await expect(noteCorrection(supervisor.ctx, form)).rejects.toMatchObject({
      code: "conflict",
      fields: { somebodyElse: expect.stringContaining("Shared phone") },
    });
    await expect(noteCorrection(supervisor.ctx, { ...form, somebodyElse: "on" })).rejects.toMatchObject({
      code: "invalid",
      fields: { somebodyElseWhy: expect.stringContaining("Shared phone") },
    });
    const why = { somebodyElse: "on", somebodyElseWhy: "Mother and daughter share it" };
    await noteCorrection(supervisor.ctx, { ...form, ...why });
    expect(await org.auditOf(clientId)).toContain("client.told_apart");
    const log = await bySql<{ detail: object }>(
      org.service(),
      sql`select detail from audit.entries where subject_id = ${clientId}::uuid and action = 'client.told_apart' order by seq desc`,
    );
    expect(log[0]?.detail).toMatchObject({ clients: [otherId], of: "phone" });
    expect(JSON.stringify(log)).not.toContain("Mother");
    // The same once more is the client's own: nobody is their own double.
    await noteCorrection(supervisor.ctx, { requestId, ...phone, after: "+27 82 555 0996" });
  });

  test("two at once keep both old values", async () => {
    const { requestId } = await plantRequest(supervisor, asked, { until: "granted" });
    await Promise.all([
      noteCorrection(supervisor.ctx, { requestId, ...phone }),
      noteCorrection(supervisor.ctx, { requestId, ...phone, after: "+27 82 555 0997" }),
    ]);
    const { corrections } = await readRequest(supervisor.ctx, requestId);
    expect(corrections.map(({ before }) => before)).toContain("+27 82 555 0101");
    expect(new Set(corrections.map(({ before }) => before)).size).toBe(2);
  });

  test("comes after the grant, changes nobody's details for somebody else, and names the field that is wrong", async () => {
    const open = await plantRequest(supervisor, asked, { until: "identified" });
    await expect(noteCorrection(supervisor.ctx, { requestId: open.requestId, ...phone })).rejects.toMatchObject({
      code: "conflict",
    });
    const theirs = await plantRequest(supervisor, { ...asked, fromWhom: "subject" }, { until: "granted" });
    await expect(noteCorrection(supervisor.ctx, { requestId: theirs.requestId, ...phone })).rejects.toMatchObject({
      fields: { what: expect.any(String) },
    });
    const { requestId } = await plantRequest(supervisor, asked, { until: "granted" });
    for (const [field, over] of [
      ["after", { after: "no digits" }],
      ["after", { what: "email", after: "nobody" }],
      ["before", { what: "other" }],
      ["why", { why: "" }],
    ] as const) {
      await expect(noteCorrection(supervisor.ctx, { requestId, ...phone, ...over })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
    await expect(noteCorrection(await org.as("admin"), { requestId, ...phone })).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const ctx of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")]) {
      await expect(noteCorrection(ctx, { requestId, ...phone })).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
