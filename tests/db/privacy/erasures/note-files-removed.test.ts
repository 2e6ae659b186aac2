import { beforeAll, describe, expect, test } from "vitest";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { eraseRecords } from "@/lib/privacy/erasures/erase-records";
import { noteFilesRemoved } from "@/lib/privacy/erasures/note-files-removed";
import { readErasureState } from "@/lib/privacy/erasures/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let asker: Person;
let second: Person;

beforeAll(async () => {
  org = await makeOrg();
  asker = await org.person("supervisor");
  second = await org.person("supervisor", "Second Example");
});

async function asked(): Promise<string> {
  const caseId = await plantCase(asker.ctx, { closedAt: new Date("2021-01-04T10:00:00Z"), outcome: "safe" });
  const ask = { of: "case", id: caseId, ground: "kept_long_enough", reason: "Closed long ago, nothing pending" };
  const { id: requestId } = await askErasure(asker.ctx, ask);
  await decideErasure(await org.confirmed(second), { requestId, decision: "release" });
  return requestId;
}

describe("noteFilesRemoved", () => {
  test("comes after the keys, once", async () => {
    const requestId = await asked();
    const note = { requestId, files: 3 };
    await expect(noteFilesRemoved(org.service(), note)).rejects.toMatchObject({ code: "conflict" });
    await eraseRecords(org.service(), { requestId });
    await noteFilesRemoved(org.service(), note);
    expect(await readErasureState(org.service(), requestId)).toBe("done");
    await expect(noteFilesRemoved(org.service(), note)).rejects.toMatchObject({ code: "conflict" });
  });

  test("names what is wrong", async () => {
    const requestId = await asked();
    await expect(noteFilesRemoved(org.service(), { requestId, files: -1 })).rejects.toMatchObject({
      fields: { files: expect.any(String) },
    });
  });
});
