import { MAX_PIXELS, open, upright } from "./child-picture.mjs";

const DECODE_BYTES = 128 * 1024 * 1024;
const KINDS = new Set(["jpeg", "png", "webp", "gif", "tiff"]);
/** So many cells each way that a line of text on a phone's screen is three or more of them high. */
const SIDE = 96;

/**
 * The operation `likeness`: a picture as 96 times 96 cells of grey, whatever its shape, from which another like it is
 * known. One frame, with the cells as its body; none for what is no picture or cannot be decoded.
 */
export async function run({ request, input, found, send }) {
  if (request.size === 0 || request.size > DECODE_BYTES || !KINDS.has(found.kind)) return;
  const cells = await cellsOf(await input.whole()).catch(() => null);
  if (cells?.length === SIDE * SIDE) await send({ likeness: SIDE }, cells);
}

async function cellsOf(bytes) {
  const { width, height } = await open(bytes).metadata();
  if (width * height > MAX_PIXELS) return null;
  return upright(bytes, 0).greyscale().resize(SIDE, SIDE, { fit: "fill" }).raw().toBuffer();
}
