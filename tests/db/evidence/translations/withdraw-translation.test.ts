import { beforeAll, describe, expect, test } from "vitest";
import { listTranslations } from "@/lib/evidence/translations/queries";
import { translateWords } from "@/lib/evidence/translations/translate-words";
import { withdrawTranslation } from "@/lib/evidence/translations/withdraw-translation";
import { addText } from "@/tests/support/add-text";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

type Setting = { org: Awaited<ReturnType<typeof makeOrg>>; exhibitId: string; caseId: string };
let setting: Setting & { worker: Awaited<ReturnType<Setting["org"]["person"]>> };

beforeAll(async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = await plantCase(worker.ctx);
  setting = { org, worker, caseId, exhibitId: await addText(org, worker, { caseId, content: "Ngiyakubona" }) };
});

describe("withdrawTranslation", () => {
  test("takes one back once, and then another may be entered; the code of the translator stays theirs", async () => {
    const { worker, exhibitId, caseId, org } = setting;
    const given = { exhibitId, place: "1", words: "I see you", language: "zu", sworn: "no" };
    const { id } = await translateWords(worker.ctx, { ...given, translator: "Zodwa Example" });
    await withdrawTranslation(worker.ctx, { translationId: id });
    await expect(withdrawTranslation(worker.ctx, { translationId: id })).rejects.toMatchObject({ code: "conflict" });
    await translateWords(worker.ctx, { ...given, translator: "Sam Example" });
    const { translations } = await listTranslations(worker.ctx, caseId, exhibitId);
    expect(translations).toMatchObject([{ translatorCode: "TR-2", translator: "Sam Example" }]);
    expect((await org.auditOf(exhibitId)).slice(-2)).toEqual(["exhibit.translation_withdrawn", "exhibit.translated"]);
  });
});
