import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { readCaseClocks } from "@/lib/escalation/ladder/queries";
import { addTakedown } from "@/lib/escalation/takedowns/commands/add-takedown";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { trackItems } from "@/lib/escalation/takedowns/commands/track-items";
import { undoEntry } from "@/lib/escalation/takedowns/commands/undo-entry";
import { findItemOf } from "@/lib/escalation/takedowns/find-item-of";
import { markOldAddresses } from "@/lib/escalation/takedowns/mark-old-addresses";
import { noteCheck } from "@/lib/evidence/exhibits/commands/note-check";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg } from "@/tests/support/org";

let worker: Ctx;

/** Whoever checks it does so after it came in. */
const later = () => ({ ...worker, now: new Date(worker.now.getTime() + 60_000) });

let service: () => Ctx;
beforeAll(async () => {
  const org = await makeOrg();
  worker = await org.as("caseworker");
  service = org.service;
});

/** One more exhibit, captured at an address. */
async function addAt(caseId: string, sourceUrl: string, word: string): Promise<string> {
  return (await addExhibit(worker, caseId, words(word), { fileName: `${word}.txt`, sourceUrl })).exhibitId;
}

async function openedAt(sourceUrl: string) {
  const { id } = await openSample(worker);
  return { id, first: await addAt(id, sourceUrl, "one") };
}

async function trackedAt(url: string) {
  const { id, first } = await openedAt(url);
  return { id, first, takedownId: (await addTakedown(worker, { caseId: id, kind: "post", url })).id };
}

/** Which exhibit the clock names, and where it leads. */
async function nextCheck(caseId: string): Promise<string | undefined> {
  return withTransaction(worker, "read only", async (scoped) => {
    const rows = await scoped.db.select().from(cases).where(eq(cases.id, caseId));
    const clock = (await readCaseClocks(scoped, rows))
      .get(caseId)
      ?.find((caseClock) => caseClock.key === "case:T-EVID");
    return clock && `${clock.title} ${clock.path}`;
  });
}

const words = (text: string) => new TextEncoder().encode(text);
const says = (code: string, exhibitId: string) => `Check the evidence again: ${code} /evidence/${exhibitId}#check`;

async function caseWith(change: Record<string, unknown>) {
  const { id } = await openSample(worker);
  const first = await addExhibit(worker, id, words("one"), { fileName: "one.txt", ...change });
  const second = await addExhibit(worker, id, words("two"), { fileName: "two.txt", ...change });
  return { id, first: first.exhibitId, second: second.exhibitId };
}

describe("which exhibit is to be checked again", () => {
  test("no exhibit, no clock", async () => {
    expect(await nextCheck((await openSample(worker)).id)).toBeUndefined();
  });

  test("the one that waited longest; once its hash was checked the other comes, unless the bytes were not the same", async () => {
    const { id, first, second } = await caseWith({});
    expect(await nextCheck(id)).toBe(says("E-01", first));
    await noteCheck(later(), { exhibitId: first, verified: false });
    expect(await nextCheck(id)).toBe(says("E-01", first));
    await noteCheck(later(), { exhibitId: first, verified: true });
    expect(await nextCheck(id)).toBe(says("E-02", second));
  });

  test("with a web address only somebody who looked at it answers, not the hash of the file", async () => {
    const { id, first, second } = await caseWith({ sourceUrl: "https://social.example/post/1" });
    await noteCheck(later(), { exhibitId: first, verified: true });
    expect(await nextCheck(id)).toBe(says("E-01", first));
    await recordCustody(later(), { exhibitId: first, action: "viewed", purpose: "Its address is still there" });
    expect(await nextCheck(id)).toBe(says("E-02", second));
  });

  test("a look at its item on the take-down list is the same look, until it is undone", async () => {
    const { id, first } = await openedAt("https://www.instagram.com/p/B1");
    const second = await addAt(id, "https://www.instagram.com/p/B1b", "two");
    await trackItems(worker, { caseId: id, keys: [`exhibit:${first}`] });
    const item = (await findItemOf(worker, id, first))?.items[0];
    expect(await findItemOf(worker, id, second)).toBeNull();
    await recordLooks(later(), { caseId: id, takedownIds: [item?.id], seen: "up" });
    expect(await nextCheck(id)).toBe(says("E-02", second));
    await undoEntry(later(), { takedownId: item?.id });
    expect(await nextCheck(id)).toBe(says("E-01", first));
  });

  test("every exhibit of one address takes its looks, one that came or was marked later too", async () => {
    const { id, first, takedownId } = await trackedAt("https://www.instagram.com/p/B3/");
    const second = await addAt(id, "http://m.instagram.com/p/B3#top", "two");
    const other = await addAt(id, "https://www.instagram.com/p/B4", "three");
    await recordLooks(later(), { caseId: id, takedownIds: [takedownId], seen: "gone" });
    expect(await nextCheck(id)).toBe(says("E-03", other));
    for (const exhibitId of [first, second]) {
      expect(await findItemOf(worker, id, exhibitId)).toMatchObject({
        items: [{ id: takedownId }],
        looks: [{ found: "seen_gone", seenBy: "us" }],
      });
    }
    // As they were before addresses were marked.
    await bySql(worker, sql`update app.exhibits set address_mark = null where case_id = ${id}`);
    await bySql(worker, sql`update app.takedowns set address_mark = null where case_id = ${id}`);
    expect(await nextCheck(id)).toBe(says("E-02", second));
    expect(await markOldAddresses(service())).toBeGreaterThanOrEqual(4);
    expect(await nextCheck(id)).toBe(says("E-03", other));
  });

  test("an item typed by hand with the address of an exhibit is that exhibit's", async () => {
    const url = "https://www.instagram.com/p/B2";
    const { id, first } = await caseWith({ sourceUrl: url });
    const added = await addTakedown(worker, { caseId: id, kind: "post", url });
    const items = [{ id: added.id, code: added.code }];
    expect(await findItemOf(worker, id, first)).toEqual({ items, looks: [] });
  });
});
