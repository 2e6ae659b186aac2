import { expect, test, vi } from "vitest";
import { sha256 } from "@/tests/support/sample-parts";

await vi.hoisted(() => import("@/tests/support/speak-in-brackets"));

/** Everything of one packet, and a document: each file by its hash, and a message as a screen says it. */
async function makeAll(language: string) {
  process.env.UI_LANGUAGE = language;
  vi.resetModules();
  const { t } = await import("@/lib/platform/language/translate");
  const { written } = await import("@/lib/platform/language/written");
  const { builtSample } = await import("@/tests/support/sample-parts");
  const { sampleOfKind } = await import("@/tests/support/sample-kinds");
  const { makeParts } = await import("@/lib/packets/packets/parts/make-parts");
  const { planPaper } = await import("@/lib/documents/papers/plan-paper");
  const { printPaper } = await import("@/lib/documents/papers/print-paper");
  const { writeDocx } = await import("@/lib/platform/docx/write-docx");
  const { longBody, setting } = await import("@/tests/unit/documents/papers/long-paper");
  const files = await written(async () => {
    const { snapshot, prepared, written: printed, pdf } = await builtSample();
    const facts = { prepared, written: printed, annex: null, signature: null };
    const { made } = await makeParts({ ...facts, snapshot });
    const letters = await makeParts({ ...facts, snapshot: sampleOfKind("preservation_briefing", "ZA-US") });
    const paper = planPaper(longBody(), setting());
    return [
      ["served", pdf] as const,
      ...[...letters.made, ...made].map(({ part, bytes }) => [part, bytes] as const),
      ["document", await printPaper(paper)] as const,
      ["docx", await writeDocx(paper)] as const,
    ];
  });
  return { said: t("Approved"), hashes: Object.fromEntries(files.map(([name, bytes]) => [name, sha256(bytes)])) };
}

test("a packet, its letters and manifest, a document and its DOCX have the same bytes whatever screens speak", async () => {
  const elsewhere = await makeAll("en-XA");
  const here = await makeAll("en");
  expect([here.said, elsewhere.said]).toEqual(["Approved", "⟦Approved⟧"]);
  expect(Object.keys(here.hashes)).toEqual(
    expect.arrayContaining(["served", "manifest", "letter-1", "letter-1-docx", "request", "case_uco", "docx"]),
  );
  expect(elsewhere.hashes).toEqual(here.hashes);
});
