import "server-only";
import { openPart } from "@/lib/platform/crypto/device-seal";
import { pieceBytes } from "./rules";

const sealedBytes = pieceBytes + 16;

/**
 * Opens the sealed pieces of a file as they arrive, whole ones alone. @param first the number of the first that comes
 * @param skip plain bytes of it that are here already
 */
export function openPieces(key: Buffer, first: number, skip: number): TransformStream<Uint8Array, Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let number = first;
  let left = skip;
  const open = (sealed: Uint8Array, controller: TransformStreamDefaultController<Uint8Array>) => {
    const plain = openPart(key, number, sealed);
    number += 1;
    if (plain.length > left) controller.enqueue(plain.subarray(left));
    left = 0;
  };
  return new TransformStream({
    transform(chunk, controller) {
      waiting.push(chunk);
      length += chunk.length;
      if (length < sealedBytes) return;
      let all = Buffer.concat(waiting);
      for (; all.length >= sealedBytes; all = all.subarray(sealedBytes)) open(all.subarray(0, sealedBytes), controller);
      waiting = [all];
      length = all.length;
    },
    flush(controller) {
      if (length > 0) open(Buffer.concat(waiting), controller);
    },
  });
}
