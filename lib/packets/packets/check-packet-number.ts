import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ask } from "@/db/client";
import { parseInput } from "@/lib/kernel/access/command";
import { keepable } from "@/lib/platform/fields";
import type { CheckedVersion } from "./types";

const CheckNumber = z.object({
  number: z
    .string(t("Type the packet number."))
    .trim()
    .toUpperCase()
    .min(1, t("Type the packet number."))
    .max(60, t("A packet number is shorter than that."))
    .refine(...keepable),
  /** As printed, or the start of the file's SHA-256. Anything else is answered like an unknown number. */
  word: z
    .string(t("Type the check word. It is printed next to the number."))
    .trim()
    .toLowerCase()
    .transform((typed) => typed.replace(/[\s\u2010-\u2015-]+/g, ""))
    .pipe(
      z
        .string()
        .min(1, t("Type the check word. It is printed next to the number."))
        .max(64, t("A check word is shorter than that."))
        .refine(...keepable),
    ),
});

type Row = {
  version: number;
  sha256: string;
  built_at: string | null;
  approved_at: string | null;
  withdrawn_at: string | null;
  replaced_by: number | null;
};

/** In milliseconds; response time must not reveal whether a number exists. */
const answerAfter = 350;

/**
 * What the holder of a packet may learn from its number: hash and dates of each approved version, newest first; empty
 * for an unknown number and for a wrong check word. The response time is the same in every case.
 * @throws AppError invalid at `number` or `word`
 */
export async function checkPacketNumber(raw: unknown): Promise<{ number: string; versions: CheckedVersion[] }> {
  const { number, word } = parseInput(CheckNumber, raw);
  const enough = new Promise((resolve) => setTimeout(resolve, answerAfter));
  const rows = await ask<Row>(sql`select * from ctx.check_packet_number(${number}, ${word})`);
  await enough;
  const versions = rows.map((row) => ({
    version: row.version,
    sha256: row.sha256,
    builtAt: instant(row.built_at),
    approvedAt: instant(row.approved_at),
    withdrawnAt: instant(row.withdrawn_at),
    replacedBy: row.replaced_by,
  }));
  return { number, versions: versions.toSorted((a, b) => b.version - a.version) };
}

function instant(value: string | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
