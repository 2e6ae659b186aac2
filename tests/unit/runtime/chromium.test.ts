import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { chromiumArgs } from "@/tests/support/chromium.mjs";

it("Chromium is told to leave out all that Playwright leaves out", () => {
  const playwright = readFileSync("node_modules/playwright-core/lib/coreBundle.js", "utf8");
  const [, list = ""] = /\bdisabledFeatures = \[([^\]]*)\]/.exec(playwright) ?? [];
  const theirs = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name = ""]) => name);
  expect(theirs.length).toBeGreaterThan(10);
  const ours = chromiumArgs.filter((arg: string) => arg.startsWith("--disable-features="));
  expect(ours).toHaveLength(1);
  expect(ours[0]?.slice("--disable-features=".length).split(",")).toEqual(expect.arrayContaining(theirs));
});
