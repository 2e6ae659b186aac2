import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { listOwnMessages } from "@/lib/client/messages/queries";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import { makePage } from "@/lib/client/pages/make-page";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { opened, plantPage, turnPagesOn, typePin } from "@/tests/support/plant-client-page";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

describe("makePage", () => {
  test("is not made before it was gone through with the client", async () => {
    const caseId = await plantCase(worker.ctx);
    await expect(makePage(worker.ctx, { caseId, language: "en" })).rejects.toMatchObject({
      fields: { agreed: expect.anything() },
    });
  });

  test("stores neither link nor PIN", async () => {
    const { secret, pin, pageId } = await plantPage(worker);
    const [row] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.execute<{ all: string }>(sql`select p::text as all from app.client_pages p where p.id = ${pageId}`),
    );
    expect(row?.all).not.toContain(secret.toString("hex"));
    expect(row?.all).not.toContain(pin);
  });

  test("a new link ends the old one in every browser, and what stood on the page stays on it", async () => {
    const door = await plantPage(worker);
    const first = await opened(door);
    await writeAsClient(first.ctx, { words: "Is there news?" });
    const again = await opened(await plantPage(worker, door.caseId));
    expect(await ctxFromClientPage(first.browser)).toBeNull();
    expect(await typePin(door)).toMatchObject({ outcome: "closed" });
    expect(await listOwnMessages(again.ctx)).toMatchObject([{ words: "Is there news?", writer: "client" }]);
  });
});
