import { readMail } from "./child-mail.mjs";

const PIECE = 8 * 1024 * 1024;

/**
 * The operation `attachment`: the bytes of attachment `index` of a mail, as they were before they were packed. Frames: its
 * pieces, then how many bytes they are. Nothing is sent where there is none.
 */
export async function run({ request, input, send }) {
  let found;
  await readMail(await input.whole(), (bytes, index) => {
    if (index === request.index) found = bytes;
  });
  if (!found) return;
  for (let at = 0; at < found.byteLength; at += PIECE) await send({ piece: at }, found.subarray(at, at + PIECE));
  await send({ whole: found.byteLength });
}
