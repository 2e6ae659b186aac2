import "server-only";
import sharp, { type OverlayOptions } from "sharp";
import { unpackFace } from "./unpack-face";

type Bubble = { text: string; at: string; mine?: boolean };
export type Screen = { heading: string; bubbles: readonly Bubble[] };

const width = 720;
const inner = 480;

/** Draws an invented message screen as a telephone would show it. The same screen gives the same picture. */
export async function drawScreen(screen: Screen, format: "png" | "jpeg"): Promise<Buffer> {
  const layers: OverlayOptions[] = [{ input: await words(screen.heading, 15, "#1b1f22", 700), left: 32, top: 36 }];
  let top = 120;
  for (const bubble of screen.bubbles) {
    const text = await words(bubble.text, 13, "#1b1f22");
    const time = await words(bubble.at, 9, "#5f666c");
    const tall = (await sharp(text).metadata()).height + 74;
    const left = bubble.mine ? width - inner - 80 : 32;
    layers.push({ input: box(inner + 48, tall, bubble.mine ? "#d5e8ee" : "#ffffff"), left, top });
    layers.push({ input: text, left: left + 24, top: top + 20 });
    layers.push({ input: time, left: left + 24, top: top + tall - 34 });
    top += tall + 24;
  }
  layers.push({ input: await words("Invented for the demonstration", 9, "#83857f"), left: 32, top: top + 12 });
  const page = sharp({ create: { width, height: Math.max(top + 60, 900), channels: 3, background: "#eeeeea" } });
  const rendered = page.composite(layers);
  return format === "png" ? rendered.png().toBuffer() : rendered.jpeg({ quality: 88 }).toBuffer();
}

function box(wide: number, tall: number, colour: string): Buffer {
  const shape = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}">`;
  return Buffer.from(`${shape}<rect width="${wide}" height="${tall}" rx="18" fill="${colour}"/></svg>`);
}

/** Text as a picture. The face is the product's own file, so that no font of the machine is needed. */
function words(text: string, size: number, colour: string, weight: 400 | 700 = 400): Promise<Buffer> {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return sharp({
    text: {
      text: `<span foreground="${colour}">${safe}</span>`,
      font: `Noto Sans ${weight === 700 ? "Bold " : ""}${size}`,
      fontfile: unpackFace(weight),
      width: inner,
      dpi: 144,
      rgba: true,
      wrap: "word-char",
    },
  })
    .png()
    .toBuffer();
}
