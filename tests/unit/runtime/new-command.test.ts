import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newCommand } from "../../../bin/support/new-command.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "crossdocket-new-"));
  plant(
    "lib/casework/flags/input.ts",
    'import { z } from "zod";\n\nexport const RaiseFlag = z.object({ caseId: z.uuid() });\n',
  );
  plant("lib/casework/incidents/commands/log-incident.ts", "");
  for (const area of ["casework", "oversight"]) {
    plant(
      `tests/support/commands/${area}.ts`,
      `import type { Table } from "./row";\n\nexport const ${area}: Table = {\n  // The rows.\n};\n`,
    );
  }
  plant("lib/oversight/team/queries.ts", "");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("a new command", () => {
  test("lies beside the others of its noun, takes the noun as its object, and adds to the inputs that are there", () => {
    const { name, written } = newCommand(root, "casework/flags", "reopen");
    expect(name).toBe("reopenFlag");
    expect(written).toEqual([
      "lib/casework/flags/reopen-flag.ts",
      "lib/casework/flags/input.ts",
      "tests/support/commands/casework.ts",
      "tests/db/casework/flags/reopen-flag.test.ts",
    ]);
    expect(read(written[0] ?? "")).toContain('from "./input"');
    expect(read(written[1] ?? "")).toMatch(/const RaiseFlag[\s\S]*export const ReopenFlag = /);
    expect(read(written[2] ?? "")).toMatch(/The rows\.\n.*TODO.*\n {2}"casework\/flags\/reopen-flag": \{[^}]*/);
    expect(read(written[3] ?? "")).toContain('from "@/lib/casework/flags/reopen-flag"');
  });

  test("lies in commands/ where the noun has it, and its test where the architecture looks for it", () => {
    const { written } = newCommand(root, "casework/incidents", "merge-incidents");
    expect(written).toEqual([
      "lib/casework/incidents/commands/merge-incidents.ts",
      "lib/casework/incidents/input.ts",
      "tests/support/commands/casework.ts",
      "tests/db/casework/incidents/merge-incidents.test.ts",
    ]);
    expect(read(written[0] ?? "")).toContain('from "../input"');
    expect(read(written[1] ?? "")).toMatch(/^import \{ z \} from "zod";\n\n\/\*\* TODO/);
  });

  test("is in our style, and all that is left to say is marked", () => {
    newCommand(root, "casework/flags", "reopen");
    newCommand(root, "casework/incidents", "merge");
    newCommand(root, "oversight/team", "praise");
    cpSync("biome.json", join(root, "biome.json"));
    const biome = join(process.cwd(), "node_modules/@biomejs/biome/bin/biome");
    const done = spawnSync(process.execPath, [biome, "check", "."], { cwd: root, encoding: "utf8" });
    expect(done.status, `${done.stdout}${done.stderr}`).toBe(0);
    for (const made of globSync("{lib,tests}/**/{reopen,merge,praise}-*.ts", { cwd: root })) {
      expect(read(made), made).toContain("TODO");
    }
  });

  test.each([
    ["flags", "flag"],
    ["breaches", "breach"],
    ["written-authorities", "written-authority"],
    ["conflicts-of-interest", "conflict-of-interest"],
    ["emergency-access", "emergency-access"],
  ])("of %s is about one %s", (nouns, value) => {
    mkdirSync(join(root, "lib/casework", nouns), { recursive: true });
    const [command] = newCommand(root, `casework/${nouns}`, "close").written;
    expect(command).toBe(`lib/casework/${nouns}/close-${value}.ts`);
  });

  test.each([
    ["casework/flags", "raise", "is there already"],
    ["casework/flag", "reopen", "There is no"],
    ["casework", "reopen", "no AREA/NOUN"],
    ["../outside/flags", "reopen", "no AREA/NOUN"],
    ["casework/flags", "Reopen Flag", "no verb"],
  ])("is refused for %s and %s, and nothing is written", (noun, verb, says) => {
    plant("lib/casework/flags/raise-flag.ts", "as it was");
    const before = globSync("**/*", { cwd: root }).toSorted();
    expect(() => newCommand(root, noun, verb)).toThrow(says);
    expect(globSync("**/*", { cwd: root }).toSorted()).toEqual(before);
    expect(read("lib/casework/flags/raise-flag.ts")).toBe("as it was");
    expect(existsSync(join(root, "tests/db"))).toBe(false);
  });
});
