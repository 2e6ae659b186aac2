import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const sizes = new Map<string, number>();

/** The script that a page names in its text, compressed, in thousands of bytes. Old browsers' own is not counted. */
export function firstScriptOf(html: string): number {
  const tags = (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !/\bnomodule\b/i.test(tag));
  const files = tags.flatMap((tag) => /\bsrc="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? []);
  return [...new Set(files)].reduce((sum, file) => sum + sizeOf(file), 0) / 1000;
}

function sizeOf(file: string): number {
  const size = sizes.get(file) ?? gzipSync(readFileSync(join(".next", decodeURI(file)))).length;
  sizes.set(file, size);
  return size;
}
