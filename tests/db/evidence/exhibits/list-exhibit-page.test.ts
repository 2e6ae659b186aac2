import { beforeAll, describe, expect, test } from "vitest";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { listExhibitPage, listExhibits } from "@/lib/evidence/exhibits/queries";
import { exhibitNeedsOf, sameBytes } from "@/lib/evidence/exhibits/rules";
import { captureMethods, exhibitNeeds } from "@/lib/evidence/exhibits/types";
import { noteLikeness } from "@/lib/evidence/likenesses/note-likeness";
import { listNearCopies } from "@/lib/evidence/likenesses/queries";
import { keepTranslation } from "@/lib/evidence/translations/keep-translation";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { account, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantLongCase } from "@/tests/support/plant-long-case";

let org: Org;
let ctx: Ctx;
let caseId: string;

/** Every way of capture, with and without what each need asks for. */
beforeAll(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
  const nameless = { ...account, handle: "@other.owl.example", platformId: undefined, idNotKnown: "on" };
  ({ id: caseId } = await openSample(ctx, { accounts: [account, nameless] }));
  const accounts = await listAccountChoices(ctx, caseId);
  const shown = { device: "Phone", sourceUrl: "https://x.example/p/1" };
  const whole = { ...shown, capturedAt: "2026-10-13T10:06", capturedZone: "Africa/Johannesburg" };
  const asked = [
    ...captureMethods.map((method) => ({ method })),
    { method: "screenshot", ...whole, accountId: accounts[0]?.id },
    { method: "native_export", ...shown, accountId: accounts[1]?.id },
  ];
  // The same bytes come back now and then.
  for (const [at, change] of asked.entries()) await addExhibit(ctx, caseId, seededBytes(20, at % 7), change);
  const spoken = await Promise.all(
    ["isiZulu", "Afrikaans", "English, slang"].map((language, at) =>
      addExhibit(ctx, caseId, seededBytes(20, 50 + at), { method: "other", language }),
    ),
  );
  const [zulu, afrikaans] = spoken.map(({ exhibitId }) => exhibitId);
  await keepTranslation(ctx, {
    exhibitId: afrikaans,
    of: "page",
    from: 1,
    to: 1,
    reading: null,
    original: "Ek sal jou sien",
    words: "I will see you",
    language: "af",
    translator: "Sam Example",
    sworn: false,
  });
  const near = { exhibitId: afrikaans, cropped: false, mirrored: false };
  await noteLikeness(org.service(), { exhibitId: afrikaans, cells: null, near: null });
  await noteLikeness(org.service(), { exhibitId: zulu, cells: null, near });
}, 240_000);

describe("listExhibitPage", () => {
  test("counts and filters in SQL what the rules say of each exhibit", async () => {
    const views = await listExhibits(ctx, caseId);
    const duplicates = sameBytes(views);
    const near = await listNearCopies(ctx, caseId);
    expect(near.size).toBe(2);
    const list = await listExhibitPage(ctx, caseId, { page: 1 });
    expect(list.duplicates).toEqual(duplicates);
    expect(list.rows).toEqual(views);
    for (const need of exhibitNeeds) {
      const mine = views.filter((view) =>
        exhibitNeedsOf(view, duplicates.get(view.id), near.has(view.id)).includes(need),
      );
      expect(mine.length, need).toBeGreaterThan(0);
      expect(list.counts[need], need).toBe(mine.length);
      const filtered = await listExhibitPage(ctx, caseId, { page: 1, needs: need });
      expect(
        filtered.rows.map((row) => row.id),
        need,
      ).toEqual(mine.map((exhibit) => exhibit.id));
    }
  });

  test("what is picked stands beside any page; one of another case does not", async () => {
    const { id: other } = await openSample(ctx);
    await plantLongCase(ctx, other, { incidents: 2, subjects: 2, exhibits: 60 });
    const [last] = (await listExhibits(ctx, other)).slice(-1);
    const page = await listExhibitPage(ctx, other, { page: 1, picked: last?.number });
    expect([page.rows.length, page.picked?.id, page.all, page.unseen]).toEqual([50, last?.id, 60, 60]);
    expect((await listExhibitPage(ctx, other, { page: 2 })).rows).toHaveLength(10);
    expect((await listExhibitPage(ctx, caseId, { page: 1, picked: 9999 })).picked).toBeUndefined();
  });

  test("a filter that finds nothing shows all, and a case of another organisation does not exist", async () => {
    const { id: other } = await openSample(ctx);
    await addExhibit(ctx, other, seededBytes(20, 999), { method: "other" });
    expect(await listExhibitPage(ctx, other, { page: 1, needs: "needs_url" })).toMatchObject({
      need: undefined,
      total: 1,
    });
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(listExhibitPage(stranger, caseId, { page: 1 })).rejects.toMatchObject({ code: "not_found" });
  });
});
