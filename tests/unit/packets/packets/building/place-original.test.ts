import { expect, test } from "vitest";
import type { CoverKind } from "@/lib/evidence/redactions/types";
import { placeOriginal } from "@/lib/packets/packets/building/place-original";
import type { Covers } from "@/lib/packets/packets/snapshot/covered";
import type { ExhibitFile } from "@/lib/packets/packets/snapshot/take-snapshot";
import type { SealedFiles } from "@/lib/platform/storage/storage";

/** A file store that holds one file. */
function holding(bytes: Buffer): SealedFiles {
  const open = async () => ({
    stream: new Blob([new Uint8Array(bytes)]).stream(),
    size: bytes.length,
    length: bytes.length,
  });
  return { open, bytes: async () => new Uint8Array(bytes) } as unknown as SealedFiles;
}

type Said = {
  sentActive?: string | null;
  read?: unknown;
  isCovered?: boolean;
  isMasked?: boolean;
  intimate?: boolean;
  covers?: Covers;
  sealedThen?: string | null;
};

async function placed(text: string, mime: string, answer: Said = {}) {
  const { sentActive = null, read = [], isCovered = false, isMasked = false, covers = new Map() } = answer;
  const bytes = Buffer.from(text);
  const file = {
    id: "1",
    code: "E-01",
    name: "mail.eml",
    fileId: "f",
    size: bytes.length,
    mime,
    held: null,
    sentActive,
    sealedThen: answer.sealedThen ?? null,
    intimate: answer.intimate,
  };
  const drawn = {
    file: file as unknown as ExhibitFile,
    mime,
    text: read,
    isMasked,
    isCovered,
    covers,
  };
  return placeOriginal(holding(bytes), { ...drawn, printed: new Set(), isPrinted: false, picture: null }, []);
}

const head = "From: a@x.example\r\nContent-Type: text/html\r\n\r\n";

const pixel = `${head}<img src="https://track.example/1.gif">`;
const read = {
  kind: "text",
  headers: [{ name: "Subject", value: "Again" }],
  lines: ["I see you.", "Always."],
  attachments: [{ name: "house.jpg", mime: "image/jpeg", size: 4 }],
  cut: false,
};
const acts = ["remote picture or style"];

test("a mail with a pixel stays here, and its words travel as plain text", async () => {
  const { travel, original, copy } = await placed(pixel, "message/rfc822", { read });
  expect(travel).toMatchObject({ how: "held", acts, why: expect.stringContaining("acts when it is opened") });
  expect(travel?.why).toContain("a copy of its words in plain text is attached");
  expect(original).toBeUndefined();
  const pieces: Uint8Array[] = [];
  for await (const piece of copy?.open() ?? []) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  expect(text).toBe("Subject: Again\n\nI see you.\nAlways.\n\n[Attached to it: house.jpg, image/jpeg, 4 bytes]\n");
  expect([copy?.size, copy?.mimeType]).toEqual([text.length, "text/plain"]);
});

test("the copy says what was attached by its hash, and what was not certain", async () => {
  const sha256 = "ab".repeat(32);
  const attachments = [{ name: "", mime: "image/jpeg", size: 4, sha256 }];
  const mail = { notes: [{ kind: "charset_unknown", detail: "x-nobody" }] };
  const { copy } = await placed(pixel, "message/rfc822", { read: { ...read, attachments, mail } });
  const pieces: Uint8Array[] = [];
  for await (const piece of copy?.open() ?? []) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  expect(text).toContain(`[Attached to it: without a name, image/jpeg, 4 bytes, SHA-256 ${sha256}]`);
  expect(text).toContain("x-nobody");
});

test("what nobody could read as text has no copy, and says so", async () => {
  const { travel, copy } = await placed(pixel, "text/html");
  expect(travel?.how).toBe("held");
  expect(travel?.why).toContain("no copy that does nothing could be made of it");
  expect(copy).toBeUndefined();
});

test("a mail with a pixel that somebody sends along for a reason travels beside, and says what it does", async () => {
  const { travel, original, copy } = await placed(pixel, "message/rfc822", { sentActive: "The officer asks", read });
  expect(travel).toEqual({ how: "beside", why: "acts when it is opened: remote picture or style", acts });
  expect([original, copy]).toEqual([undefined, undefined]);
});

