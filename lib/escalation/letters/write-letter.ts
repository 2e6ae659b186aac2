import "server-only";
import { and, eq, max } from "drizzle-orm";
import { letters } from "@/db/schema";
import type { CaseRow } from "@/lib/escalation/ladder/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { letterCode, letterPlace } from "./rules";
import type { LetterAnswers, LetterChannel, ProofKind } from "./types";

type NewLetter = {
  direction: "in" | "out";
  day: CivilDate;
  channel: LetterChannel;
  party: string;
  summary: string;
  writtenOn?: CivilDate | null;
  ourReference?: string | null;
  theirReference?: string | null;
  stepKey?: string | null;
  part?: string | undefined;
  referenceId?: string | null;
  exhibitId?: string | null;
  answers?: LetterAnswers;
  documentId?: string;
  dispatchId?: string;
  handoverId?: string;
  proofKind?: ProofKind | null;
  proof?: string | null;
};

/** Puts a letter on the register of a locked case, under the next number of its direction. */
export async function writeLetter(ctx: TxCtx, row: CaseRow, letter: NewLetter) {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("A person records a letter."));
  const { direction, party, summary, ourReference, theirReference, proof, part, answers, ...plain } = letter;
  const [last] = await ctx.db
    .select({ number: max(letters.number) })
    .from(letters)
    .where(and(eq(letters.caseId, row.id), eq(letters.direction, direction)));
  const id = newId();
  const number = (last?.number ?? 0) + 1;
  const vault = await openVault(ctx, row.keyId);
  await ctx.db.insert(letters).values({
    id,
    orgId: ctx.orgId,
    caseId: row.id,
    direction,
    number,
    ...plain,
    part: part ?? "",
    answers: answers ?? "nothing",
    party: vault.seal(letterPlace(id, "party"), party),
    summary: vault.seal(letterPlace(id, "summary"), summary),
    ourReference: vault.sealMaybe(letterPlace(id, "our_reference"), ourReference),
    theirReference: vault.sealMaybe(letterPlace(id, "their_reference"), theirReference),
    proof: vault.sealMaybe(letterPlace(id, "proof"), proof),
    recordedBy: memberId,
    recordedAt: ctx.now,
  });
  return { id, number, code: letterCode(direction, number) };
}
