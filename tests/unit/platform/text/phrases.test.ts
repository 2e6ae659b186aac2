import { describe, expect, test } from "vitest";
import { PhraseFinder } from "@/lib/platform/text/phrases";

const found = (text: string, phrase: string) => {
  return new PhraseFinder(text).find(phrase).map(({ from, to }) => text.slice(from, to));
};

/** Where chance made names of three and of five letters, also with a four for an A. */
const hash = "3ada9f01b2d33deebe7724d4977c018ada2f40b3ad4d11e5c07f92de36a1b05c";
const uuid = "01a2b3ad-4ee9-4dee-8ada-90dee7b1c2d3";

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
    [`SHA-256 ${hash}, by Ada`, "Ada", ["Ada"]],
    [`id ${uuid} and Dee2004`, "Dee", ["Dee"]],
    ["in 3ada9 and 2Ad4", "Ada", ["ada", "Ad4"]],
    [`of ${hash.toUpperCase()}`, hash, [hash.toUpperCase()]],
    [`${hash.slice(0, 40)} and ${uuid}`, uuid, [uuid]],
    ["nothing of it", "Thandi", []],
    ["anything", "…", []],
  ])("%s: %s", (text, phrase, all) => {
    expect(found(text, phrase)).toEqual(all);
  });

  test("a phone number is one, from wherever it is dialled", () => {
    expect(found("call +27 82 555 0101 or +27825550101", "0825550101")).toEqual(["82 555 0101", "27825550101"]);
    expect(found("call 082-555-0101 or 0027 82 555 0101", "+27 (82) 555 0101")).toEqual([
      "082-555-0101",
      "82 555 0101",
    ]);
    expect(found("+16145550123 and (614) 555-0123", "614 555 0123")).toEqual(["16145550123", "614) 555-0123"]);
    expect(found("account 998255501017, 4711123825550101 or 825550101", "25550101")).toEqual([]);
    expect(found("account 8255501017 or 4711123825550101", "082 555 0101")).toEqual([]);
  });

  test("words that only hold it inside are named and not found", () => {
    const finder = new PhraseFinder("I saw uthandi and Thandiwe with Thandi, not that handi");
    expect(finder.near("Thandi")).toEqual(["uthandi", "Thandiwe"]);
    expect(finder.near("an")).toEqual([]);
    expect(new PhraseFinder(`Deebe and ${hash}`).near("Deeb")).toEqual(["Deebe"]);
  });
});
