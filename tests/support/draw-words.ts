import sharp, { type OverlayOptions } from "sharp";
import { unpackFace } from "@/lib/operations/demo/unpack-face";

const width = 1000;
const step = 80;
/** A picture of these lines, one under the other, as a telephone shows them: a PNG. Line `n` is at `lineBox(n, of)`. */
export async function drawWords(lines: readonly string[], { dark = false } = {}): Promise<Buffer> {
  const layers: OverlayOptions[] = [];
  for (const [at, line] of lines.entries()) {
    const colour = dark ? "#e9edef" : "#111111";
    const text = {
      text: `<span foreground="${colour}">${line}</span>`,
      font: "Noto Sans 15",
      fontfile: unpackFace(400),
      dpi: 144,
    };
    const input = await sharp({ text: { ...text, rgba: true } })
      .png()
      .toBuffer();
    layers.push({ input, left: 40, top: step * at + 20 });
  }
  const background = dark ? "#0b141a" : "#ffffff";
  const page = sharp({ create: { width, height: step * lines.length + 40, channels: 3, background } });
  return page.composite(layers).png().toBuffer();
}

/** The box that covers a line of such a picture, in fractions of it. */
export function lineBox(at: number, of: number) {
  const height = step * of + 40;
  return { x: 0, y: (step * at + 8) / height, width: 1, height: (step - 8) / height };
}
