import { beforeAll, describe, expect, test } from "vitest";
import { auditEntries } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { destroySecret } from "@/lib/casework/references/commands/destroy-secret";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { revealSecret } from "@/lib/casework/references/commands/reveal-secret";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openReason } from "@/lib/kernel/access/reason-of-entry";
import { openVault } from "@/lib/kernel/access/vault";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let referenceId: string;
let secretId: string;

const pin = "0993311";
const reason = "To open the report together with the client.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  const number = { caseId, kind: "stopncii", raw: "c-48210", receivedVia: "portal" };
  referenceId = (await recordReference(worker, number)).id;
  secretId = (await storeSecret(worker, { referenceId, label: "PIN", secret: pin })).id;
});

describe("revealSecret", () => {
  test("shows it once, and the log holds the reason and not the words", async () => {
    expect(await revealSecret(await org.confirmed("caseworker"), { secretId, reason })).toEqual({ secret: pin });
    const rows = await withTransaction(org.service(), "read only", ({ db }) => db.select().from(auditEntries));
    const shown = rows.filter((row) => row.action === "reference.secret_revealed");
    expect(shown).toMatchObject([{ subjectId: referenceId }]);
    const message = String(shown[0]?.detail.reason);
    const opened = await withTransaction(worker, "read only", async (ctx) => {
      const { keyId } = await findCase(ctx, caseId);
      return openReason(await openVault(ctx, keyId), caseId, message);
    });
    expect(opened).toBe(reason);
    expect(JSON.stringify(rows)).not.toContain(reason);
    expect(JSON.stringify(rows)).not.toContain(pin);
  });

  test("a session alone, or a code, shows nothing, and the log says that it was tried", async () => {
    const { id } = await storeSecret(worker, { referenceId, label: "Case ID", secret: "fynbos" });
    for (const ctx of [worker, await org.coded("caseworker")])
      await expect(revealSecret(ctx, { secretId: id, reason })).rejects.toMatchObject({
        fields: { passkey: expect.any(String) },
      });
    const rows = await withTransaction(org.service(), "read only", ({ db }) => db.select().from(auditEntries));
    expect(rows.filter(({ action }) => action === "access.unconfirmed")).toHaveLength(2);
    expect(await revealSecret(await org.provedBoth("caseworker"), { secretId: id, reason })).toEqual({
      secret: "fynbos",
    });
  });

  test("wants a reason of ten characters", async () => {
    const attempt = revealSecret(worker, { secretId, reason: "need it" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("finds nothing once it is destroyed", async () => {
    const { id } = await storeSecret(worker, { referenceId, label: "Password", secret: "korhaan" });
    await destroySecret(worker, { secretId: id });
    await expect(revealSecret(worker, { secretId: id, reason })).rejects.toMatchObject({ code: "not_found" });
  });
});
