import { beforeAll, describe, expect, test } from "vitest";
import { acceptFiles } from "@/lib/client/files/accept-files";
import { listReceivedFiles } from "@/lib/client/files/queries";
import { receiveWholeFile } from "@/lib/client/files/receive-whole-file";
import { setFileAside } from "@/lib/client/files/set-file-aside";
import { body } from "@/tests/support/client-file";
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

describe("setFileAside", () => {
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
});
