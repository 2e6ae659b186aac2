import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema";
import { findClient } from "@/lib/casework/clients/access";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { openReason } from "@/lib/kernel/access/reason-of-entry";
import { openVault } from "@/lib/kernel/access/vault";
import { openSample } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { givePasskey, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let clientId: string;
const asked = { reason: "To fill in the form with the client" };

beforeAll(async () => {
  org = await makeOrg();
  ({ clientId } = await openSample(await org.as("caseworker")));
});

describe("revealClient", () => {
  test("opens what is sealed, and the log has the reason but not the value", async () => {
    const seen = await revealClient(await org.confirmed("caseworker"), { clientId, ...asked });
    expect(seen).toMatchObject({ name: "Nomvula Dlamini", address: "1 Voorbeeld Street, Testville" });
    expect(await org.auditOf(clientId)).toContain("client.revealed");
    const log = await withTransaction(org.service(), "read only", (ctx) => ctx.db.select().from(auditEntries));
    expect(JSON.stringify(log)).not.toMatch(/Nomvula|Voorbeeld Street|To fill in the form/);
    const detail = log.find(({ action, subjectId }) => action === "client.revealed" && subjectId === clientId)?.detail
      .reason;
    const reason = await withTransaction(org.service(), "read only", async (ctx) =>
      openReason(await openVault(ctx, (await findClient(ctx, clientId)).keyId), clientId, String(detail)),
    );
    expect(reason).toBe(asked.reason);
  });

  test("opens only the fields that were asked for", async () => {
    const seen = await revealClient(await org.confirmed("caseworker"), { clientId, ...asked, fields: ["phone"] });
    expect(seen).toEqual({ phone: "+27 82 555 0101" });
  });

  test("asks for the reason", async () => {
    await expect(revealClient(await org.as("caseworker"), { clientId, reason: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: expect.any(String) },
    });
  });

  test("a session alone opens nobody, of fourteen clients not one, and what it tried is in the log", async () => {
    const mine = await makeOrg();
    const supervisor = await mine.person("supervisor");
    const worker = await mine.as("caseworker");
    const opened: string[] = [];
    for (let n = 0; n < 14; n++) opened.push((await openSample(worker)).clientId);
    for (const id of opened)
      await expect(revealClient(supervisor.ctx, { clientId: id, ...asked })).rejects.toMatchObject({
        fields: { passkey: expect.any(String) },
      });
    const entries = await withTransaction(mine.service(), "read only", (ctx) => ctx.db.select().from(auditEntries));
    const messages = entries.filter(({ memberId }) => memberId === supervisor.memberId).map(({ action }) => action);
    expect(messages).not.toContain("client.revealed");
    expect(messages).toContain("access.unconfirmed");
    await expect(revealClient(await mine.coded(supervisor), { clientId: opened[0], ...asked })).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
  });

  test("password and code together are enough for somebody who has no passkey, and not for one who has", async () => {
    const caseworker = await org.as("caseworker");
    const { memberId } = caseworker.actor;
    const [login] = await owner()<{ id: string }[]>`select id from auth.logins where member_id = ${memberId}`;
    await expect(revealClient(await org.provedBoth("caseworker"), { clientId, ...asked })).resolves.toBeTruthy();
    await givePasskey(await sessionBy(login?.id ?? "", "invitation"));
    await expect(revealClient(await org.provedBoth("caseworker"), { clientId, ...asked })).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
  });

  test("each of two looks at once is logged", async () => {
    const before = (await org.auditOf(clientId)).length;
    await Promise.all([
      revealClient(await org.confirmed("caseworker"), { clientId, ...asked }),
      revealClient(await org.confirmed("supervisor"), { clientId, ...asked }),
    ]);
    expect(await org.auditOf(clientId)).toHaveLength(before + 2);
  });
});
