import { z } from "zod";
import { type ErasedLine, erasedKinds, grounds } from "./types";

/** One line of JSON per destroyed key, so that a restore need not know what a case is. */
export function writeErasedLines(lines: readonly ErasedLine[]): string {
  return lines
    .map(({ keys, ...rest }) => keys.map((keyId) => `${JSON.stringify({ keyId, ...rest })}\n`).join(""))
    .join("");
}

const Line = z.object({
  keyId: z.uuid(),
  org: z.uuid(),
  of: z.enum(erasedKinds),
  id: z.uuid(),
  code: z.string(),
  ground: z.enum(grounds),
  askedBy: z.uuid(),
  releasedBy: z.uuid(),
  at: z.iso.datetime(),
});

/** The same read again, the oldest first, each erased record once. @throws Error with the number of a line that is none */
export function readErasedLines(text: string): ErasedLine[] {
  const found = new Map<string, ErasedLine>();
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const { keyId, ...rest } = lineOf(line, at + 1);
    const known = found.get(`${rest.org} ${rest.id}`) ?? { ...rest, keys: [] };
    known.keys.push(keyId);
    found.set(`${rest.org} ${rest.id}`, known);
  }
  return [...found.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

function lineOf(line: string, no: number): z.output<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    throw new Error(`Line ${no} of the list of erasures cannot be read.`);
  }
}

export const reasonPlace = (row: string) => ({ table: "erasure_requests", column: "reason", row });
