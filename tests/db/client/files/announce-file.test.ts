import { beforeAll, describe, expect, test } from "vitest";
import { acceptFile } from "@/lib/client/files/accept-file";
import { announceFile } from "@/lib/client/files/announce-file";
import { listOwnFiles, listReceivedFiles, takesFiles } from "@/lib/client/files/queries";
import { readFileProgress } from "@/lib/client/files/read-file-progress";
import { receiveClientFile } from "@/lib/client/files/receive-client-file";
import { receiveWholeFile } from "@/lib/client/files/receive-whole-file";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { announced, body, picture, said, sendFrom } from "@/tests/support/client-file";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { opened, plantPage, turnPagesOn } from "@/tests/support/plant-client-page";
import { liftStop, plantStop } from "@/tests/support/plant-stop";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

describe("announceFile", () => {
  test("goes on where the line broke, and waits under the key of her page", async () => {
    const door = await plantPage(worker);
    const { ctx } = await opened(door);
    const bytes = Buffer.alloc(3_000_000, "evidence ");
    const { id } = await announceFile(ctx, announced(bytes));
    const cut = { clientFileId: id, offset: 0, body: body(bytes.subarray(0, 2_000_000), true) };
    await expect(receiveClientFile(ctx, { ...cut, signal: AbortSignal.timeout(5000) })).rejects.toThrow();
    const { held } = await readFileProgress(ctx, id);
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(bytes.length);
    await sendFrom(ctx, id, bytes, held);
    expect(await listOwnFiles(ctx)).toMatchObject([{ id, state: "waiting", words: said }]);
    expect(await announceFile(ctx, announced(bytes))).toEqual({ id, state: "waiting" });
    expect(await listReceivedFiles(now(), door.caseId)).toMatchObject([
      { id, state: "waiting", sha256: sha256(bytes).toString("hex"), sentSha256: sha256(bytes).toString("hex") },
    ]);
  });

  test("is not taken while the case is stopped for images of a minor, and she is not told why", async () => {
    const door = await plantPage(worker);
    const { ctx, keyId } = await opened(door);
    const stopId = await plantStop(now(), door.caseId);
    expect(await takesFiles(ctx)).toBe(false);
    await expect(announceFile(ctx, announced(picture))).rejects.toMatchObject({ code: "conflict" });
    const words = { fileName: "a", fileType: "", what: "", when: "", where: "" };
    await expect(receiveWholeFile(ctx, { keyId, words, body: body(picture) })).rejects.toMatchObject({
      code: "conflict",
    });
    await liftStop(now(), stopId);
    expect(await takesFiles(ctx)).toBe(true);
  });

  test("of another client is not there", async () => {
    const { ctx } = await opened(await plantPage(worker));
    const other = await opened(await plantPage(worker));
    const { id } = await announceFile(ctx, announced(picture));
    await expect(readFileProgress(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(sendFrom(other.ctx, id, picture)).rejects.toMatchObject({ code: "not_found" });
    const stranger = await (await makeOrg()).person("caseworker");
    await expect(acceptFile(stranger.ctx, { clientFileId: id, description: "Not theirs" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
