import { beforeAll, describe, expect, test } from "vitest";
import { listTranslations } from "@/lib/evidence/translations/queries";
import { translateWords } from "@/lib/evidence/translations/translate-words";
import { addText } from "@/tests/support/add-text";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Entering Example");
  caseId = await plantCase(worker.ctx);
});

const given = { place: "1 to 2", words: "I see you", language: "zu", translator: "Zodwa Example", sworn: "no" };

describe("keepTranslation", () => {
  test("keeps the words as read, who translated them and the signed one; a sworn translator has an admission and a day", async () => {
    const exhibitId = await addText(org, worker, { caseId, content: "Ngiyakubona\nwena\nmanje" });
    const signedIn = await addText(org, worker, { caseId, content: "The signed translation" });
    const refused = (change: object) =>
      translateWords(worker.ctx, { exhibitId, ...given, ...change }).catch((error: { fields: object }) =>
        Object.keys(error.fields),
      );
    expect(await refused({ sworn: "yes" })).toEqual(["standing", "translatedOn"]);
    expect(await refused({ signedIn: exhibitId })).toEqual(["signedIn"]);
    expect(await refused({ place: "2 to 9" })).toEqual(["place"]);
    await translateWords(worker.ctx, {
      ...{ exhibitId, ...given, sworn: "yes", standing: "High Court, 2019", translatedOn: "2026-11-01", signedIn },
    });
    expect(await refused({ place: "2" })).toEqual(["place"]);
    await translateWords(worker.ctx, { exhibitId, ...given, place: "3", words: "now", translator: "ZODWA example" });
    const { translations, of } = await listTranslations(worker.ctx, caseId, exhibitId);
    expect(of).toBe("line");
    expect(translations).toMatchObject([
      { from: 1, to: 2, original: "Ngiyakubona\nwena", words: "I see you", sworn: true, translatorCode: "TR-1" },
      { from: 3, original: "manje", sworn: false, translatorCode: "TR-1", madeBy: "Entering Example" },
    ]);
    expect(translations[0]?.signedIn?.id).toBe(signedIn);
    expect((await org.auditOf(exhibitId)).at(-1)).toBe("exhibit.translated");
  });
});
