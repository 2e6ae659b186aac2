import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { bySql } from "@/tests/support/by-sql";
import { caseForm, newClient, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let clientId: string;
let code: string;

beforeAll(async () => {
  org = await makeOrg();
  const opened = await openSample(await org.as("caseworker"), { client: newClient("Sandpiper") });
  clientId = opened.clientId;
});

const reasonsFor = async (asked: Record<string, string>) => {
  const { matches } = await searchClients(await org.as("caseworker"), asked);
  code = matches[0]?.code ?? "";
  return matches[0]?.reasons ?? [];
};

describe("searchClients", () => {
  test("finds by name, sound, phone, e-mail and identity number, and keeps that somebody looked", async () => {
    expect(await reasonsFor({ name: "dlamini, NOMVULA" })).toEqual(["name"]);
    expect(await reasonsFor({ name: "Nomvoula Dlameeni" })).toEqual(["sounds_alike"]);
    expect(await reasonsFor({ phone: "082 555 0101" })).toEqual(["phone"]);
    expect(await reasonsFor({ email: "NOMVULA@mail.example" })).toEqual(["email"]);
    expect(await reasonsFor({ identityNumber: "8001015009087" })).toEqual(["identity_number"]);
    expect(code).toMatch(/^[A-Z]{2}-1$/);
    const ctx = await org.as("caseworker");
    expect(await org.auditOf(ctx.actor.memberId ?? "")).toContain("client.searched");
  });

  test("shows the code name and the cases, never the name", async () => {
    const found = await searchClients(await org.as("caseworker"), { name: "Nomvula Dlamini" });
    expect(found).toMatchObject({ matches: [{ id: clientId, pseudonym: "Sandpiper", cases: [{}] }] });
    expect(JSON.stringify(found)).not.toContain("Dlamini");
  });

  test("says the same of a client whom the person may not see as of nobody", async () => {
    const { ctx } = await org.person("caseworker");
    const nobody = await searchClients(ctx, { phone: "+27825550999" });
    expect(nobody).toEqual({ matches: [] });
    for (const asked of [
      { phone: "+27825550101" },
      { identityNumber: "8001015009087" },
      { name: "Nomvula Dlamini" },
      { email: "nomvula@mail.example" },
    ]) {
      expect(await searchClients(ctx, asked)).toEqual(nobody);
    }
    const entries = await bySql<{ detail: { matches: number } }>(
      org.service(),
      sql`select detail from audit.entries where member_id = ${ctx.actor.memberId}::uuid and action = 'client.searched'`,
    );
    expect(new Set(entries.map(({ detail }) => detail.matches))).toEqual(new Set([0]));
    expect(await searchClients(await org.as("supervisor"), { phone: "+27825550101" })).toMatchObject({
      matches: [{ pseudonym: "Sandpiper" }],
    });
  });

  test("another organisation finds nobody, not even a count", async () => {
    const other = await makeOrg();
    expect(await searchClients(await other.as("supervisor"), { name: "Nomvula Dlamini" })).toEqual({
      matches: [],
    });
  });

  test("asks for something to look for", async () => {
    await expect(searchClients(await org.as("caseworker"), { name: "  " })).rejects.toMatchObject({
      code: "invalid",
      fields: { name: expect.any(String) },
    });
  });

  test("a shared first name alone is no match for a whole name", async () => {
    const fresh = await makeOrg();
    const ctx = await fresh.as("caseworker");
    await openSample(ctx, caseForm({ client: { ...newClient("Weaver"), name: "Mary Peters" } }));
    expect((await searchClients(ctx, { name: "Kagiso Peters" })).matches).toHaveLength(0);
    expect((await searchClients(ctx, { name: "Peeters" })).matches).toHaveLength(1);
  });
});
