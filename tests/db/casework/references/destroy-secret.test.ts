import { beforeAll, describe, expect, test } from "vitest";
import { referenceSecrets } from "@/db/schema";
import { destroySecret } from "@/lib/casework/references/commands/destroy-secret";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { getReference } from "@/lib/casework/references/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let referenceId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const number = { caseId, kind: "stopncii", raw: "c-48210", receivedVia: "portal" };
  referenceId = (await recordReference(worker, number)).id;
});

const stored = async () => (await storeSecret(worker, { referenceId, label: "PIN", secret: "0993311" })).id;

describe("destroySecret", () => {
  test("forgets the words, keeps that there was one, and says so in the log", async () => {
    const secretId = await stored();
    await destroySecret(worker, { secretId });
    const rows = await withTransaction(org.service(), "read only", ({ db }) => db.select().from(referenceSecrets));
    expect(rows).toMatchObject([{ id: secretId, secret: null, destroyedAt: expect.any(Date) }]);
    const { secrets } = await getReference(worker, referenceId);
    expect(secrets).toMatchObject([{ id: secretId, label: "PIN", destroyed: true }]);
    expect(await org.auditOf(referenceId)).toContain("reference.secret_destroyed");
  });

  test("of two at once, one wins", async () => {
    const secretId = await stored();
    const both = await Promise.allSettled([1, 2].map(() => destroySecret(worker, { secretId })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});
