import { expect, test } from "vitest";
import { keepTranslation } from "@/lib/evidence/translations/keep-translation";
import { listTranslations } from "@/lib/evidence/translations/queries";
import { withdrawTranslation } from "@/lib/evidence/translations/withdraw-translation";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("a translation that was taken back is in force no more, once, and not for people from elsewhere", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const stranger = await (await makeOrg()).as("caseworker");
  const caseId = await plantCase(worker);
  const { exhibitId } = await addExhibit(worker, caseId, freshBytes(50));
  const given = {
    exhibitId,
    of: "page",
    from: 1,
    to: 1,
    reading: null,
    original: "Ke tla go bona",
    words: "I will see you",
  };
  const { id } = await keepTranslation(worker, { ...given, language: "nso", translator: "Sam Example", sworn: false });
  await expect(withdrawTranslation(stranger, { translationId: id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listTranslations(worker, caseId, exhibitId)).translations).toHaveLength(1);
  await withdrawTranslation(worker, { translationId: id });
  expect((await listTranslations(worker, caseId, exhibitId)).translations).toEqual([]);
  await expect(withdrawTranslation(worker, { translationId: id })).rejects.toMatchObject({ code: "conflict" });
  // The place is free again.
  await keepTranslation(worker, { ...given, language: "nso", translator: "Sam Example", sworn: false });
});
