import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { titlePattern } from "../support/test-titles";
import type { Outcome } from "./outcomes";
import { runNode } from "./run-vitest";

type Fault = { message?: string; stack?: string };
type Spec = { title: string; line: number; tests: { results: { status: string; errors: Fault[] }[] }[] };
type Suite = { title: string; file: string; specs?: Spec[]; suites?: Suite[] };

/** Runs `npm test -- build e2e` for these, and what runs behind them. Nothing: it was not built, or did not start. */
export async function runBrowser(folder: string, ids: readonly string[]): Promise<Outcome[]> {
  const files = [...new Set(ids.map((id) => basename(id.split(" > ")[0] ?? "")))];
  const names = ids.map((id) => id.split(" > ").slice(1).map(titlePattern).join(".*"));
  const place = mkdtempSync(join(tmpdir(), "crossdocket-report-"));
  const report = join(place, "report.json");
  const words = ["build", "e2e", ...files, "--reporter=json", `--grep=(${names.join("|")})$`];
  try {
    await runNode(folder, ["bin/test.mjs", ...words], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
    if (!existsSync(report)) return [];
    const { suites } = JSON.parse(readFileSync(report, "utf8")) as { suites: Suite[] };
    return suites.flatMap((suite) => outcomesIn(suite, []));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The outermost suite is the file. */
function outcomesIn({ file, specs = [], suites = [] }: Suite, above: readonly string[]): Outcome[] {
  const own = specs.map(
    (spec): Outcome => ({
      file: `tests/e2e/${basename(file)}`,
      names: [...above, spec.title],
      status: statusIn(spec),
      message: spec.tests[0]?.results[0]?.errors[0]?.message ?? "",
    }),
  );
  return [...own, ...suites.flatMap((inner) => outcomesIn(inner, [...above, inner.title]))];
}

function statusIn(spec: Spec): Outcome["status"] {
  const results = spec.tests.flatMap(({ results }) => results);
  if (results.some(({ errors }) => errors.some(isOfHook))) return "other";
  if (results.some(({ status }) => status === "failed" || status === "timedOut")) return "failed";
  return results.length > 0 && results.every(({ status }) => status === "passed") ? "passed" : "other";
}

/** Playwright says that the first test failed when what goes before all of them did. */
const isOfHook = ({ message = "", stack = "" }: Fault) => /"beforeAll" hook|at beforeAll/.test(`${message}${stack}`);
