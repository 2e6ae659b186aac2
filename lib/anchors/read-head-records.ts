import "server-only";
import { createReadStream } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { headMark, headRecordsFolder } from "@/lib/access/head-record";
import type { RecordsOf } from "@/lib/audit/types";
import { addHours } from "@/lib/platform/clock";

const line = /^(\d{1,15}) ([0-9a-f]{64}) ([0-9a-f]{32})$/;

/** What anchors have covered for so long says nothing more. */
const keptDays = 8;

export type HeadRecords = {
  records: RecordsOf;
  /** The number on the first line whose mark is not ours; a line that a crash cut has none and says nothing. */
  forged: number | null;
};

/** Where this machine saw the log of an organisation end after each command of the last days. */
export async function readHeadRecords(orgId: string): Promise<HeadRecords> {
  const records = new Map<number, string[]>();
  let forged: number | null = null;
  for (const file of await filesOf(orgId)) {
    for await (const text of createInterface({ input: createReadStream(join(headRecordsFolder(orgId), file)) })) {
      const [, number, hash = "", mark] = line.exec(text) ?? [];
      if (number === undefined) continue;
      const seq = Number(number);
      if (headMark(orgId, seq, hash) !== mark) {
        forged ??= seq;
        continue;
      }
      const known = records.get(seq) ?? [];
      if (!known.includes(hash)) records.set(seq, [...known, hash]);
    }
  }
  return { records, forged };
}

/** Removes the records of days that are over, after a walk that found nothing. */
export async function tidyHeadRecords(orgId: string, now: Date): Promise<void> {
  const oldest = addHours(now, -24 * keptDays)
    .toISOString()
    .slice(0, 10);
  for (const file of await filesOf(orgId)) {
    if (file.slice(0, 10) < oldest) await rm(join(headRecordsFolder(orgId), file), { force: true });
  }
}

async function filesOf(orgId: string): Promise<string[]> {
  const found = await readdir(headRecordsFolder(orgId)).catch(() => []);
  return found.filter((name) => /^\d{4}-\d{2}-\d{2}\.txt$/.test(name)).sort();
}
