import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { z } from "zod";
import { noteAttempt } from "@/lib/platform/attempts";
import { AppError } from "@/lib/platform/errors";
import { measured, type Work } from "@/lib/platform/telemetry/measured";
import { allOf } from "./all-of";
import { writeAudit, writeAuditSeldom, writeAudits } from "./append-entry";
import type { AuditEntry } from "./audit-entry";
import { type Ctx, type TxCtx, withTransaction } from "./ctx";
import { translateDatabaseError } from "./database-errors";
import { notingRefusals } from "./note-refusal";
import { applyRateLimit, type RateLimit } from "./rate-limits";
import { sealReason } from "./reason-of-entry";
import { may, type Permission } from "./roles";

type Audited<T> = {
  value: T;
  audit: AuditEntry | readonly [AuditEntry, ...AuditEntry[]];
  /** For what a page does again and again by itself: one entry per person and subject within this many seconds. */
  logEvery?: number;
};

export type Command<T> = (ctx: Ctx | TxCtx, raw: unknown) => Promise<T>;

/**
 * A write: one permission, one parse, one transaction, at least one audit entry. Leaving one out is a type error.
 * Denied calls are logged too.
 * @throws AppError forbidden, invalid (with fields), not_found or conflict, or TooOften
 */
export function command<Schema extends z.ZodType, T>(spec: {
  needs: Permission;
  input: Schema;
  /** Limits how often one person may run this command. */
  rateLimit?: RateLimit;
  /** As how many acts one run counts for it; 1 if omitted. */
  actsOf?: (input: z.output<Schema>) => number;
  /** A paired browser extension may run it too. */
  forPairing?: true;
  run: (ctx: TxCtx, input: z.output<Schema>) => Promise<Audited<T>>;
}): Command<T> {
  // Measured under the permission's name until the first audit entry names the command.
  let known: string = spec.needs;
  return (ctx, raw) => {
    const work: Work = { kind: "command", name: known };
    return measured(work, () =>
      notingRefusals(ctx, { needs: spec.needs, raw }, async () => {
        requirePermission(ctx, spec.needs);
        requireReach(ctx, spec.forPairing);
        const input = parseInput(spec.input, raw);
        if (spec.rateLimit) await applyRateLimit(ctx, spec.rateLimit, spec.actsOf?.(input));
        return translateDatabaseError(() =>
          withTransaction(ctx, "read write", async (scoped) => {
            const { value, audit, logEvery } = await spec.run(scoped, input);
            const entries = [audit].flat() as AuditEntry[];
            known = entries[0]?.action ?? known;
            work.name = known;
            const sealed: AuditEntry[] = [];
            for (const entry of entries) sealed.push(await sealReason(scoped, entry));
            await append(scoped, sealed, logEvery);
            return value;
          }),
        );
      }),
    );
  };
}

async function append({ db }: TxCtx, entries: readonly AuditEntry[], logEvery: number | undefined): Promise<void> {
  const [only, ...others] = entries;
  if (logEvery) await allOf(entries.map((entry) => writeAuditSeldom(db, entry, logEvery)));
  else if (others.length > 0) await writeAudits(db, entries);
  else if (only) await writeAudit(db, only);
}

/** For an act that works outside its transaction first. @throws AppError invalid, with the message of each field */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    noteAttempt("bad_input");
    throw invalid(parsed.error);
  }
  return parsed.data;
}

export function requirePermission(ctx: Ctx | TxCtx, needs: Permission): void {
  if (!may(ctx.actor, needs)) throw new AppError("forbidden", t("Your role may not do this."));
}

/** A paired extension does nothing but what it is for; what runs inside that was let in with it. @throws AppError forbidden */
export function requireReach(ctx: Ctx | TxCtx, forPairing: true | undefined): void {
  if (ctx.pairing && !ctx.db && !forPairing)
    throw new AppError("forbidden", t("The browser extension may only add captured pages and looks."));
}

function invalid(error: z.ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  return new AppError("invalid", t("Some answers need correcting."), fields);
}
