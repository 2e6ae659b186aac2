import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Trouble } from "./say.mjs";

/**
 * Scaffolds a command of a noun under `lib/` in the tree at `root`: its file (in `commands/` if the noun has that
 * folder), its input, its row in the table of common command tests, and its test. `verb` is "reopen", which takes the
 * noun as its object, or "reopen-flag". Existing files are not overwritten.
 * @returns {{ name: string, written: string[] }} paths from the root
 */
export function newCommand(root, noun, verb) {
  const file = fileNameOf(noun, verb);
  const home = join("lib", noun);
  if (!existsSync(join(root, home)) || !statSync(join(root, home)).isDirectory()) {
    throw new Trouble(
      `There is no ${home}.`,
      "docs/ARCHITECTURE.md has the areas; a new noun is a folder in one of them.",
    );
  }
  const inCommands = existsSync(join(root, home, "commands"));
  const command = join(home, inCommands ? "commands" : "", `${file}.ts`);
  const test = join("tests/db", noun, `${file}.test.ts`);
  for (const path of [command, test]) {
    if (existsSync(join(root, path))) throw new Trouble(`${path} is there already.`, "choose another verb.");
  }
  const name = camelCase(file);
  const schema = `${name[0].toUpperCase()}${name.slice(1)}`;
  const input = join(home, "input.ts");
  const table = join("tests/support/commands", `${noun.split("/")[0]}.ts`);
  if (!existsSync(join(root, table))) throw new Trouble(`There is no ${table}.`, "begin the table of this area first.");
  const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "");
  const files = {
    [command]: commandTemplate(name, schema, inCommands),
    [input]: withSchema(read(input), schema),
    [table]: withRow(read(table), `${noun}/${file}`, table),
    [test]: testTemplate(name, command, table),
  };
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return { name, written: Object.keys(files) };
}

function fileNameOf(noun, verb) {
  if (!/^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*)+$/.test(noun)) {
    throw new Trouble(`"${noun}" is no AREA/NOUN.`, 'say it as the folder under lib/, for example "casework/flags".');
  }
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(verb)) {
    throw new Trouble(`"${verb}" is no verb.`, 'say it as the file is called, for example "reopen" or "reopen-flag".');
  }
  return verb.includes("-") ? verb : `${verb}-${oneOf(noun.split("/").at(-1))}`;
}

/** The singular of a folder name: "flags" is "flag", "conflicts-of-interest" is "conflict-of-interest". */
function oneOf(nouns) {
  const [, plural, rest = ""] = nouns.match(/^(.+?)(-of-.+)?$/);
  const one = plural
    .replace(/ies$/, "y")
    .replace(/(ch|sh|ss|x)es$/, "$1")
    .replace(/([^s])s$/, "$1");
  return `${one}${rest}`;
}

const camelCase = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The file of inputs with one more at its end. */
function withSchema(before, schema) {
  const zod = 'import { z } from "zod";\n';
  const has = /^import (?:\{[^}]*\bz\b[^}]*\}|\* as z) from "zod";$/m.test(before);
  if (before.includes(`const ${schema} `)) {
    throw new Trouble(`The input ${schema} is there already.`, "choose another verb.");
  }
  const one = `/** TODO What may be typed, each field with its bounds and the message that stands beside it. */
export const ${schema} = z.object({
  caseId: z.uuid("The case is missing."),
});
`;
  return `${has ? "" : zod}${before}${before || !has ? "\n" : ""}${one}`;
}

/** The table of an area with one more row at its end. */
function withRow(before, name, path) {
  const opens = before.search(/^export const \w+: Table = \{$/m);
  const end = opens < 0 ? -1 : before.indexOf("\n};", opens);
  if (end < 0) throw new Trouble(`${path} has no table that can be read.`, "write the row by hand.");
  const row = `
  // TODO What it needs, who may, what the log calls it, and a valid input.
  "${name}": {
    needs: "case.write",
    by: "worker",
    log: "TODO",
    input: ({ caseId }) => ({ caseId }),
  },`;
  return `${before.slice(0, end)}${row}${before.slice(end)}`;
}

const commandTemplate = (name, schema, inCommands) => `import "server-only";
import { command } from "@/lib/kernel/access/command";
import { ${schema} } from "${inCommands ? ".." : "."}/input";

/** TODO What it does in one sentence, and what it refuses. */
export const ${name} = command({
  // TODO The permission, of lib/kernel/access/roles.ts.
  needs: "case.write",
  input: ${schema},
  run: async (ctx, { caseId }) => {
    // TODO Lock what is changed through access.ts of the noun, so that what may not be seen is not found; change it with
    // ctx.db, at ctx.now; return { value, audit }, with an action of lib/kernel/access/audit-entry.ts.
    throw new Error(\`TODO: ${name} does nothing yet (\${ctx.orgId}, \${caseId}).\`);
  },
});
`;

const testTemplate = (name, command, table) => `import { expect, test } from "vitest";
import { ${name} } from "@/${command.replaceAll("\\", "/").replace(/\.ts$/, "")}";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

// Who may, and that nobody of another organisation can, is asked of every command: ${table.replaceAll("\\", "/")}.
test("TODO what ${name} does, in the words of who uses it", async () => {
  const org = await makeOrg();
  const { ctx } = await org.person("caseworker");
  const caseId = await plantCase(ctx);
  await ${name}(ctx, { caseId });
  expect(await org.auditOf(caseId)).toContain("TODO the action");
});
`;
