import { describe, expect, test } from "vitest";
import { hideWords } from "@/lib/evidence/redactions/hide-words";
import { CoverWords } from "@/lib/evidence/redactions/input";
import type { WordCover } from "@/lib/evidence/redactions/types";

const cover = (words: string, change: Partial<WordCover> = {}): WordCover => {
  return { id: words, words, kind: "child", reason: null, place: null, reading: null, by: "caseworker", ...change };
};

describe("words that a person covered", () => {
  test.each([
    ["Hey Thandi, where is THANDI?", "Hey [covered: a child], where is [covered: a child]?"],
    ["T h a n d i’s school", "[covered: a child]’s school"],
    ["ask Thandi\nMokoena now", "ask [covered: a child]\n[covered: a child] now"],
    ["nobody is named", "nobody is named"],
  ])("%s", (text, shown) => {
    expect(hideWords(text, [cover("Thandi Mokoena"), cover("thandi")]).text).toBe(shown);
  });

  test("what lies in or over another is one mark, counted once, and says why", () => {
    const covers = [
      cover("12 Kestrel Lane", { kind: "address" }),
      cover("Lane Primary", { kind: "other", reason: "a school" }),
    ];
    const { text, left, hits } = hideWords("at 12 Kestrel Lane Primary, Lane Primary", covers);
    expect(text).toBe("at [covered: an address], [covered: a school]");
    expect(hits.map(({ cover: { words } }) => words)).toEqual(["12 Kestrel Lane", "Lane Primary"]);
    expect(left.replaceAll(/\s+/g, " ")).toBe("at , ");
  });
});

describe("what a form may ask to cover", () => {
  const exhibitId = "00000000-0000-4000-8000-000000000001";
  test.each([
    [{ words: " " }, "words"],
    [{ words: "…!" }, "words"],
    [{ words: "x".repeat(201) }, "words"],
    [{ kind: "secret" }, "kind"],
    [{ kind: "other" }, "reason"],
    [{ reason: "it is [Thandi]" }, "reason"],
    [{ reason: "the school of THANDI" }, "reason"],
    [{ where: "one" }, "place"],
    [{ where: "one", place: "first" }, "place"],
    [{ where: "nowhere" }, "where"],
  ])("%j is refused at its field", (change, field) => {
    const parsed = CoverWords.safeParse({ exhibitId, words: "Thandi", kind: "child", ...change });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });
});
