import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The glossary says what is not said any more, and by which word; decisions say what was so on their day. */
const retired = readFileSync("docs/GLOSSARY.md", "utf8")
  .split("## Retired words")[1]
  ?.split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| retired"))
  .flatMap((line) => (line.split("|")[1] ?? "").split(",").map((word) => word.trim().replaceAll("`", "")));

const where = [
  "{app,lib,bin,tests,deploy}/**/*.{ts,tsx,mjs,yaml}",
  "db/**/*.ts",
  "docs/*.md",
  "docs/areas/*.md",
  "messages/en.json",
  "*.md",
];
const files = globSync(where).filter((path) => path !== "docs/GLOSSARY.md" && !path.includes("/fixtures/"));

test("no retired word stands in code, on a screen or in a document", () => {
  expect(retired?.length).toBeGreaterThan(30);
  expect(files.length).toBeGreaterThan(2_000);
  const patternOf = (words: string[], flags: string) => {
    const quoted = words.map((word) => word.replaceAll(/[-/\\^$*+?.()|[\]{}]/g, "\\$&").replaceAll(" ", "\\s+"));
    return new RegExp(`(?<![\\w-])(?:${quoted.join("|")})(?![\\w-])`, flags);
  };
  // A name is what it is to the letter; a phrase may begin a sentence.
  const names = patternOf(retired?.filter((word) => !word.includes(" ")) ?? [], "g");
  const phrases = patternOf(retired?.filter((word) => word.includes(" ")) ?? [], "gi");
  const found = files.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const hits = [...text.matchAll(names), ...text.matchAll(phrases)];
    return hits.map(([word]) => `${path}: ${word.replaceAll(/\s+/g, " ")}`);
  });
  expect(found).toEqual([]);
});
