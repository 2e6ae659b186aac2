import "server-only";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What the worker last found at the mailbox: DATA_DIR/mail-round.json. Nothing of any mail. */
const Round = z.object({
  at: z.iso.datetime(),
  fault: z.enum(["sign_in", "no_tls", "no_folder", "unreachable"]).nullable(),
  failed: z.number().int().nonnegative(),
});
export type MailRound = z.output<typeof Round>;

const fileOf = (dataDir: string): string => join(dataDir, "mail-round.json");

/** Null where the worker has not looked yet, or the file cannot be read. */
export function readMailRound(dataDir: string): MailRound | null {
  try {
    return Round.parse(JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch {
    return null;
  }
}

/** A disk that is full holds up no mail: then nothing is kept. */
export function noteMailRound(dataDir: string, round: MailRound): void {
  try {
    writeFileSync(`${fileOf(dataDir)}.${process.pid}`, `${JSON.stringify(round)}\n`, { mode: 0o600 });
    renameSync(`${fileOf(dataDir)}.${process.pid}`, fileOf(dataDir));
  } catch {
    // The check says that nobody looked.
  }
}
