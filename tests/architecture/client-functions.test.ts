import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const files = globSync("{app,lib}/**/*.{ts,tsx}");
const isClient = new Map(
  files.map((file) => [file, readFileSync(file, "utf8").trimStart().startsWith('"use client"')]),
);

/** Without a directive of their own, and imported by browser code alone. */
const inBrowser = ["app/_watch/watch-loop.ts"];

function fileOf(from: string, asked: string): string | null {
  const path = asked.startsWith("@/")
    ? asked.slice(2)
    : asked.startsWith(".")
      ? normalize(join(dirname(from), asked))
      : null;
  return path === null ? null : ([`${path}.tsx`, `${path}.ts`].find((name) => existsSync(name)) ?? null);
}

// The server may draw what such a module exports, and not call it: the page then answers 500, in the built product alone.
test("no module of the server calls a function that a module of the browser exports", () => {
  const calls = files
    .filter((file) => !isClient.get(file) && !inBrowser.includes(file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^import \{([^}]*)\} from "([^"]+)"/gm)].flatMap(
        ([, names = "", asked = ""]) => {
          const found = fileOf(file, asked);
          if (!found || !isClient.get(found)) return [];
          const called = names
            .split(",")
            .map((name) => name.trim())
            .filter((name) => /^[a-z]/.test(name) && !name.startsWith("type "));
          return called.map((name) => `${file} imports ${name} of ${found}`);
        },
      ),
    );
  expect(calls).toEqual([]);
  expect([...isClient.values()].filter(Boolean).length).toBeGreaterThan(50);
});
