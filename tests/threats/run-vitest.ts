import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { titlePattern } from "../support/test-titles";
import type { Outcome } from "./outcomes";

type Said = { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] };
type Report = { testResults: { name: string; assertionResults: Said[] }[] };

const limit = 900_000;

/** Runs these tests and no others of their files, in a copy of the tree. Nothing: they could not be run at all. */
export async function runVitest(folder: string, ids: readonly string[]): Promise<Outcome[]> {
  const place = mkdtempSync(join(tmpdir(), "crossdocket-report-"));
  const report = join(place, "report.json");
  const files = [...new Set(ids.map((id) => id.split(" > ")[0] ?? ""))];
  const projects = [...new Set(files.map(projectOf))].map((name) => `--project=${name}`);
  const names = `(${ids.map(patternOf).join("|")})$`;
  const args = [...projects, "--reporter=json", `--outputFile=${report}`, "-t", names, ...files];
  try {
    await runNode(folder, ["node_modules/vitest/vitest.mjs", "run", ...args]);
    return existsSync(report) ? outcomesIn(JSON.parse(readFileSync(report, "utf8")) as Report, folder) : [];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function outcomesIn({ testResults }: Report, folder: string): Outcome[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status, failureMessages }) => ({
      file: relative(folder, name),
      names: [...ancestorTitles, title],
      status: status === "passed" || status === "failed" ? status : "other",
      message: failureMessages[0] ?? "",
    })),
  );
}

function projectOf(file: string): string {
  if (file.startsWith("tests/db/")) return file.endsWith(".alone.test.ts") ? "db-alone" : "db";
  if (file.endsWith(".slow.test.ts")) return "unit-slow";
  return file.split("/")[1] ?? "";
}

const patternOf = (id: string) => id.split(" > ").slice(1).map(titlePattern).join("[ >]+");

/** Runs Node in a folder, without a word, until it ends. */
export function runNode(cwd: string, args: readonly string[], more: Record<string, string> = {}): Promise<unknown> {
  const env = { ...process.env, ...more };
  const child = spawn(process.execPath, args, { cwd, env, stdio: "ignore", timeout: limit, killSignal: "SIGTERM" });
  return new Promise((resolve) => child.once("exit", resolve));
}
