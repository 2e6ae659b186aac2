import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { custodyEvents } from "@/db/schema";
import { acceptFile } from "@/lib/client/files/accept-file";
import { acceptFiles } from "@/lib/client/files/accept-files";
import { announceFile } from "@/lib/client/files/announce-file";
import { listOwnFiles, listReceivedFiles, takesFiles } from "@/lib/client/files/queries";
import { clientFileProgress, receiveClientFile } from "@/lib/client/files/receive-client-file";
import { receiveWholeFile } from "@/lib/client/files/receive-whole-file";
import { setFileAside } from "@/lib/client/files/set-file-aside";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
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
const picture = Buffer.from("A picture of what was written, as a phone keeps it.");
const said = {
  fileName: "IMG_1.png",
  fileType: "image/png",
  what: "What he wrote",
  when: "on Monday",
  where: "https://x.example/p/1",
};
const announced = (bytes: Buffer) => ({ ...said, size: bytes.length, sha256: sha256(bytes).toString("hex") });

/** The body of a request; the line breaks behind it when `breaks` is set. */
function body(bytes: Buffer, breaks = false): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent && breaks) return controller.error(new Error("The line broke."));
      if (sent) return controller.close();
      sent = true;
      controller.enqueue(new Uint8Array(bytes));
    },
  });
}

const sendFrom = (ctx: Ctx, clientFileId: string, bytes: Buffer, offset = 0) =>
  receiveClientFile(ctx, {
    clientFileId,
    offset,
    body: body(bytes.subarray(offset)),
    signal: AbortSignal.timeout(5000),
  });

describe("a file that a client hands over", () => {
  test("goes on where the line broke, and waits under the key of her page", async () => {
    const door = await plantPage(worker);
    const { ctx } = await opened(door);
    const bytes = Buffer.alloc(3_000_000, "evidence ");
    const { id } = await announceFile(ctx, announced(bytes));
    const cut = { clientFileId: id, offset: 0, body: body(bytes.subarray(0, 2_000_000), true) };
    await expect(receiveClientFile(ctx, { ...cut, signal: AbortSignal.timeout(5000) })).rejects.toThrow();
    const { held } = await clientFileProgress(ctx, id);
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(bytes.length);
    await sendFrom(ctx, id, bytes, held);
    expect(await listOwnFiles(ctx)).toMatchObject([{ id, state: "waiting", words: said }]);
    expect(await announceFile(ctx, announced(bytes))).toEqual({ id, state: "waiting" });
    expect(await listReceivedFiles(now(), door.caseId)).toMatchObject([
      { id, state: "waiting", sha256: sha256(bytes).toString("hex"), sentSha256: sha256(bytes).toString("hex") },
    ]);
  });

  test("is refused when its bytes are not those that her browser hashed", async () => {
    const { ctx } = await opened(await plantPage(worker));
    const { id } = await announceFile(ctx, { ...announced(picture), sha256: sha256("other").toString("hex") });
    await expect(sendFrom(ctx, id, picture)).rejects.toMatchObject({ code: "conflict" });
    expect(await listOwnFiles(ctx)).toMatchObject([{ state: "announced" }]);
  });

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

  test("without script comes whole; all that wait are accepted at once; one set aside stays", async () => {
    const door = await plantPage(worker);
    const { ctx, keyId } = await opened(door);
    for (const name of ["a.jpg", "b.jpg", "c.jpg"]) {
      const words = { fileName: name, fileType: "image/jpeg", what: "", when: "", where: "" };
      await receiveWholeFile(ctx, { keyId, words, body: body(Buffer.from(`Bytes of ${name}`)) });
    }
    const files = await listReceivedFiles(now(), door.caseId);
    expect(files.map(({ sentSha256 }) => sentSha256)).toEqual([null, null, null]);
    await setFileAside(now(), { clientFileId: files[0]?.id });
    expect(await acceptFiles(now(), { caseId: door.caseId })).toEqual({ accepted: 2, left: 0 });
    const states = (await listReceivedFiles(now(), door.caseId)).map(({ state, exhibit }) => [state, exhibit?.label]);
    expect(states).toEqual([
      ["set_aside", undefined],
      ["accepted", "E-02"],
      ["accepted", "E-01"],
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
    await expect(clientFileProgress(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(sendFrom(other.ctx, id, picture)).rejects.toMatchObject({ code: "not_found" });
    const stranger = await (await makeOrg()).person("caseworker");
    await expect(acceptFile(stranger.ctx, { clientFileId: id, description: "Not theirs" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
