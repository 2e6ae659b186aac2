import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { layOut } from "@/lib/documents/forms/lay-out";
import type { FilledEntry } from "@/lib/documents/forms/types";
import { flatPagesOf } from "@/tests/support/pdf";

const setting = {
  title: "Application",
  reference: "CD-1 · form F-01 · version 1",
  organisation: "Invented Organisation",
  at: new Date("2026-03-01T10:00:00Z"),
  id: Buffer.alloc(16, 1),
};
const pages = [
  { width: 595, height: 842 },
  { width: 842, height: 595 },
];
const entry = (text: string, change: Partial<FilledEntry> = {}): FilledEntry => ({
  label: "What happened",
  page: 1,
  x: 60,
  y: 100,
  w: 300,
  h: 60,
  size: 10,
  multiline: true,
  text,
  tick: null,
  ...change,
});
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at + 1}`);

describe("words on a form", () => {
  test("stand on the page of their place, in every script, and fit", async () => {
    const texts = ["Ängström Žižek ǃXóõ Ṱhoho", "Umuntu ngumuntu ngabantu", "مرحبا بالعالم", "Zoë"];
    const entries = texts.map((text, at) => entry(text, { page: at === 3 ? 2 : 1, y: 60 + 80 * at }));
    const { overlay, behind, addenda } = await layOut(pages, entries, setting);
    expect(behind).toBeNull();
    expect(addenda).toEqual([]);
    const read = await flatPagesOf(overlay);
    expect(read[0]).toContain("Ṱhoho");
    expect(read[0]).toContain("ngabantu");
    expect(read[1]).toContain("Zoë");
    expect((await PDFDocument.load(overlay)).getPageCount()).toBe(2);
  });

  test("that are too long go on in an addendum which the place names, and not one is lost or said twice", async () => {
    const all = words(400);
    const { overlay, behind, addenda } = await layOut(pages, [entry(all.join(" "))], setting);
    expect(addenda).toEqual([{ number: 1, label: "What happened", page: 1 }]);
    const on = (await flatPagesOf(overlay)).join(" ");
    const after = (await flatPagesOf(behind ?? new Uint8Array())).join(" ");
    expect(on).toContain("(see addendum 1)");
    expect(after).toContain("Addendum 1: What happened (page 1 of the form)");
    expect([...on.matchAll(/word\d+/g), ...after.matchAll(/word\d+/g)].map(String)).toEqual(all);
    expect(on).toContain("word20");
  });

  test("of one line go on as a whole: half a number is worse than none", async () => {
    const long = words(60).join(" ");
    const one = { multiline: false, h: 14 };
    const { overlay, behind } = await layOut(pages, [entry(long, one), entry("Short", { ...one, y: 300 })], setting);
    const on = (await flatPagesOf(overlay)).join(" ");
    expect(on).not.toContain("word1 ");
    expect(on).toContain("(see addendum 1)");
    expect(on).toContain("Short");
    expect((await flatPagesOf(behind ?? new Uint8Array())).join(" ")).toContain("word1 word2");
  });

  test("whose place is too narrow even for the reference name the addendum all the same", async () => {
    const { overlay, behind } = await layOut(
      pages,
      [entry(words(9).join(" "), { w: 12, h: 8, multiline: false })],
      setting,
    );
    expect((await flatPagesOf(overlay)).join(" ")).toContain("(see addendum");
    expect(behind).not.toBeNull();
  });
});
