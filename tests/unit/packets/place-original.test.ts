import { expect, test } from "vitest";
import { placeOriginal } from "@/lib/packets/place-original";
import type { ExhibitFile } from "@/lib/packets/taking/take-snapshot";
import type { SealedFiles } from "@/lib/platform/storage/storage";

/** A file store that holds one file. */
function holding(bytes: Buffer): SealedFiles {
  const open = async () => ({
    stream: new Blob([new Uint8Array(bytes)]).stream(),
    size: bytes.length,
    length: bytes.length,
  });
  return { open } as unknown as SealedFiles;
}

type Said = { sentActive?: string | null; read?: unknown; isCovered?: boolean; hasWords?: boolean };

async function placed(text: string, mime: string, said: Said = {}) {
  const { sentActive = null, read = [], isCovered = false, hasWords = false } = said;
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
  };
  const drawn = { file: file as unknown as ExhibitFile, mime, text: read, isMasked: false, isCovered, hasWords };
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
  const { travel, original, copy, forAnnex } = await placed("I see you", "text/plain", { isCovered: true, hasWords: true });
  expect(travel).toEqual({ how: "sealed", why: "words of it are covered" });
  expect([original, copy]).toEqual([undefined, undefined]);
  expect(forAnnex).toMatchObject({ file: { size: 9, mimeType: "text/plain" } });
  expect((await placed("I see you", "text/plain", { isCovered: true })).forAnnex).toBeUndefined();
  const mail = await placed(pixel, "message/rfc822", { isCovered: true, hasWords: true, read });
  expect(mail).toMatchObject({
    travel: { how: "sealed" },
    forAnnex: { stays: "it acts when it is opened: remote picture or style" },
  });
  expect(mail.copy).toBeUndefined();
});
