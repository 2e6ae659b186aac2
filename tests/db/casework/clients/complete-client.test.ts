import { beforeAll, describe, expect, test } from "vitest";
import { completeClient } from "@/lib/casework/clients/complete-client";
import { readClient } from "@/lib/casework/clients/queries";
import { registerClient } from "@/lib/casework/clients/register-client";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { safeContact } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

const register = (pseudonym: string, more: Record<string, unknown> = {}) =>
  registerClient(mine.ctx, { pseudonym, safeContact, ...more });

describe("completeClient", () => {
  test("a client who was only a code name gets a name and a phone, and is found by them", async () => {
    const { id } = await register("Korhaan");
    expect((await readClient(mine.ctx, id)).has).toMatchObject({ name: false, phone: false, address: false });
    await completeClient(mine.ctx, { clientId: id, name: "Lerato Later", phone: "082 555 0901" });
    expect((await readClient(mine.ctx, id)).has).toMatchObject({ name: true, phone: true, address: false });
    const { matches } = await searchClients(mine.ctx, { phone: "+27 82 555 0901" });
    expect(matches).toMatchObject([{ id, reasons: ["phone"] }]);
    expect(await org.auditOf(id)).toEqual(["client.registered", "client.completed"]);
  });

  test("what a colleague added meanwhile is not written over without a tick", async () => {
    const { id } = await register("Kite", { phone: "082 555 0902" });
    const other = { clientId: id, phone: "082 555 0903", address: "3 Voorbeeld Street" };
    await expect(completeClient(mine.ctx, other)).rejects.toMatchObject({
      code: "conflict",
      fields: { phone: expect.stringContaining("Replace what is on record") },
    });
    expect((await readClient(mine.ctx, id)).has.address).toBe(false);
    await completeClient(mine.ctx, { ...other, replace: "on" });
    const { matches } = await searchClients(mine.ctx, { phone: "0825550903" });
    expect(matches).toMatchObject([{ id }]);
  });

  test("another client with the same phone is shown first", async () => {
    await register("Lapwing", { phone: "082 555 0904" });
    const { id } = await register("Longclaw");
    const same = { clientId: id, phone: "+27825550904" };
    await expect(completeClient(mine.ctx, same)).rejects.toMatchObject({
      fields: { somebodyElse: expect.stringContaining("Lapwing") },
    });
    const told = { ...same, somebodyElse: "on", somebodyElseWhy: "Two sisters, one phone" };
    await expect(completeClient(mine.ctx, told)).resolves.toEqual({ id });
  });
});
