import { describe, expect, test } from "vitest";
import { PhraseFinder } from "@/lib/platform/phrases";

const found = (text: string, phrase: string) => {
  return new PhraseFinder(text).find(phrase).map(({ from, to }) => text.slice(from, to));
};

describe("where a phrase stands in a text", () => {
  test.each([
    ["Hey Thandi, answer", "Thandi", ["Thandi"]],
    ["hey THANDI and thandi", "Thandi", ["THANDI", "thandi"]],
    ["hey Thándí again", "Thandi", ["Thándí"]],
    ["hey Tha\u0301ndi\u0301 again", "thandi", ["Tha\u0301ndi\u0301"]],
    ["hey T h a n d i again", "Thandi", ["T h a n d i"]],
    ["Thandi-Mokoena, thandi.mokoena", "thandi  mokoena", ["Thandi-Mokoena", "thandi.mokoena"]],
    ["Thandi\nMokoena", "Thandi Mokoena", ["Thandi\nMokoena"]],
    ["Than\u200bdi, Than\u00addi", "Thandi", ["Than\u200bdi", "Than\u00addi"]],
    ["Thandi’s school, uThandi, ThandiMokoena", "Thandi", ["Thandi", "Thandi", "Thandi"]],
    ["Thandi2010 and Тhandi", "Thandi", ["Thandi", "Тhandi"]],
    ["Th4ndi and Th@nd1", "Thandi", ["Th4ndi", "Th@nd1"]],
    ["see Th4ndi Mokoena and Thandi M0k0ena", "Thandi Mokoena", ["Th4ndi Mokoena", "Thandi M0k0ena"]],
    ["is it Th4ndi? Th4ndi!", "Thandi", ["Th4ndi", "Th4ndi"]],
    ["A1ma D1xon, not Alma Dlxon", "Alma Dixon", ["A1ma D1xon"]],
    ["ΝΙΚΟΣ and Νίκος", "Νίκος", ["ΝΙΚΟΣ", "Νίκος"]],
    ["Thandiʼs, uThandiʻs, Thandi’s", "Thandi", ["Thandi", "Thandi", "Thandi"]],
    ["at Bantry Primary School", "bantry primary", ["Bantry Primary"]],
    ["call 082 555 0101 now", "0825550101", ["082 555 0101"]],
    ["call ٠٨٢ 555-0101 now", "082 555 0101", ["٠٨٢ 555-0101"]],
    ["王小明在學校", "小明", ["小明"]],
    ["planning for Ann", "Ann", ["Ann"]],
    ["Thandiwe", "Thandi", []],
    ["xxbantryprimaryxx", "Bantry Primary", ["bantryprimary"]],
    ["nothing of it", "Thandi", []],
    ["anything", "…", []],
  ])("%s: %s", (text, phrase, all) => {
    expect(found(text, phrase)).toEqual(all);
  });

  test("words that only hold it inside are named and not found", () => {
    const finder = new PhraseFinder("I saw uthandi and Thandiwe with Thandi, not that handi");
    expect(finder.near("Thandi")).toEqual(["uthandi", "Thandiwe"]);
    expect(finder.near("an")).toEqual([]);
  });
});
