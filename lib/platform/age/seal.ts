import "server-only";
import { randomBytes } from "node:crypto";
import { Encrypter, type Recipient } from "age-encryption";
import { nonceBytes, payloadKey, pieceBytes, pieceNonce, sealPiece, tagBytes } from "./stream";

/**
 * Encrypts a stream to age recipients (`age1...`), as `age -r` does, in constant memory. The package writes the header;
 * the payload goes through the system's own ChaCha20-Poly1305, which is twenty times as fast as one in JavaScript.
 * @throws Error when a recipient cannot be read
 */
export async function* sealAge(
  source: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Buffer> {
  const { header, fileKey } = await makeHeader(recipients);
  const nonce = randomBytes(nonceBytes);
  yield Buffer.concat([header, nonce]);
  yield* sealPieces(payloadKey(fileKey, nonce), source);
}

/** A recipient that adds nothing to the header hears the file key: the package offers no other way to it. */
async function makeHeader(recipients: readonly string[]): Promise<{ header: Buffer; fileKey: Uint8Array }> {
  if (recipients.length === 0) throw new Error("There is no recipient.");
  let fileKey: Uint8Array | undefined;
  const listener: Recipient = {
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  };
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  encrypter.addRecipient(listener);
  const empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
  if (!fileKey) throw new Error("The header could not be made.");
  return { header: empty.subarray(0, empty.length - nonceBytes - tagBytes), fileKey };
}

/** A full piece waits until more is known to come: the last one is marked, and may only be empty when it is the first. */
async function* sealPieces(key: Buffer, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const piece = Buffer.alloc(pieceBytes);
  let used = 0;
  let count = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      if (used === pieceBytes) {
        yield sealPiece(key, pieceNonce(count, false), piece);
        count += 1;
        used = 0;
      }
      const taken = Math.min(pieceBytes - used, chunk.length - at);
      piece.set(chunk.subarray(at, at + taken), used);
      used += taken;
      at += taken;
    }
  }
  yield sealPiece(key, pieceNonce(count, true), piece.subarray(0, used));
}
