import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** These have a vocabulary of their own: the kernel, what is not about this product, and data. */
const otherwise = new Set(["platform", "access", "audit", "auth", "jobs", "worker", "demo", "jurisdictions"]);
const files = new Set(["input.ts", "rules.ts", "labels.ts", "types.ts", "queries.ts", "scope.ts"]);
const packetFiles = /^(assembly|preflight|snapshot)(-[a-z-]+)?\.ts$|^(fixed-text|law-sources)\.ts$/;
/** Pure reading and drawing that is too much for one file of rules. */
const folders: Record<string, readonly string[]> = {
  documents: ["board", "mails"],
  packets: ["assembly", "checklists", "drafting", "facts", "parts", "taking"],
  references: ["reading"],
};
const command = /^[a-z]+(-[a-z0-9]+)+\.ts$/;

const nouns = readdirSync("lib", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !otherwise.has(entry.name))
  .map((entry) => entry.name);

describe.each(nouns)("lib/%s", (noun) => {
  const entries = readdirSync(join("lib", noun), { withFileTypes: true });

  test("holds only files of the vocabulary", () => {
    const strangers = entries.filter((entry) => !isKnown(noun, entry.name, entry.isDirectory()));
    expect(strangers.map((entry) => entry.name)).toEqual([]);
  });

  test("has one command in each verb-noun file, named like it", () => {
    for (const entry of entries.filter((each) => isCommand(noun, each.name))) {
      const exported = valuesExported(readFileSync(join("lib", noun, entry.name), "utf8"));
      expect(exported, entry.name).toEqual([camelCase(entry.name.replace(".ts", ""))]);
    }
  });
});

test("there is something to look at", () => {
  expect(nouns.length).toBeGreaterThan(5);
});

function isKnown(noun: string, name: string, isFolder: boolean): boolean {
  if (isFolder) return folders[noun]?.includes(name) ?? false;
  return files.has(name) || (noun === "packets" && packetFiles.test(name)) || command.test(name);
}

function isCommand(noun: string, name: string): boolean {
  return command.test(name) && !(noun === "packets" && packetFiles.test(name));
}

function valuesExported(source: string): string[] {
  const found = source.matchAll(/^export (?:async function\*?|function\*?|const|class|let) (\w+)/gm);
  return [...found].map((match) => match[1] ?? "");
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
