import sharp from "sharp";
import { seededNumbers } from "./files";

type Next = () => number;
type Bubble = { mine: boolean; lines: string[] };

const width = 1080;
const height = 2160;
const letters = "abcdefghijklmnopqrstuvwxyz";
const common =
  "you me never will find where go to school gate know your house send money answer phone now tonight friday please stop mother work see what when come back picture street car".split(
    " ",
  );

/** A typeface of its own, so that no font of the machine is needed: five by seven dots a letter. */
const glyphs = new Map(
  [...letters].map((letter, index) => {
    const next = seededNumbers(9000 + index);
    return [letter, Array.from({ length: 35 }, () => next() < 0.45)] as const;
  }),
);

/** A screen of a messenger: bubbles with lines of letters, as any of them looks. */
export async function drawChat(bubbles: readonly Bubble[], dark = false): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height, dark ? 20 : 228);
  const box = (x: number, y: number, wide: number, high: number, grey: number) => {
    for (let row = Math.max(0, y); row < Math.min(height, y + high); row += 1) {
      pixels.fill(grey, row * width + Math.max(0, x), row * width + Math.min(width, x + wide));
    }
  };
  const write = (line: string, x: number, y: number, grey: number) => {
    for (const [at, letter] of [...line].entries()) {
      for (const [dot, isInk] of (glyphs.get(letter) ?? []).entries()) {
        if (isInk) box(x + at * 25 + (dot % 5) * 4, y + Math.floor(dot / 5) * 5, 4, 5, grey);
      }
    }
  };
  box(0, 0, width, 200, dark ? 40 : 90);
  box(80, 90, 90, 90, 200);
  write("quiet harbour", 220, 115, 255);
  box(30, height - 170, width - 220, 110, dark ? 45 : 255);
  box(width - 150, height - 170, 110, 110, 130);
  let y = 250;
  for (const { mine, lines } of bubbles) {
    const high = lines.length * 58 + 56;
    if (y + high > height - 200) break;
    const wide = Math.min(820, Math.max(...lines.map((line) => line.length)) * 25 + 72);
    const x = mine ? width - 40 - wide : 40;
    box(x, y, wide, high, dark ? (mine ? 70 : 44) : mine ? 240 : 255);
    for (const [at, line] of lines.entries()) write(line, x + 36, y + 34 + at * 58, dark ? 232 : 22);
    y += high + 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** What is written in a chat, another one for each number. */
export function makeBubbles(seed: number, many = 14): Bubble[] {
  const next = seededNumbers(seed);
  return Array.from({ length: many }, () => ({ mine: next() < 0.4, lines: wrap(sentence(next)) }));
}

/** The same bubbles, of the same size and in the same places, with other words in all of them or only in one. */
export function sayOtherwise(bubbles: readonly Bubble[], seed: number, only?: number): Bubble[] {
  const next = seededNumbers(seed);
  return bubbles.map(({ mine, lines }, at) => ({
    mine,
    lines: only === undefined || only === at ? lines.map((line) => otherLine(line, next)) : lines,
  }));
}

function sentence(next: Next): string {
  return Array.from({ length: 2 + Math.floor(next() * 14) }, () => wordOf(next)).join(" ");
}

const wordOf = (next: Next): string => common[Math.floor(next() * common.length)] ?? "";

function wrap(words: string): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > 30) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function otherLine(line: string, next: Next): string {
  let other = "";
  while (other.length < line.length) other = `${other} ${wordOf(next)}`.trim();
  return other.slice(0, line.length);
}

/** A picture as a camera takes it: a gradient with soft shapes, another one for each number. */
export async function drawPhoto(seed: number): Promise<Buffer> {
  const next = seededNumbers(seed);
  const [wide, high] = [800, 600];
  const pixels = Buffer.alloc(wide * high);
  const slope = [next() * 120, next() * 120, next() * 80];
  const shapes = Array.from({ length: 16 }, () => ({
    x: next() * wide,
    y: next() * high,
    rx: 30 + next() * 200,
    ry: 30 + next() * 160,
    grey: next() * 255,
    solid: 0.4 + next() * 0.6,
  }));
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      let grey = (slope[0] ?? 0) * (x / wide) + (slope[1] ?? 0) * (y / high) + (slope[2] ?? 0);
      for (const shape of shapes) {
        const inside = ((x - shape.x) / shape.rx) ** 2 + ((y - shape.y) / shape.ry) ** 2 < 1;
        if (inside) grey = grey * (1 - shape.solid) + shape.grey * shape.solid;
      }
      pixels[y * wide + x] = Math.round(Math.min(255, grey));
    }
  }
  return sharp(pixels, { raw: { width: wide, height: high, channels: 1 } })
    .blur(1.5)
    .jpeg({ quality: 92 })
    .toBuffer();
}
