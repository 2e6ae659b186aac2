import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { lawSchemas } from "@/lib/law/jurisdictions/law-schemas";
import { readFiles } from "@/lib/law/jurisdictions/read-files";
import { readLawFolder } from "@/lib/law/jurisdictions/read-folder";
import { releaseFiles } from "@/lib/law/jurisdictions/release-files";

const folder = "lib/law/jurisdictions/data";
const files = readFiles(folder);
const published = lawSchemas();
const ajv = new Ajv({ allErrors: true, strict: false });
const checks = new Map(Object.entries(published).map(([name, schema]) => [name, ajv.compile(schema)]));
const textOf = (file: string) => readFileSync(file, "utf8");

const inFolder = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();

describe("npm run law was run after the last change of the law", () => {
  test("what programs import is what people wrote", () => {
    const written = releaseFiles(readLawFolder(folder));
    const held = inFolder("lib/law/jurisdictions/release");
    expect(held).toEqual(Object.keys(written).toSorted());
    // Not shown line by line: the difference is in the files that people write.
    const stale = held.filter((name) => textOf(`lib/law/jurisdictions/release/${name}`) !== written[name]);
    expect(stale, "run npm run law").toEqual([]);
  });

  test("the published schemas are those of the code", () => {
    expect(inFolder("docs/law")).toEqual(
      Object.keys(published)
        .map((name) => `${name}.schema.json`)
        .toSorted(),
    );
    for (const [name, schema] of Object.entries(published))
      expect(JSON.parse(textOf(`docs/law/${name}.schema.json`)), `${name}: run npm run law`).toEqual(
        JSON.parse(JSON.stringify(schema)),
      );
  });
});

describe("each file of the law", () => {
  test.each(files)("$place names the schema that an editor checks it by, and is what that says", ({ file, data }) => {
    const head = /^# yaml-language-server: \$schema=(\S+)\n/.exec(textOf(file))?.[1] ?? "";
    const schema = relative("docs/law", resolve(dirname(file), head)).replace(".schema.json", "");
    const check = checks.get(schema);
    expect(check?.(data), JSON.stringify(check?.errors?.slice(0, 3))).toBe(true);
  });

  test("is written in words: no anchors, which only programmers read, and no tabs", () => {
    const odd = files.filter(({ file }) => /^\s*(- )?(\w+: )?[&*]\w+\s*$|\t/m.test(textOf(file)));
    expect(odd.map((dataFile) => dataFile.file)).toEqual([]);
  });
});

test("no part and no source stands under a name that nothing uses", () => {
  const named = files.filter(({ place }) => /(^|\/)(sources|parts)$/.test(place));
  const all = files.map(({ file }) => textOf(file)).join("\n");
  const unused = named.flatMap(({ data }) => Object.keys(data as object)).filter((name) => !uses(all, name));
  expect(unused).toEqual([]);
});

const uses = (text: string, name: string) => new RegExp(`\\buse: ${name}( |$)`, "m").test(text);

test("the holidays of each country say where they were read", () => {
  const calendars = files.filter(({ place }) => place.endsWith("/calendars"));
  const countries = calendars.flatMap(({ data }) => Object.values(data as Record<string, { sources?: unknown[] }>));
  expect(countries.map(({ sources }) => sources?.length)).toEqual([1, 1]);
});

test("what nobody wrote down of sources, marks and days is said to be unknown, and does not grow", () => {
  const countsOf = (what: string) => files.map(({ file }) => textOf(file).split(`${what}: unknown`).length - 1);
  const count = (what: string) => countsOf(what).reduce((sum, value) => sum + value, 0);
  expect(count("checkedOn")).toBeLessThanOrEqual(14);
  expect(count("marks")).toBeLessThanOrEqual(8);
  expect(count("source")).toBeLessThanOrEqual(8);
});
