import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unpackWoff } from "./woff";

export type Family = "serif" | "sans" | "mono";
export type Weight = 400 | 600;

/** One file of a face, and the part of Unicode that it says it holds. */
export type FontFile = { key: string; path: string; ranges: readonly (readonly [number, number])[] };

const PRIMARY: Record<Family, string> = { serif: "source-serif-4", sans: "ibm-plex-sans", mono: "ibm-plex-mono" };
const FALLBACK = ["noto-sans", "noto-sans-arabic", "noto-sans-hebrew", "noto-sans-sc", "noto-sans-kr", "noto-emoji"];

const listed = new Map<string, readonly FontFile[]>();
const unpacked = new Map<string, Buffer>();

/** A style for a character, and whether it is an emoji first. */
type Wanted = { family: Family; weight: Weight; emojiFirst: boolean };
/** Files by the stretches of 256 code points that they hold a part of: there are hundreds, and few for one stretch. */
type Shelf = Map<number, FontFile[]>;

const shelves = new Map<string, Shelf>();
const stretchOf = (codePoint: number): number => codePoint >> 8;

/** The files that may hold a character of this style, in the order in which they are tried. */
export function filesFor(codePoint: number, wanted: Wanted): readonly FontFile[] {
  const id = `${wanted.family}/${wanted.weight}/${wanted.emojiFirst}`;
  const shelf = shelves.get(id) ?? shelve(wanted);
  shelves.set(id, shelf);
  return shelf.get(stretchOf(codePoint)) ?? [];
}

/** Every file that a style may ask for, in the order in which they are tried. */
export function allFilesFor({ family, weight, emojiFirst }: Wanted): FontFile[] {
  const faces = [PRIMARY[family], ...FALLBACK];
  const order = emojiFirst ? ["noto-emoji", ...faces] : faces;
  return order.flatMap((name) => filesOf(name, name === "ibm-plex-mono" ? 400 : weight));
}

function shelve(wanted: Wanted): Shelf {
  const shelf: Shelf = new Map();
  for (const file of allFilesFor(wanted)) {
    const stretches = file.ranges.flatMap(([low, high]) =>
      Array.from({ length: stretchOf(high) - stretchOf(low) + 1 }, (_, i) => stretchOf(low) + i),
    );
    for (const stretch of new Set(stretches)) shelf.set(stretch, [...(shelf.get(stretch) ?? []), file]);
  }
  return shelf;
}

/** The plain TrueType bytes of a file, read and unpacked once per process. */
export function bytesOf(file: FontFile): Buffer {
  const known = unpacked.get(file.path);
  if (known) return known;
  const bytes = unpackWoff(readFileSync(file.path));
  unpacked.set(file.path, bytes);
  return bytes;
}

/** Whether the file claims to contain this code point. The font itself is checked afterwards. */
export function claims(file: FontFile, codePoint: number): boolean {
  return file.ranges.some(([low, high]) => codePoint >= low && codePoint <= high);
}

function filesOf(name: string, weight: Weight): readonly FontFile[] {
  const id = `${name}/${weight}`;
  const known = listed.get(id);
  if (known) return known;
  const root = join(/* turbopackIgnore: true */ process.cwd(), "assets/fonts", name);
  const subsets = JSON.parse(readFileSync(join(root, "unicode.json"), "utf8")) as Record<string, string>;
  const files = Object.entries(subsets).map(([subset, ranges]) => {
    const part = subset.replace(/[[\]]/g, "");
    return {
      key: `${name}-${part}-${weight}`,
      path: join(root, `${part}-${weight}.woff`),
      ranges: parseRanges(ranges),
    };
  });
  // Latin first: it serves nearly every word.
  files.sort((a, b) => rank(a.key) - rank(b.key));
  listed.set(id, files);
  return files;
}

function rank(key: string): number {
  if (/-latin-\d+$/.test(key)) return 0;
  return key.includes("-latin-ext-") ? 1 : 2;
}

function parseRanges(text: string): (readonly [number, number])[] {
  return text.split(",").map((range) => {
    const [low = "0", high] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(low, 16), Number.parseInt(high ?? low, 16)] as const;
  });
}
