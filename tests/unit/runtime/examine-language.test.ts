import { expect, test } from "vitest";
import { examineLanguage } from "@/lib/operations/installation/checks/examine-organisation";

test("a language that there is not fails by name, with those that there are; a whole one is well", () => {
  expect(examineLanguage({ settings: { UI_LANGUAGE: "xh" } })).toEqual([
    ["fix", "UI_LANGUAGE is xh, and there is no such language", expect.stringMatching(/^Set it to one of: af, en/)],
  ]);
  expect(examineLanguage({ settings: { UI_LANGUAGE: "af" } })).toEqual([
    ["ok", expect.stringContaining("Screens speak af")],
  ]);
  expect(examineLanguage({ settings: {} })).toEqual([["ok", expect.stringContaining("Screens speak en")]]);
});
