import { ScanFailed } from "./problems";

/** `virus`: the name that the scanner gives it, cut down to what such names are made of. */
export type Verdict = { virus: string | null };

/** What clamd answers if it did not scan everything: configured by AlertExceedsMax and AlertEncrypted. */
const unlooked = [
  ["too_large", /^Heuristics\.Limits\.Exceeded/],
  ["locked", /^Heuristics\.Encrypted/],
] as const;

/**
 * Reads the one line that clamd answers to a stream. Only its exact words for "clean" mean clean.
 * @throws ScanFailed for anything that is no verdict
 */
export function readVerdict(line: string): Verdict {
  if (line === "stream: OK") return { virus: null };
  const found = /^stream: (.{1,300}) FOUND$/.exec(line)?.[1];
  if (found) {
    const why = unlooked.find(([, pattern]) => pattern.test(found))?.[0];
    if (why) throw new ScanFailed(why);
    return { virus: found.replaceAll(/[^A-Za-z0-9._:/()+-]/g, "_").slice(0, 120) };
  }
  if (/size limit exceeded/i.test(line)) throw new ScanFailed("too_large");
  throw new ScanFailed(/ ERROR$/.test(line) ? "scanner_error" : "garbled");
}

/** `ClamAV 1.4.3/27800/Wed Nov 25 2026`: the program and the day of its list of viruses. */
export function readVersion(line: string): string {
  if (!/^ClamAV [\x20-\x7e]{1,120}$/.test(line)) throw new ScanFailed("garbled");
  return line;
}
