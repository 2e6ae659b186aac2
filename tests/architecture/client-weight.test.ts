import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

test("the law data and the schemas stay on the server: no component of the browser imports them, by any way", () => {
  const components = globSync("app/**/*.{ts,tsx}").filter((file) => /^"use client"/.test(readFileSync(file, "utf8")));
  const heavy = components.flatMap((file) =>
    [...shippedBy(file)].filter(
      (shipped) => shipped === "zod" || shipped.endsWith("law/jurisdictions/release/law.json"),
    ),
  );
  expect(heavy).toEqual([]);
  // A walk that follows nothing would find nothing heavy either.
  expect([...shippedBy("app/_shell/palette.tsx")]).toEqual(
    expect.arrayContaining(["app/_shell/on-one-line.ts", "app/_ui/modal.tsx"]),
  );
  expect([...shippedBy("lib/oversight/case-list/labels.ts")]).toContain("zod");
});

/** What each page loads at once, and what it fetches only when that is wanted. */
test.each([
  ["app/_shell/app-shell.tsx", ["app/_shell/palette-rules.ts", "app/_shell/key-list.tsx"]],
  ["app/(work)/_components/new-case-drawer.tsx", ["app/(work)/cases/new/_components/search-form.tsx"]],
  ["app/(work)/cases/[caseId]/layout.tsx", ["app/(work)/cases/[caseId]/notes/_components/note-fields.tsx"]],
  [
    "app/(work)/cases/[caseId]/evidence/page.tsx",
    ["use-uploads.ts", "_components/capture-fields.tsx", "_components/gap-form.tsx"].map(
      (file) => `app/(work)/cases/[caseId]/evidence/${file}`,
    ),
  ],
])("%s brings nothing that waits until it is wanted", (entry, later) => {
  const clients = [...shippedBy(entry)].filter((file) => isClient(file));
  const shipped = new Set(clients.flatMap((file) => [...shippedBy(file)]));
  expect(clients.length).toBeGreaterThan(0);
  expect(later.filter((file) => !existsSync(file))).toEqual([]);
  expect(later.filter((file) => shipped.has(file))).toEqual([]);
});

test("no page loads the links and forms of the framework, which fetch ahead, or a whole reader of messages", () => {
  const heavy = /from "(?:next\/link|next\/form|intl-messageformat)"/;
  const found = globSync("{app,lib}/**/*.{ts,tsx}").filter((file) => heavy.test(readFileSync(file, "utf8")));
  expect(found).toEqual([]);
});

const isClient = (file: string): boolean => existsSync(file) && /^"use client"/.test(readFileSync(file, "utf8"));

const statement = /(?:^|\n)(?:import|export)\s+(?!type\b)(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']/g;

/** Every file and package that a module brings with it. A server action is called, not shipped. */
function shippedBy(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(entry, "utf8");
  if (text.startsWith('"use server"')) return seen;
  for (const [, name = ""] of text.matchAll(statement)) {
    const file = fileOf(entry, name);
    if (file) shippedBy(file, seen);
    else seen.add(name);
  }
  return seen;
}

function fileOf(from: string, name: string): string | undefined {
  if (!name.startsWith("@/") && !name.startsWith(".")) return undefined;
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(from), name);
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.\w+$/.test(file) && existsSync(file));
}
