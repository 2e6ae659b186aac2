import { PngEmbedder } from "pdf-lib";

type Pixels = { rgbChannel: Uint8Array; alphaChannel?: Uint8Array };

/**
 * Decodes a PNG that cannot be embedded unchanged (transparent, interlaced, deep) and flattens it onto white, three
 * bytes per pixel: an archive copy may contain no transparency. Slow, and holds the picture several times in memory.
 * @throws Error if the PNG cannot be decoded
 */
export async function flatten(bytes: Uint8Array): Promise<Uint8Array> {
  const { rgbChannel: colours, alphaChannel: alpha } = Reflect.get(await PngEmbedder.for(bytes), "image") as Pixels;
  if (!alpha) return colours;
  for (let at = 0; at < alpha.length; at++) {
    const cover = (alpha[at] ?? 0) / 255;
    if (cover === 1) continue;
    for (let i = at * 3; i < at * 3 + 3; i++) colours[i] = Math.round((colours[i] ?? 0) * cover + 255 * (1 - cover));
  }
  return colours;
}
