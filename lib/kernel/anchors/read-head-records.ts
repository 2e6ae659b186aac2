import "server-only";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { headMark, headRecordsFolder } from "@/lib/kernel/access/head-record";
import type { RecordsOf } from "@/lib/kernel/audit/types";
import { headRecordFiles } from "./access";

const line = /^(\d{1,15}) ([0-9a-f]{64}) ([0-9a-f]{32})$/;

export type HeadRecords = {
  records: RecordsOf;
  /** The number on the first line without our MAC; a line truncated by a crash has none and does not count. */
  forged: number | null;
};

/** The end of an organisation's log as this machine saw it after each command of the last days. */
export async function readHeadRecords(orgId: string): Promise<HeadRecords> {
  const records = new Map<number, string[]>();
  let forged: number | null = null;
  for (const file of await headRecordFiles(orgId)) {
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
