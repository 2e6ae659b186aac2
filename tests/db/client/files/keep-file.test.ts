import { beforeAll, describe, expect, test } from "vitest";
import { announceFile } from "@/lib/client/files/announce-file";
import { listOwnFiles } from "@/lib/client/files/queries";
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

describe("keepFile", () => {
  test("is refused when its bytes are not those that her browser hashed", async () => {
    const { ctx } = await opened(await plantPage(worker));
    const { id } = await announceFile(ctx, { ...announced(picture), sha256: sha256("other").toString("hex") });
    await expect(sendFrom(ctx, id, picture)).rejects.toMatchObject({ code: "conflict" });
    expect(await listOwnFiles(ctx)).toMatchObject([{ state: "announced" }]);
  });
});
