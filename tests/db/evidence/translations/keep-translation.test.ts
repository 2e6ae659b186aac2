import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { translations } from "@/db/schema";
import { keepTranslation } from "@/lib/evidence/translations/keep-translation";
import { listTranslations } from "@/lib/evidence/translations/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
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

const given = {
  of: "page",
  from: 1,
  to: 2,
  reading: null,
  original: "Ngizokubona ngoMgqibelo",
  words: "I will see you on Saturday",
  language: "zu",
  translator: "Sam Example",
  sworn: false,
};
const newExhibit = async () => (await addExhibit(worker, caseId, freshBytes(50))).exhibitId;

describe("keepTranslation", () => {
  test("seals the words and the name of the translator, and shows both to who may read the case", async () => {
    const exhibitId = await newExhibit();
    const { id } = await keepTranslation(worker, { ...given, exhibitId });
    const rows = await withTransaction(worker, "read only", ({ db }) =>
      db.select().from(translations).where(eq(translations.id, id)),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Ngizokubona|Saturday|Sam Example/);
    const { translations: shown } = await listTranslations(worker, caseId, exhibitId);
    expect(shown).toMatchObject([{ original: given.original, words: given.words, translator: "Sam Example" }]);
    expect(await org.auditOf(exhibitId)).toContain("exhibit.translated");
  });

  test("refuses a second one over the same words, and keeps one beside them", async () => {
    const exhibitId = await newExhibit();
    await keepTranslation(worker, { ...given, exhibitId });
    const again = keepTranslation(worker, { ...given, exhibitId, from: 2, to: 3 });
    await expect(again).rejects.toMatchObject({
      code: "invalid",
      fields: { place: expect.stringContaining("already") },
    });
    await keepTranslation(worker, { ...given, exhibitId, from: 3, to: 3 });
    expect((await listTranslations(worker, caseId, exhibitId)).translations).toHaveLength(2);
  });

  test("takes as the signed translation another exhibit of the same case alone", async () => {
    const exhibitId = await newExhibit();
    const elsewhere = (await addExhibit(worker, await plantCase(worker), freshBytes(50))).exhibitId;
    for (const signedIn of [exhibitId, elsewhere])
      await expect(keepTranslation(worker, { ...given, exhibitId, signedIn })).rejects.toMatchObject({
        code: "invalid",
        fields: { signedIn: expect.any(String) },
      });
    await keepTranslation(worker, { ...given, exhibitId, signedIn: await newExhibit() });
  });

  test("of a sworn translator asks for who admitted them and for the day", async () => {
    const exhibitId = await newExhibit();
    const sworn = keepTranslation(worker, { ...given, exhibitId, sworn: true });
    await expect(sworn).rejects.toMatchObject({
      code: "invalid",
      fields: { standing: expect.any(String), translatedOn: expect.any(String) },
    });
  });
});
