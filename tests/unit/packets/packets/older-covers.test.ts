import { expect, test } from "vitest";
import type { WordCover } from "@/lib/evidence/redactions/types";
import { makeTranscript } from "@/lib/packets/packets/building/make-transcript";
import { refuseCoveredSince } from "@/lib/packets/packets/refuse-covered-since";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { wordsText } from "@/lib/packets/packets/sections/exhibits/transcript";
import { coversKnown } from "@/lib/packets/packets/snapshot/covers-then";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { flatPagesOf } from "@/tests/support/pdf";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";

const id = "00000000-0000-4000-9000-000000000001";
const covers: WordCover[] = [
  { id, words: "Thandi", kind: "child", reason: null, place: null, reading: null, by: "caseworker" },
];

/** A snapshot with the words of its first exhibit, as JSON; `change` takes out what an earlier release did not know. */
function olderWith(change: (transcript: Record<string, unknown>) => object) {
  const read = { kind: "text", headers: [], lines: ["I saw Thandi"], attachments: [], cut: false };
  const transcript = makeTranscript(null, read, [], { covers, reading: null });
  const { covers: _, ...snapshot } = JSON.parse(JSON.stringify(sampleSnapshot()));
  const [first, ...rest] = snapshot.exhibits;
  return { ...snapshot, exhibits: [{ ...first, transcript: change(JSON.parse(JSON.stringify(transcript))) }, ...rest] };
}

test("a snapshot from before covers were kept in it is read and printed, and tells those alone whose words it prints", async () => {
  const snapshot = snapshotSchema.parse(olderWith((transcript) => transcript));
  expect(snapshot.covers).toBeNull();
  expect([...coversKnown(snapshot)]).toEqual([id]);
  const text = await printed(snapshot);
  expect(text).toContain("I saw [covered: a child]");
  const later = { ...covers[0], id: "00000000-0000-4000-9000-000000000002" } as WordCover;
  expect(() => refuseCoveredSince(snapshot, new Map([["E-01", covers]]))).not.toThrow();
  expect(() => refuseCoveredSince(snapshot, new Map([["E-02", [later]]]))).toThrow("Words of E-02 were covered");
});

test("one from before words could be covered says nothing of covers", async () => {
  const bare = ({ covers: _, masked: __, rows, ...rest }: Record<string, unknown>) => ({
    ...rest,
    rows: (rows as Record<string, unknown>[]).map(({ hidden: ___, ...row }) => ({ ...row, words: "I saw Thandi" })),
  });
  const snapshot = snapshotSchema.parse(olderWith(bare));
  expect([...coversKnown(snapshot)]).toEqual([]);
  const [transcript] = snapshot.exhibits.map((exhibit) => exhibit.transcript);
  expect(transcript).toMatchObject({ masked: [], covers: [], rows: [{ hidden: false }] });
  if (transcript) expect(wordsText(transcript)).not.toMatch(/covered/i);
  expect(await printed(snapshot)).toContain("I saw Thandi");
  expect(() => refuseCoveredSince(snapshot, new Map([["E-01", covers]]))).toThrow("Words of E-01 were covered");
});

async function printed(snapshot: ReturnType<typeof sampleSnapshot>): Promise<string> {
  const prepared = (await samplePrepared(snapshot)).map((preparedExhibit) => {
    const transcript = snapshot.exhibits.find(({ code }) => code === preparedExhibit.label)?.transcript ?? null;
    return transcript ? { ...preparedExhibit, pages: [], transcript } : preparedExhibit;
  });
  const { bytes } = await collectBytes(assemblePacket(snapshot, prepared));
  return (await flatPagesOf(bytes)).join("\n").replaceAll(/\s+/g, " ");
}
