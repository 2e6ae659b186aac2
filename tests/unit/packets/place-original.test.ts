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

async function placed(text: string, mime: string) {
  const bytes = Buffer.from(text);
  const file = { id: "1", code: "E-01", name: "mail.eml", fileId: "f", size: bytes.length, mime, held: null };
  const drawn = { file: file as unknown as ExhibitFile, mime, text: [], isMasked: false, printed: new Set<number>() };
  return placeOriginal(holding(bytes), { ...drawn, isPrinted: false, picture: null }, []);
}

const head = "From: a@x.example\r\nContent-Type: text/html\r\n\r\n";

test("a mail with a pixel is not put inside the served PDF, and says why", async () => {
  const { travel, original } = await placed(`${head}<img src="https://track.example/1.gif">`, "message/rfc822");
  expect(travel).toEqual({ how: "beside", why: "acts when it is opened: remote picture or style" });
  expect(original).toBeUndefined();
});

test("a mail that opens nothing is attached as ever", async () => {
  const { travel, original } = await placed(`${head}<p>Hello</p>`, "message/rfc822");
  expect(travel).toEqual({ how: "inside", why: null });
  expect(original).toBeDefined();
});