test("a mail that opens nothing is attached as ever", async () => {
  const { travel, original } = await placed(`${head}<p>Hello</p>`, "message/rfc822");
  expect(travel).toEqual({ how: "inside", why: null });
  expect(original).toBeDefined();
});

test("a text of which words are covered is sealed, and may lie in the annex where its words are printed", async () => {
  const { travel, original, copy, forAnnex } = await placed("I see you", "text/plain", {
    isCovered: true,
  });
  expect(travel).toEqual({ how: "sealed", why: "some of its words are covered" });
  expect([original, copy]).toEqual([undefined, undefined]);
  expect(forAnnex).toMatchObject({ file: { size: 9, mimeType: "text/plain" } });
  const intimate = await placed("I see you", "text/plain", { isMasked: true, intimate: true });
  expect(intimate.forAnnex).toEqual({ stays: "it shows somebody intimately" });
  const mail = await placed(pixel, "message/rfc822", { isCovered: true, read });
  expect(mail).toMatchObject({
    travel: { how: "sealed" },
    forAnnex: { stays: "it acts when it is opened: remote picture or style" },
  });
  expect(mail.copy).toBeUndefined();
});

/** What another exhibit of the case has covered. */
function coveredIn(code: string, words: string, kind: CoverKind = "child", place: number | null = null): Covers {
  const id = "00000000-0000-4000-8000-000000000001";
  return new Map([[code, [{ id, words, kind, reason: null, place, reading: null, by: "caseworker" }]]]);
}

const elsewhere = "it holds words that are covered in another exhibit";
const unsearched = "words are covered in another exhibit, and not all of this file could be searched for them";
const text = (lines: string[], change = {}) => ({
  kind: "text",
  headers: [],
  lines,
  attachments: [],
  cut: false,
  ...change,
});

test.each([
  ["far beyond what is printed", text([...Array(449).fill("hello"), "Lwazi"]), elsewhere],
  ["over the end of a line", text(["at Bantry", "Primary"]), elsewhere],
  ["in no part of it", text(["hello"]), null],
  ["nowhere in what was read of it, which is not all", text(["hello"], { cut: true }), unsearched],
])("a text with words that are covered in another exhibit %s", async (_, read, why) => {
  const covers = new Map([...coveredIn("E-01", "Lwazi"), ...coveredIn("E-02", "Bantry Primary")]);
  const { travel } = await placed("hello", "text/plain", { read, covers });
  expect(travel).toEqual(why ? { how: "sealed", why } : { how: "inside", why: null });
});

test("what stands in the bytes alone, and how it is packed, counts as well; a plain copy of a mail that acts is none then", async () => {
  const covers = coveredIn("E-01", "Lwazi");
  const why = async (...given: Parameters<typeof placed>) => (await placed(...given)).travel;
  expect(await why("X-Note: Lwa=7Ai\r\n\r\nhi", "message/rfc822", { covers })).toEqual({
    how: "sealed",
    why: elsewhere,
  });
  expect(await why("PK", "application/zip", { covers })).toEqual({ how: "sealed", why: unsearched });
  const mail = await placed(pixel, "message/rfc822", { covers, read: text(["Lwazi"]) });
  expect(mail).toMatchObject({ travel: { how: "sealed", why: elsewhere } });
  expect(mail.copy).toBeUndefined();
});

test("what is about nobody, in one message only, or a short number is looked for nowhere else", async () => {
  for (const covers of [
    coveredIn("E-01", "Lwazi", "unrelated"),
    coveredIn("E-01", "Lwazi", "child", 3),
    coveredIn("E-01", "2025"),
  ]) {
    const { travel } = await placed("Lwazi 2025", "text/plain", { read: text(["Lwazi 2025"]), covers });
    expect(travel?.how).toBe("inside");
  }
});

test("what was sealed when it was decided on stays so", async () => {
  const { travel, original } = await placed("hello", "text/plain", { sealedThen: elsewhere });
  expect(travel).toEqual({ how: "sealed", why: elsewhere });
  expect(original).toBeUndefined();
});
