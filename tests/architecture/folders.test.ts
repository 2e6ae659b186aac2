import { globSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const { areas }: { areas: string[] } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");

/** These have a vocabulary of their own: what is not about this product, the kernel, sign-in, data, and what runs. */
const otherwise =
  /^(platform|auth)(\/|$)|^(kernel\/(access|audit|jobs)|law\/jurisdictions|operations\/(demo|worker))(\/|$)/;
const files = new Set(["input.ts", "rules.ts", "labels.ts", "types.ts", "queries.ts", "access.ts"]);
/** Pure reading, drawing and building that is too much for one file. */
const parts: Record<string, readonly string[]> = {
  "client/wording": ["languages"],
  "casework/references": ["reading"],
  "escalation/checks": ["sites"],
  "documents/papers": ["board", "mails"],
  "integrations/api": ["operations"],
  "operations/installation": ["checks"],
  "packets/packets": [
    "asks",
    "building",
    "drafting",
    "facts",
    "letters",
    "parts",
    "preflight",
    "sections",
    "sender",
    "snapshot",
  ],
};
const verb = /^[a-z]+(-[a-z0-9]+)+\.ts$/;
const fixedText = "fixed-text.ts";

const foldersIn = (path: string): string[] =>
  readdirSync(join("lib", path), { withFileTypes: true }).flatMap((dirent) =>
    dirent.isDirectory() ? [dirent.name] : [],
  );
const isPart = (noun: string, name: string): boolean => parts[noun]?.includes(name) ?? false;

/** `casework/subjects` and, inside it, `casework/subjects/identifiers`: a noun may hold smaller ones. */
const withInner = (noun: string): string[] => [
  noun,
  ...foldersIn(noun)
    .filter((name) => name !== "commands" && !isPart(noun, name))
    .flatMap((name) => withInner(`${noun}/${name}`)),
];
const nouns = areas
  .flatMap((area) => foldersIn(area).map((name) => `${area}/${name}`))
  .filter((noun) => !otherwise.test(noun))
  .flatMap(withInner);

describe.each(nouns)("lib/%s", (noun) => {
  const here = readdirSync(join("lib", noun), { withFileTypes: true });
  const inside = readdirSync(join("lib", noun), { withFileTypes: true })
    .filter((dirent) => dirent.isDirectory() && dirent.name === "commands")
    .flatMap((dirent) => readdirSync(join("lib", noun, dirent.name)));

  test("holds only files of the vocabulary", () => {
    const strangers = here
      .filter((dirent) => dirent.isFile() && !isKnown(noun, dirent.name))
      .map((dirent) => dirent.name);
    expect([...strangers, ...inside.filter((name) => !verb.test(name))]).toEqual([]);
  });

  test("has one thing in each verb-noun file, named like it", () => {
    const beside = here.filter((dirent) => dirent.isFile() && verb.test(dirent.name) && dirent.name !== fixedText);
    for (const name of [...beside.map((dirent) => dirent.name), ...inside.map((value) => `commands/${value}`)]) {
      const exported = valuesExported(readFileSync(join("lib", noun, name), "utf8"));
      expect(exported, name).toEqual([camelCase(basename(name, ".ts"))]);
    }
  });

  test("keeps its commands together, in commands/ or beside", () => {
    const isCommand = (name: string) => /=\s*command\(/.test(readFileSync(join("lib", noun, name), "utf8"));
    if (inside.length === 0) return;
    expect(here.filter((dirent) => dirent.isFile() && isCommand(dirent.name)).map((dirent) => dirent.name)).toEqual([]);
    expect(inside.filter((name) => !isCommand(`commands/${name}`))).toEqual([]);
  });
});

test("no test replaces a module where the modules of other tests are loaded already", () => {
  const shared = globSync(["tests/unit/**/*.test.{ts,tsx}", "tests/db/**/!(*.alone).test.ts"]);
  expect(shared.length).toBeGreaterThan(100);
  expect(shared.filter((path) => /\bvi\.(do)?mock\(/i.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("there is something to look at", () => {
  expect(nouns.length).toBeGreaterThan(0);
});
// begin: whole

describe("lib", () => {
  test("is its areas, each with a page for who comes new", () => {
    expect(foldersIn("").toSorted()).toEqual(areas.toSorted());
    const files = readdirSync("lib", { withFileTypes: true }).filter((dirent) => dirent.isFile());
    expect(files.map((file) => file.name)).toEqual([]);
    const pages = areas.map((area) =>
      readFileSync(join("lib", area, "README.md"), "utf8")
        .trimEnd()
        .split("\n"),
    );
    expect(areas.filter((_, at) => (pages[at]?.length ?? 0) > 14)).toEqual([]);
  });

  test("has no file beside the nouns of an area but that page", () => {
    const beside = areas
      .filter((area) => area !== "platform")
      .flatMap((area) => globSync(`lib/${area}/*.*`).map((path) => path.replaceAll("\\", "/")));
    expect(beside.filter((path) => basename(path) !== "README.md")).toEqual([]);
  });

  test("says in each page what each of its nouns holds", () => {
    const unsaid = areas.flatMap((area) => {
      const page = readFileSync(join("lib", area, "README.md"), "utf8");
      return foldersIn(area)
        .filter((noun) => !page.includes(`\`${noun}\``))
        .map((noun) => `${area}/${noun}`);
    });
    expect(unsaid).toEqual([]);
  });
});

describe("tests", () => {
  /** What is asked of the whole product, whatever the area. */
  const ofAll = [
    "bad-input",
    "bench",
    "commands",
    "downloads",
    "extension",
    "faults",
    "pages",
    "residue",
    "runtime",
    "transport",
    "ui",
    "walls",
  ];

  test.each(["db", "unit"])("in tests/%s lie as the sources do", (kind) => {
    const there = new Set(globSync("lib/**/").map((path) => path.replaceAll("\\", "/").replace(/^lib\/|\/$/g, "")));
    const folders = [
      ...new Set(globSync(`tests/${kind}/**/*.test.{ts,tsx}`).map((path) => dirname(path.replaceAll("\\", "/")))),
    ]
      .map((path) => path.replace(`tests/${kind}/`, ""))
      .filter((path) => !ofAll.includes(path.split("/")[0] ?? ""));
    expect(folders.length).toBeGreaterThan(20);
    expect(folders.filter((path) => !there.has(path) && !areas.includes(path))).toEqual([]);
  });
});
// end: whole

function isKnown(noun: string, name: string): boolean {
  return files.has(name) || verb.test(name) || (noun === "packets/packets" && name === fixedText);
}

function valuesExported(source: string): string[] {
  const found = source.matchAll(/^export (?:async function\*?|function\*?|const|class|let) (\w+)/gm);
  return [...found].map((match) => match[1] ?? "");
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
