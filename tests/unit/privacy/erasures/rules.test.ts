import { describe, expect, test } from "vitest";
import { readErasedLines, writeErasedLines } from "@/lib/privacy/erasures/rules";
import type { ErasedLine } from "@/lib/privacy/erasures/types";

const id = (no: number) => `0198f6a0-0000-7000-8000-00000000000${no}`;
const line = (no: number, at: string): ErasedLine => ({
  org: id(1),
  of: "case",
  id: id(no),
  code: `CD-26-000${no}`,
  keys: [id(7), id(8)],
  ground: "client_asked",
  askedBy: id(2),
  releasedBy: id(3),
  at,
});

describe("the list of erasures", () => {
  test("has a line for each key, and is read again as it was, the oldest first", () => {
    const late = line(4, "2026-11-26T10:00:00.000Z");
    const early = line(5, "2026-11-25T10:00:00.000Z");
    const text = writeErasedLines([late, early]);
    expect(
      text
        .trim()
        .split("\n")
        .map((part) => (JSON.parse(part) as { keyId: string }).keyId),
    ).toEqual([7, 8, 7, 8].map(id));
    expect(readErasedLines(`${text}\n`)).toEqual([early, late]);
  });

  test("says which line is none", () => {
    expect(() => readErasedLines(`${writeErasedLines([line(4, "2026-11-26T10:00:00.000Z")])}{}\n`)).toThrow("Line 3");
  });
});
