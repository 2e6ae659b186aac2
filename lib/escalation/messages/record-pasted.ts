import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { caseSteps, cases } from "@/db/schema";
import { lockCase, visibleCases } from "@/lib/casework/cases/access";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { refusals } from "@/lib/casework/references/labels";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { RecordPasted } from "./input";

type Pasted = (typeof RecordPasted)["_output"];

/**
 * Saves the selected parts of a pasted message: its numbers as references, its officer as a contact of their step.
 * Either everything is saved, each with its own audit entry, or nothing.
 * @throws AppError invalid or conflict with the field of every row that needs checking
 */
export const recordPasted = command({
  needs: "case.write",
  input: RecordPasted,
  async run(ctx, input) {
    const caseId = input.caseId ?? (await caseOfCode(ctx, input.caseCode ?? ""));
    const found = await lockCase(ctx, caseId);
    await saveNumbers(ctx, caseId, input);
    if (input.officer) await saveOfficer(ctx, caseId, input.officer, input.receivedOn);
    const saved = input.numbers.length + (input.officer ? 1 : 0);
    return {
      value: { caseId, saved, pseudonym: found.pseudonym },
      audit: { action: "case.message_pasted", subjectId: caseId, caseId, detail: { saved, via: input.receivedVia } },
    };
  },
});

/** @throws AppError invalid on `caseCode` */
async function caseOfCode(ctx: TxCtx, code: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(visibleCases(ctx), inArray(cases.code, [code, code.toUpperCase()])));
  const message = t("You have no case with this code. It looks like CD-26-0142.");
  if (!row) throw new AppError("invalid", message, { caseCode: message });
  return row.id;
}

/** Every row is tried, so that all problems are reported together; one failure rolls back the rest. */
async function saveNumbers(ctx: TxCtx, caseId: string, input: Pasted): Promise<void> {
  const { receivedVia, receivedOn, proofExhibitId } = input;
  const fields: Record<string, string> = {};
  let code: AppError["code"] = "invalid";
  for (const { no, kind, raw, station, issuer, issuedOn, guess, sure } of input.numbers) {
    const tick = sure ? "on" : "";
    const about = { receivedVia, receivedOn, issuedOn, proofExhibitId, keepAsTyped: tick, seenDuplicate: tick };
    if (guess && station === guess && !sure) {
      fields[`sure-${no}`] = refusals.guessedStation(guess);
      continue;
    }
    try {
      await recordReference(ctx, { caseId, kind, raw, station, issuer, ...about });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "not_found") throw error;
      code = error.code;
      Object.assign(fields, rowFields(error, no));
    }
  }
  if (Object.keys(fields).length > 0) throw new AppError(code, t("Nothing was saved yet."), fields);
}

function rowFields({ fields, message }: AppError, no: number): Record<string, string> {
  const problems = Object.entries(fields).flatMap(([name, text]) => {
    if (name === "saveAs") return [];
    if (name === "proofExhibitId") return [[name, text]];
    if (name === "issuedOn") return [[`issued-${no}`, text]];
    return [[name === "keepAsTyped" || name === "seenDuplicate" ? `sure-${no}` : `${name}-${no}`, text]];
  });
  return problems.length > 0 ? Object.fromEntries(problems) : { [`raw-${no}`]: message };
}

/** The name of the officer begins the step that waits for one, or is one more contact of it. */
async function saveOfficer(
  ctx: TxCtx,
  caseId: string,
  { text, stepKey }: NonNullable<Pasted["officer"]>,
  on: string | undefined,
): Promise<void> {
  const [known] = await ctx.db
    .select({ state: caseSteps.state })
    .from(caseSteps)
    .where(and(eq(caseSteps.caseId, caseId), eq(caseSteps.stepKey, stepKey)));
  const note = { caseId, stepKey, on, note: text };
  try {
    await (known && known.state !== "skipped" ? noteContact(ctx, note) : beginStep(ctx, note));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, { officer: error.message });
  }
}
