import { beforeAll, describe, expect, test } from "vitest";
import { noteReading } from "@/lib/evidence/exhibits/commands/note-reading";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readMailAgain } from "@/lib/evidence/exhibits/read-mail-again";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { mailOf } from "@/tests/fixtures/mails/write";
import { firstReading, plantOldReading } from "@/tests/support/old-reading";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const plant = (lines: string[]) =>
  plantOldReading(worker, org.service(), {
    caseId,
    bytes: mailOf([], ["I will", "find you"]),
    read: firstReading(lines),
  });

describe("noteReading", () => {
  const made = {
    kind: "text",
    page: 0,
    format: "json",
    width: null,
    height: null,
    tool: "x",
    size: 1,
    fileId: "019ac000-0000-7000-8000-000000000001",
    sha256: "0".repeat(64),
  };

  test("bytes that are not those that arrived are refused", async () => {
    const exhibitId = await plant(["I will"]);
    const reading = { exhibitId, sha256: "0".repeat(64), made, version: 1, differs: true };
    await expect(noteReading(org.service(), reading)).rejects.toMatchObject({ code: "conflict" });
  });

  test("a second reading of the same version is refused", async () => {
    const exhibitId = await plant(["I will"]);
    const { exhibit } = await readExhibit(worker, caseId, exhibitId);
    await readMailAgain(org.service(), { exhibitId });
    const late = noteReading(org.service(), { exhibitId, sha256: exhibit.sha256, made, version: 1, differs: true });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });
});
