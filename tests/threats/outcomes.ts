import { stripVTControlCharacters } from "node:util";
import { isTitled } from "../support/test-titles";

/** How one test ended; `failed` means by itself, not because what it stands on did not start. */
export type Outcome = { file: string; names: string[]; status: "passed" | "failed" | "other"; message: string };

const itsOwn = (id: string, outcomes: readonly Outcome[]): Outcome[] => {
  const [file, ...names] = id.split(" > ");
  return outcomes.filter((outcome) => outcome.file === file && isNamed(names, outcome.names));
};

/** The first line of what a red test said, by which a person sees that it is red for what was switched off. */
export function whyOf(id: string, outcomes: readonly Outcome[]): string {
  const message = itsOwn(id, outcomes).find(({ status }) => status === "failed")?.message ?? "";
  return stripVTControlCharacters(message).split("\n")[0]?.slice(0, 200) ?? "";
}

/** What became of a test of a row. A title with placeholders is as its instances are, when they are all the same. */
export function statusOf(id: string, outcomes: readonly Outcome[]): string {
  const its = itsOwn(id, outcomes);
  const found = new Set(its.map(({ status }) => (status === "other" ? "skipped" : status)));
  return found.size === 0 ? "missing" : [...found].sort().join(" and ");
}

/** A row may leave out groups, but not the test. */
function isNamed(asked: readonly string[], names: readonly string[]): boolean {
  let from = 0;
  for (const name of asked) {
    const at = names.findIndex((label, index) => index >= from && isTitled(name, label));
    if (at === -1) return false;
    from = at + 1;
  }
  return from === names.length;
}
