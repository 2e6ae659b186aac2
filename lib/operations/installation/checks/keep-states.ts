import "server-only";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type CheckResult, checkKeys } from "../types";

/** Since when each check is in its state: DATA_DIR/checks.json. States and instants in UTC, and nothing else. */
const Kept = z.partialRecord(
  z.enum(checkKeys),
  z.object({ state: z.enum(["ok", "look", "fix", "missing", "unknown"]), since: z.iso.datetime() }),
);
export type KeptStates = z.output<typeof Kept>;

const fileOf = (dataDir: string): string => join(dataDir, "checks.json");

/** What was kept; nothing where nobody looked yet, or the file cannot be read. */
export function readStates(dataDir: string): KeptStates {
  try {
    return Kept.parse(JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch {
    return {};
  }
}

/** Keeps the states that changed, from `now` on. A disk that is full loses no page: then nothing is kept. */
export function keepStates(dataDir: string, results: readonly CheckResult[], now: Date): void {
  const before = readStates(dataDir);
  const kept = Object.fromEntries(
    results.map(({ key, state }) => {
      const known = before[key];
      return [key, known?.state === state ? known : { state, since: now.toISOString() }];
    }),
  );
  const text = JSON.stringify(kept);
  if (text === JSON.stringify(before)) return;
  try {
    writeFileSync(`${fileOf(dataDir)}.${process.pid}`, `${text}\n`, { mode: 0o600 });
    renameSync(`${fileOf(dataDir)}.${process.pid}`, fileOf(dataDir));
  } catch {
    // The page still says what was found.
  }
}
