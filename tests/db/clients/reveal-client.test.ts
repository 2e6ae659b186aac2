import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema";
import { inScope } from "@/lib/access/ctx";
import { openReason } from "@/lib/access/reason-of-entry";
import { openVault } from "@/lib/access/vault";
import { revealClient } from "@/lib/clients/reveal-client";
import { findClient } from "@/lib/clients/scope";
import { openSample } from "../../support/case-form";
import { makeOrg, type Org } from "../../support/org";

let org: Org;
let clientId: string;
const asked = { reason: "To fill in the form with the client" };

beforeAll(async () => {
  org = await makeOrg();
  ({ clientId } = await openSample(await org.as("caseworker")));
});

describe("revealClient", () => {
  test("opens what is sealed, and the log has the reason but not the value", async () => {
    const seen = await revealClient(await org.as("caseworker"), { clientId, ...asked });
    expect(seen).toMatchObject({ name: "Nomvula Dlamini", address: "1 Voorbeeld Street, Testville" });
    expect(await org.auditOf(clientId)).toContain("client.revealed");
    const log = await inScope(org.service(), "read only", (ctx) => ctx.db.select().from(auditEntries));
    expect(JSON.stringify(log)).not.toMatch(/Nomvula|Voorbeeld Street|To fill in the form/);
    const said = log.find(({ action, subjectId }) => action === "client.revealed" && subjectId === clientId)?.detail
      .reason;
    const reason = await inScope(org.service(), "read only", async (ctx) =>
      openReason(await openVault(ctx, (await findClient(ctx, clientId)).keyId), clientId, String(said)),
    );
    expect(reason).toBe(asked.reason);
  });

  test("opens only the fields that were asked for", async () => {
    const seen = await revealClient(await org.as("caseworker"), { clientId, ...asked, fields: ["phone"] });
    expect(seen).toEqual({ phone: "+27 82 555 0101" });
  });

  test("is for those who keep cases", async () => {
    for (const role of ["admin", "liaison"] as const) {
      await expect(revealClient(await org.as(role), { clientId, ...asked })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  test("another organisation, and a colleague without the case, find no such client", async () => {
    const other = await makeOrg();
    const colleague = await org.person("caseworker");
    for (const ctx of [await other.as("supervisor"), colleague.ctx]) {
      await expect(revealClient(ctx, { clientId, ...asked })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("asks for the reason", async () => {
    await expect(revealClient(await org.as("caseworker"), { clientId, reason: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: expect.any(String) },
    });
  });

  test("each of two looks at once is logged", async () => {
    const before = (await org.auditOf(clientId)).length;
    await Promise.all([
      revealClient(await org.as("caseworker"), { clientId, ...asked }),
      revealClient(await org.as("supervisor"), { clientId, ...asked }),
    ]);
    expect(await org.auditOf(clientId)).toHaveLength(before + 2);
  });
});
