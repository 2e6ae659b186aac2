import "server-only";
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { type CheckedSignature, checkSignature, type SignatureExpected } from "./check-signature";
import { type FoundSignature, findSignature } from "./find-signature";

/** The signature and the table of objects behind it. */
const tailBytes = 4 * 1024 * 1024;

/**
 * Checks the signature inside a PDF that `writeDocument` wrote: it has to cover every byte of the file but its own
 * value. No object of the PDF is parsed. @throws Error when the file cannot be read
 */
export async function checkSignedFile(
  path: string,
  expected: Omit<SignatureExpected, "digest"> = {},
): Promise<CheckedSignature> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await readTail(file, size);
    const found = findSignature(tail, size);
    if (typeof found === "string") return nothingFound(found);
    return checkSignature(found.cms, { ...expected, digest: await digestAround(file, found, size) });
  } finally {
    await file.close();
  }
}

const nothingFound = (problem: "added" | "unsigned"): CheckedSignature => ({
  holds: false,
  problems: [problem],
  fingerprint: null,
  subject: null,
  stamp: "none",
  stampedAt: null,
});

async function readTail(file: FileHandle, size: number): Promise<Buffer> {
  const tail = Buffer.alloc(Math.min(size, tailBytes));
  const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
  return tail.subarray(0, bytesRead);
}

async function digestAround(file: FileHandle, { from, to }: FoundSignature, size: number): Promise<Buffer> {
  const hash = createHash("sha256");
  const spans = [
    [0, from],
    [to, size],
  ] as const;
  for (const [start, end] of spans) {
    const stream = file.createReadStream({ start, end: end - 1, autoClose: false });
    for await (const piece of stream) hash.update(piece as Buffer);
  }
  return hash.digest();
}
