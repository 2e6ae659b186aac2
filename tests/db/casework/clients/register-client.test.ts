import { beforeAll, describe, expect, test } from "vitest";
import { clients } from "@/db/schema";
import { readClient } from "@/lib/casework/clients/queries";
import { registerClient } from "@/lib/casework/clients/register-client";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { newClient, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { asService } from "@/tests/support/plant-everywhere";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("registerClient", () => {
  test("keeps a person sealed, under a code that says nothing", async () => {
    const made = await registerClient(await org.as("caseworker"), newClient("Fish eagle"));
    expect(made.code).toMatch(/^[A-Z]{2}-\d+$/);
    expect(await org.auditOf(made.id)).toEqual(["client.registered"]);
    const rows = await withTransaction(org.service(), "read only", (ctx) => ctx.db.select().from(clients));
    expect(JSON.stringify(rows)).not.toMatch(/Nomvula|Voorbeeld|0101|kettle/);
  });

  test("another organisation neither sees the client nor is bound by the code name", async () => {
    const other = await makeOrg();
    const made = await registerClient(await org.as("caseworker"), newClient("Kingfisher"));
    await expect(readClient(await other.as("supervisor"), made.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(registerClient(await other.as("caseworker"), newClient("Kingfisher"))).resolves.toBeTruthy();
  });

  test("names each field that needs another look", async () => {
    const bad = {
      ...newClient("Ibis"),
      phone: "call me",
      email: "nowhere",
      safeContact: { zone: "Mars/Base" },
    };
    await expect(registerClient(await org.as("caseworker"), bad)).rejects.toMatchObject({
      code: "invalid",
      fields: {
        phone: expect.any(String),
        email: expect.any(String),
        "safeContact.channel": expect.any(String),
        "safeContact.zone": expect.any(String),
      },
    });
  });

  test("a clash that is not about the code name does not blame it", async () => {
    const mine = await makeOrg();
    const { ctx, memberId } = await mine.person("caseworker");
    const { id } = await registerClient(ctx, newClient("Hamerkop"));
    // Every code that the second client of this organisation can be given is taken.
    await asService(
      mine.id,
      memberId,
      (tx) => tx`insert into app.clients select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
          'number', 1000 + n, 'pseudonym', 'Bird ' || n, 'code', a || b || '-2'))).*
        from app.clients c, (select row_number() over () as n, a, b from
          regexp_split_to_table('BCDFGHJKLMNPQRSTVWXZ', '') a, regexp_split_to_table('BCDFGHJKLMNPQRSTVWXZ', '') b) x
        where c.id = ${id}`,
    );
    const attempt = registerClient(ctx, newClient("Secretary bird"));
    await expect(attempt).rejects.toMatchObject({ code: "conflict", fields: {} });
    await expect(registerClient(ctx, newClient("Hamerkop"))).rejects.toMatchObject({ code: "conflict" });
  });

  test("of two who register one person at once, the second is shown the first", async () => {
    const mine = await makeOrg();
    const { ctx } = await mine.person("caseworker");
    const one = { name: "Zodwa Example", identityNumber: "", email: "", somebodyElse: undefined };
    const both = await Promise.allSettled(
      ["Avocet", "Bulbul"].map((bird) =>
        registerClient(ctx, { ...newClient(bird), ...one, phone: "082 555 0770", somebodyElseWhy: "" }),
      ),
    );
    expect(both.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "conflict", fields: { somebodyElse: expect.stringMatching(/Avocet|Bulbul/) } } },
    ]);
  });

  test("a tick for one client does not stand for another whose number is typed later", async () => {
    const mine = await makeOrg();
    const { ctx } = await mine.person("caseworker");
    const bare = { identityNumber: "", email: "" };
    const first = await registerClient(ctx, { ...newClient("Cisticola"), ...bare, phone: "082 555 0781" });
    await registerClient(ctx, { ...newClient("Dabchick"), ...bare, phone: "082 555 0782" });
    const told = { ...newClient("Egret"), ...bare, somebodyElse: "on", somebodyElseThan: first.code };
    const later = registerClient(ctx, { ...told, phone: "082 555 0782" });
    await expect(later).rejects.toMatchObject({ fields: { somebodyElse: expect.stringContaining("Dabchick") } });
    await expect(registerClient(ctx, { ...told, phone: "082 555 0781" })).resolves.toBeTruthy();
  });

  test("says whose case it is that the person may see", async () => {
    const mine = await makeOrg();
    const keeper = await mine.person("caseworker", "Thandi Keeper");
    const boss = await mine.as("supervisor");
    await openSample(keeper.ctx, { client: newClient("Sunbird") });
    const again = { ...newClient("Barbet"), somebodyElse: undefined };
    await expect(registerClient(boss, again)).rejects.toMatchObject({
      fields: {
        somebodyElse: expect.stringMatching(
          /same phone number, same identity number, same e-mail address, [A-Z]+-\d\d-\d+, speak to Thandi Keeper/,
        ),
      },
    });
    const unseen = await mine.as("caseworker");
    await expect(registerClient(unseen, again)).resolves.toBeTruthy();
  });

  test("two people who choose one code name at once: one gets it", async () => {
    const both = await Promise.allSettled([
      registerClient(await org.as("caseworker"), newClient("Hoopoe")),
      registerClient(await org.as("supervisor"), newClient("Hoopoe")),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict", fields: { pseudonym: expect.any(String) } } },
    ]);
  });
});
