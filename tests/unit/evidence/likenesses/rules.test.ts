import { describe, expect, test } from "vitest";
import { likenessOf, nearCopyWords, outlineOf } from "@/lib/evidence/likenesses/rules";
import { seededNumbers } from "@/tests/support/files";

const side = 96;

/** Blocks of grey, with as much contrast as is said. */
function drawn(seed: number, contrast: number) {
  const next = seededNumbers(seed);
  const blocks = Array.from({ length: 256 }, () => 128 + (next() - 0.5) * contrast);
  const cells = Uint8Array.from({ length: side * side }, (_, at) => {
    const row = Math.floor(at / side / 6);
    return blocks[row * 16 + Math.floor((at % side) / 6)] ?? 0;
  });
  return { cells, outline: outlineOf(cells) };
}

describe("likenessOf", () => {
  test("a picture is like itself, and not like another", () => {
    const one = drawn(1, 200);
    expect(likenessOf(one, one)).toEqual({ cropped: false, mirrored: false });
    expect(likenessOf(one, drawn(2, 200))).toBeNull();
  });

  test("an empty or nearly empty page is like nothing, not even itself", () => {
    for (const contrast of [0, 4]) expect(likenessOf(drawn(3, contrast), drawn(3, contrast))).toBeNull();
  });
});

test("says in words how two pictures are alike", () => {
  const near = { exhibitId: "x", label: "E-07", size: "same", cropped: false, mirrored: false } as const;
  expect(nearCopyWords(near)).toBe("Looks like E-07");
  expect(nearCopyWords({ ...near, size: "smaller", cropped: true })).toBe(
    "Looks like E-07: this one is smaller, one of them is cropped",
  );
});
