import { writeFileSync } from "node:fs";
import type { Reporter } from "vitest/node";

/** Writes what broke outside any test to the file that ERRORS_REPORT names: the JSON report of Vitest leaves it out. */
export default class ReportErrors implements Reporter {
  onTestRunEnd: NonNullable<Reporter["onTestRunEnd"]> = (_modules, errors) => {
    const path = process.env.ERRORS_REPORT;
    if (!path) return;
    const said = errors.map(({ name, message, stack }) => `${name ?? "Error"}: ${message}\n    ${ours(stack)}`);
    writeFileSync(path, JSON.stringify(said));
  };
}

/** The first line of a stack that is in our own code. */
const ours = (stack = ""): string =>
  stack
    .split("\n")
    .find((line) => line.includes(process.cwd()) && !line.includes("node_modules"))
    ?.trim() ?? "";
