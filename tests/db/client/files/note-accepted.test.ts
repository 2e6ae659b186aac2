import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { custodyEvents } from "@/db/schema";
import { acceptFile } from "@/lib/client/files/accept-file";
import { announceFile } from "@/lib/client/files/announce-file";
import { listOwnFiles } from "@/lib/client/files/queries";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { announced, picture, sendFrom } from "@/tests/support/client-file";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { opened, plantPage, turnPagesOn } from "@/tests/support/plant-client-page";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

describe("acceptFile", () => {
  test("becomes evidence with her capture first in its ledger, and the same bytes", async () => {
    const door = await plantPage(worker);
    const { ctx } = await opened(door);
    const { id } = await announceFile(ctx, announced(picture));
    await sendFrom(ctx, id, picture);
    const { exhibitId, label } = await acceptFile(now(), { clientFileId: id, description: "A post" });
    expect(label).toBe("E-01");
    const original = await readOriginal(now(), exhibitId);
    expect(original).toMatchObject({ sha256: sha256(picture).toString("hex"), originalName: "IMG_1.png" });
    const { open } = await openOriginal(now(), original);
    expect(Buffer.from(await new Response(await open()).arrayBuffer())).toEqual(picture);
    const ledger = await withTransaction(now(), "read only", ({ db }) =>
      db.select().from(custodyEvents).where(eq(custodyEvents.exhibitId, exhibitId)).orderBy(custodyEvents.seq),
    );
    expect(ledger.map(({ action, by, purpose }) => [action, by, purpose])).toEqual([
      [
        "transferred",
        null,
        "Captured by the client on her own device and handed over on her page; hashed in her browser and again as it arrived",
      ],
      ["received", worker.memberId, "Accepted from the client's page with the same hash"],
    ]);
    expect(await listOwnFiles(ctx)).toMatchObject([{ state: "accepted" }]);
    await expect(acceptFile(now(), { clientFileId: id, description: "Again" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
