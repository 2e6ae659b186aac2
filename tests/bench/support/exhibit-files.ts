import { PDFDocument, StandardFonts } from "pdf-lib";
import sharp from "sharp";

export type ExhibitFile = { name: string; kind: "jpeg" | "png" | "pdf"; bytes: Uint8Array };

/** Of 200 files: 100 photographs of about 1 MB, 60 tall screenshots (a third with an alpha channel), 40 letters. */
const shares = { photo: 0.5, screenshot: 0.3 };

/** So many files as a case collects them. All invented, the same in every run. */
export async function* makeExhibitFiles(count: number): AsyncGenerator<ExhibitFile> {
  const photos = Math.round(count * shares.photo);
  const screens = Math.round(count * shares.screenshot);
  for (let at = 1; at <= count; at += 1) {
    if (at <= photos) yield { name: `IMG ${at}.jpg`, kind: "jpeg", bytes: await photo(at) };
    else if (at <= photos + screens) yield { name: `Screen ${at}.png`, kind: "png", bytes: await screenshot(at) };
    else yield { name: `Letter ${at}.pdf`, kind: "pdf", bytes: await letter(at, (at % 10) + 1) };
  }
}

/** Grain over a soft picture: it weighs what a phone's photograph weighs. */
async function photo(at: number): Promise<Uint8Array> {
  const size = { width: 2016, height: 1512, channels: 3 as const };
  const grain = { type: "gaussian" as const, mean: 90 + (at % 60), sigma: 24 };
  const tint = { r: 40 + ((at * 5) % 200), g: 120, b: 160 };
  const picture = sharp({ create: { ...size, background: tint, noise: grain } });
  return picture.blur(0.7).jpeg({ quality: 88 }).toBuffer();
}

/** Messages on a phone of 1080 by 2400, every third with the alpha channel that some phones write. */
async function screenshot(at: number): Promise<Uint8Array> {
  const lines = Array.from({ length: 22 }, (_, line) => {
    const side = line % 3 === 0 ? 300 : 60;
    const words = `Message ${at}.${line + 1}: I know where you are and I will find you (${(at * 7919 + line * 104_729) % 9973}).`;
    return `<rect x="${side}" y="${160 + line * 98}" width="720" height="80" rx="24" fill="#${line % 3 ? "e8ecf1" : "cfe3ff"}"/>
      <text x="${side + 20}" y="${208 + line * 98}" font-size="24" font-family="sans-serif">${words}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="2400"><rect width="1080" height="2400" fill="white"/>${lines.join("")}</svg>`;
  const drawn = sharp(Buffer.from(svg));
  if (at % 3 === 0) return drawn.ensureAlpha().png().toBuffer();
  return drawn.flatten({ background: "white" }).removeAlpha().png().toBuffer();
}

async function letter(at: number, pages: number): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    const sheet = file.addPage([595, 842]);
    for (let line = 0; line < 30; line += 1) {
      const text = `Letter ${at}, page ${page}, line ${line + 1}: the company answers that it keeps log-in records.`;
      sheet.drawText(text, { x: 56, y: 770 - line * 22, size: 11, font });
    }
  }
  return file.save();
}
