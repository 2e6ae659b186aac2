import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { entriesOf, routes, type Table, whoMayEnter } from "@/tests/support/policy/policy";
import { actions } from "@/tests/support/policy/policy-actions";
import { pages } from "@/tests/support/policy/policy-pages";

const read = (file: string) => readFileSync(file, "utf8");

/** `app/(work)/cases/[caseId]/page.tsx` is `/cases/[caseId]`. */
const addressOf = (file: string) =>
  `/${file
    .split("/")
    .slice(1, -1)
    .filter((part) => !part.startsWith("(") && !part.startsWith("@"))
    .join("/")}`;

const pageFiles = globSync("app/**/page.tsx").filter((file) => !file.includes("@section"));
const routeFiles = globSync(["app/**/route.ts", "app/.*/**/route.ts"]);
const actionFiles = globSync("app/**/*.ts").filter((file) => /^["']use server["']/.test(read(file)));

/** What a command or a query asks, by its file and its name. */
const asked = new Map<string, string>();
for (const file of globSync("lib/**/*.ts")) {
  const text = read(file);
  const wrapped = /export const (\w+) = (?:command\(\{\s*needs:|query\()\s*"([\w.]+)"/g;
  const where = `@/${file.replace(/\.ts$/, "")}`;
  for (const [, name = "", needs = ""] of text.matchAll(wrapped)) asked.set(`${where} ${name}`, needs);
  for (const [whole, name = ""] of text.matchAll(/export async function\*? (\w+)[\s\S]*?(?=\nexport |(?![\s\S]))/g)) {
    const needs = whole.match(/requirePermission\(ctx, "([\w.]+)"/)?.[1];
    if (needs) asked.set(`${where} ${name}`, needs);
  }
}

/** Where each imported name of a file comes from. */
const importsOf = (file: string): [from: string, name: string][] =>
  [...read(file).matchAll(/import \{([^}]+)\} from "([^"]+)"/g)].flatMap(([, names = "", from = ""]) =>
    names.split(",").map((name): [string, string] => [from, name.trim()]),
  );

type Part = { name: string; exported: boolean; body: string };

/** The functions of a file, with what they say. */
function partsOf(text: string): Part[] {
  const starts = [...text.matchAll(/^(export )?(?:async )?(?:function|const) (\w+)/gm)];
  return starts.map((found, at) => ({
    name: found[2] ?? "",
    exported: Boolean(found[1]),
    body: text.slice(found.index, starts[at + 1]?.index),
  }));
}

/** The body of an action and of what it calls in its own file. */
function wholeOf(part: Part, parts: readonly Part[], seen = new Set<string>()): string {
  seen.add(part.name);
  const called = parts.filter(({ name }) => !seen.has(name) && new RegExp(`\\b${name}\\b`).test(part.body));
  return [part.body, ...called.map((name) => wholeOf(name, parts, seen))].join("\n");
}

const allActions = actionFiles.flatMap((file) => {
  const parts = partsOf(read(file));
  const key = file.replace(/^app\//, "").replace(/\.ts$/, "") as keyof typeof actions;
  return parts
    .filter((part) => part.exported)
    .map((part) => ({ file, key, name: part.name, text: wholeOf(part, parts), own: part.body }));
});

/** A session that is confined, or changes its own factors, is looked at by the functions of sign-in. */
const gates = {
  public: /requireSameOrigin\(\)/,
  session:
    /\b(formAction|actingCtx|confirmPerson|uncover)\b|requireSameOrigin\(\)[\s\S]*sessionToken\(\)|sessionToken\(\)[\s\S]*requireSameOrigin\(\)/,
  permission: /\b(formAction|actingCtx|confirmPerson)\b/,
};

describe("the policy table", () => {
  test("there are entry points to look at", () => {
    expect([pageFiles.length, routeFiles.length, allActions.length]).toEqual([
      expect.toSatisfy((n: number) => n > 70),
      expect.toSatisfy((n: number) => n > 20),
      expect.toSatisfy((n: number) => n > 150),
    ]);
  });

  test("each page has one row, which says what the page asks", () => {
    const told = (file: string) => read(file).match(/requireCtx\("([\w.]+)"\)/)?.[1] ?? "public";
    for (const file of pageFiles) expect(whoMayEnter(pages, addressOf(file)), file).toEqual([told(file)]);
    expect(entriesOf(pages).toSorted()).toEqual(pageFiles.map(addressOf).toSorted());
  });

  test("each method of a route has one row, and goes through a gate unless it is public", () => {
    const found: string[] = [];
    for (const file of routeFiles) {
      const text = read(file);
      const gates =
        /readCtx\(\)|requireSender\(|requireTaker\(|requireReader\(|ctxFromFeed\(|ctxFromFirstLink\(|onOwnPage\(|onOwnNote\(|sendPaper\(|sendPart\(|givePart\(|handingOut\(|ceremony\(|coverSession\(/;
      for (const [, method = ""] of text.matchAll(
        /export (?:async function|function|const|\{ handler as) ?(GET|POST|PUT|PATCH|DELETE)\b|handler as (?:PUT)/g,
      )) {
        found.push(`${method} ${addressOf(file)}`);
      }
      if (/handler as POST/.test(text)) found.push(`POST ${addressOf(file)}`);
      const open = found
        .filter((value) => value.endsWith(` ${addressOf(file)}`))
        .every((value) => whoMayEnter(routes, value)[0] === "public");
      if (!open) expect(text, file).toMatch(gates);
    }
    expect(entriesOf(routes).toSorted()).toEqual(found.toSorted());
  });

  test("each Server Action has one row", () => {
    for (const { key, name, file } of allActions) {
      expect(whoMayEnter((actions[key] ?? {}) as Table, name), `${file} ${name}`).toHaveLength(1);
    }
    const rows = Object.entries(actions).flatMap(([file, table]) => entriesOf(table).map((name) => `${file} ${name}`));
    expect(rows.toSorted()).toEqual(allActions.map(({ key, name }) => `${key} ${name}`).toSorted());
  });

  test("what a row says is what the command behind the action asks", () => {
    for (const { key, name, file, text } of allActions) {
      const [who] = whoMayEnter((actions[key] ?? {}) as Table, name);
      if (who === "public" || who === "session") continue;
      const needs = importsOf(file)
        .filter(([, command]) => new RegExp(`\\b${command}\\b`).test(text))
        .flatMap(([from, command]) => asked.get(`${from} ${command}`) ?? []);
      if (needs.length > 0) expect(needs, `${file} ${name}`).toContain(who);
    }
  });

  test("each action asks where the request comes from, and who sends it", () => {
    for (const { key, name, file, text } of allActions) {
      const [who] = whoMayEnter((actions[key] ?? {}) as Table, name);
      const gate = gates[who === "public" || who === "session" ? who : "permission"];
      expect(gate.test(text), `${file} ${name}`).toBe(true);
    }
    expect(read("app/form-action.ts")).toMatch(/await confirmPerson\(form, proof\) : await actingCtx\(\)/);
    expect(read("lib/auth/sessions/session.ts")).toMatch(/function actingCtx[^}]*await requireSameOrigin\(\)/);
    expect(read("lib/auth/step-up/confirm-person.ts")).toMatch(/actingCtx\(\)|requireSameOrigin\(\)/);
  });

  test("an action that changes something answers through runForm, so that the database's words reach nobody", () => {
    const without = allActions.filter(({ text }) => !/(runForm|formAction)\(/.test(text)).map(({ name }) => name);
    expect(without.toSorted()).toEqual(bare);
    expect(read("app/form-action.ts")).toMatch(/return runForm\(/);
  });

  test("what an action draws again is a folder of pages", () => {
    const folders = globSync("app/**/{page,layout}.tsx").map(addressOf);
    for (const { name, file, own } of allActions) {
      const refreshed = own.match(/refresh: "([^"]+)"/)?.[1] ?? "/";
      expect(folders, `${file} ${name}`).toContain(refreshed);
    }
  });
});

/** They answer with data, leave the page, or look for something; none of them takes a form that could be kept. */
const bare = [
  "quickExitAction",
  "readInvitationAction",
  "runPieceAction",
  "searchCasesAction",
  "seekAction",
  "seekCaseAction",
  "signOutAction",
];

describe("the proxy", () => {
  const text = read("proxy.ts");

  test("decides nothing: it reads no cookie, session or address, and lets every request go on", () => {
    const imports = [...text.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
    expect(imports).toEqual(["node:crypto", "next/server", "@/lib/platform/network/headers"]);
    expect(text).not.toMatch(
      /cookies|redirect|rewrite|status|nextUrl|\bif\b|NextResponse\.json|new (Next)?Response|throw/,
    );
    expect([...text.matchAll(/NextResponse\.(\w+)/g)].map(([, call]) => call)).toEqual(["next"]);
    expect([...text.matchAll(/return (\w+)/g)].map(([, what]) => what)).toContain("response");
  });
});
