import "server-only";
import { Decrypter } from "age-encryption";
import { nonceBytes, openPiece, payloadKey, pieceBytes, pieceNonce, tagBytes } from "./stream";

/** `wrong_key`: none of the identities is a recipient's. `broken`: changed, cut short, or not an age file. */
export class AgeError extends Error {
  readonly fault: "wrong_key" | "broken";

  constructor(fault: "wrong_key" | "broken") {
    super(fault === "wrong_key" ? "This key does not open the file." : "The file is damaged or not whole.");
    this.name = "AgeError";
    this.fault = fault;
  }
}

const longestHeader = 64 * 1024;
const endOfHeader = /(?:^|\n)--- [A-Za-z0-9+/]{43}\n/;

/**
 * Decrypts what `sealAge` or `age` made, in constant memory. What was given out before a fault was as it was sealed,
 * but only the end of the stream says that it is whole.
 * @throws AgeError
 */
export async function* openAge(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Buffer> {
  const bytes = reader(source);
  const header = await readHeader(bytes);
  const fileKey = await openHeader(header, identities);
  const nonce = await bytes.take(nonceBytes);
  if (nonce.length < nonceBytes) throw new AgeError("broken");
  yield* openPieces(payloadKey(fileKey, nonce), bytes);
}

async function openHeader(header: Buffer, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    throw new AgeError(/no identity matched/.test(String(error)) ? "wrong_key" : "broken");
  }
}

async function* openPieces(key: Buffer, bytes: Reader): AsyncGenerator<Buffer> {
  for (let count = 0; ; count += 1) {
    const sealed = Buffer.from(await bytes.take(pieceBytes + tagBytes));
    const last = await bytes.ended();
    if (sealed.length < tagBytes || (last && count > 0 && sealed.length === tagBytes)) throw new AgeError("broken");
    yield opened(key, pieceNonce(count, last), sealed);
    if (last) return;
  }
}

function opened(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  try {
    return openPiece(key, nonce, sealed);
  } catch {
    throw new AgeError("broken");
  }
}

async function readHeader(bytes: Reader): Promise<Buffer> {
  for (let size = 512; ; size *= 2) {
    const seen = await bytes.peek(Math.min(size, longestHeader));
    const end = endOfHeader.exec(seen.toString("latin1"));
    if (end) return bytes.take(end.index + end[0].length);
    if (seen.length < size || size >= longestHeader) throw new AgeError("broken");
  }
}

type Reader = ReturnType<typeof reader>;

/** Takes exact lengths from chunks of any length; fewer bytes only at the end. */
function reader(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  let kept: Buffer[] = [];
  let size = 0;
  async function fill(wanted: number): Promise<void> {
    while (size < wanted) {
      const { value, done } = await iterator.next();
      if (done) return;
      kept.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      size += value.byteLength;
    }
  }
  async function peek(wanted: number): Promise<Buffer> {
    await fill(wanted);
    const all = kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept);
    kept = [all];
    return all.subarray(0, wanted);
  }
  return {
    peek,
    take: async (wanted: number): Promise<Buffer> => {
      const taken = await peek(wanted);
      kept = kept[0] ? [kept[0].subarray(taken.length)] : [];
      size -= taken.length;
      return taken;
    },
    ended: async (): Promise<boolean> => {
      await fill(1);
      return size === 0;
    },
  };
}
