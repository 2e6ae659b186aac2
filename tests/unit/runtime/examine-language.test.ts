import { expect, test } from "vitest";
import { examineLanguage } from "../../../bin/support/examine-language.mjs";

test("a language that there is not fails by name, with those that there are; a whole one is well", () => {
  expect(examineLanguage({ UI_LANGUAGE: "xh" })).toEqual([
    ["fail", "UI_LANGUAGE is xh, and there is no messages/xh.json", expect.stringMatching(/^Set it to one of: af, en/)],
  ]);
  expect(examineLanguage({ UI_LANGUAGE: "af" })).toEqual([["ok", expect.stringContaining("Screens speak af")]]);
  expect(examineLanguage({})).toEqual([["ok", expect.stringContaining("Screens speak en")]]);
});
