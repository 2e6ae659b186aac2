import { beforeAll, describe, expect, test } from "vitest";
import { listMarks } from "@/lib/evidence/exhibits/list-marks";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { liftWordCover } from "@/lib/evidence/redactions/lift-word-cover";
import { listWordCovers } from "@/lib/evidence/redactions/queries";
import { addText } from "@/tests/support/add-text";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Covering Example");
  caseId = await plantCase(worker.ctx);
});

const textOf = (content: string, name?: string) => addText(org, worker, { caseId, content, ...(name ? { name } : {}) });

const coversOf = async (exhibitId: string) => (await listWordCovers(worker.ctx, caseId, exhibitId)).covers;

const asked = (exhibitId: string, change: object = {}) => ({ exhibitId, words: "Thandi", kind: "child", ...change });

describe("liftWordCover", () => {
  test("a cover is taken back once, and then words may be covered again", async () => {
    const exhibitId = await textOf("Thandi");
    const { id } = await coverWords(worker.ctx, asked(exhibitId));
    await liftWordCover(worker.ctx, { coverId: id });
    expect(await coversOf(exhibitId)).toEqual([]);
    expect((await listMarks(worker.ctx, caseId, [exhibitId])).get(exhibitId)?.covered ?? false).toBe(false);
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.words_uncovered");
    await expect(liftWordCover(worker.ctx, { coverId: id })).rejects.toMatchObject({ code: "conflict" });
    await coverWords(worker.ctx, asked(exhibitId));
    expect(await coversOf(exhibitId)).toHaveLength(1);
  });

  test("is for people who work on the case; to others the cover does not exist", async () => {
    const exhibitId = await textOf("Thandi");
    const { id } = await coverWords(worker.ctx, asked(exhibitId));
    for (const role of ["admin", "liaison"] as const)
      await expect(liftWordCover(await org.as(role), { coverId: id })).rejects.toMatchObject({ code: "forbidden" });
    for (const who of [await org.as("caseworker"), await (await makeOrg()).as("supervisor")])
      await expect(liftWordCover(who, { coverId: id })).rejects.toMatchObject({ code: "not_found" });
    expect(await coversOf(exhibitId)).toHaveLength(1);
  });
});
