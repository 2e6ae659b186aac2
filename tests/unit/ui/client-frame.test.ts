import { expect, test } from "vitest";
import { drawOverPage } from "@/app/p/_page/closed";
import { whereOf } from "@/app/p/_page/frame";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { ourText } from "@/lib/client/wording/rules";

const hostile = '<script>alert(1)</script> & "quoted"';
const draw = (words: [WordingKey, string][], confirmed: WordingKey[]) =>
  drawOverPage(whereOf("/p", "zu", "zu", { words: new Map(words), confirmed: new Set(confirmed) }));

test("own words on a client's page are text, whatever somebody typed", () => {
  const page = draw([["over", hostile]], []);
  expect(page).not.toContain("<script>alert");
  expect(page).toContain("&lt;script>alert(1)&lt;/script> &amp; ");
});

test("a page says that its translation is unconfirmed until each text that stands on it is confirmed", () => {
  const sentence = ourText("zu", "unconfirmed");
  expect(draw([], [])).toContain(sentence);
  expect(draw([], ["title", "over"])).toContain(sentence);
  expect(draw([], ["title", "over", "language"])).not.toContain(sentence);
});
