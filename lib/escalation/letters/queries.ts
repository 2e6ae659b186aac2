import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { documents, exhibits, letters, members, references } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import { shownNumber } from "@/lib/casework/references/rules";
import { type CaseRow, readReading } from "@/lib/escalation/ladder/queries";
import type { CaseReading } from "@/lib/escalation/steps/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { sliceOf } from "@/lib/platform/paging";
import { letterCode, letterPlace, stepChoices, stepValue } from "./rules";
import type { LetterDesk, LetterDirection, LetterView, StepChoice } from "./types";

type Asked = { direction: LetterDirection; page: number };

/** The register of letters of a case, newest first, with what its forms offer. @throws AppError not_found */
export const readLetterDesk = query("case.read", async (ctx, caseId: string, asked: Asked): Promise<LetterDesk> => {
  const row = await findCase(ctx, caseId);
  const reading = await readReading(ctx, row);
  const ofCase = and(eq(letters.orgId, ctx.orgId), eq(letters.caseId, row.id));
  const count = (direction: "in" | "out") => ctx.db.$count(letters, and(ofCase, eq(letters.direction, direction)));
  const counts = { in: await count("in"), out: await count("out") };
  const all = counts.in + counts.out;
  const total = asked.direction === "all" ? all : counts[asked.direction];
  const { page, offset, limit } = sliceOf(asked.page, total);
  const wanted = asked.direction === "all" ? ofCase : and(ofCase, eq(letters.direction, asked.direction));
  return {
    letters: await viewsOf(ctx, row, reading, { where: wanted, offset, limit }),
    counts: { ...counts, all },
    total,
    page,
    steps: stepChoices(reading),
    references: numberChoices(reading),
    today: reading.moment.today,
    zone: reading.moment.zone,
    closed: row.closedAt !== null,
  };
});

/** The letters about one step, newest first. @throws AppError not_found */
export const listStepLetters = query(
  "case.read",
  async (ctx, caseId: string, stepKey: string): Promise<LetterView[]> => {
    const row = await findCase(ctx, caseId);
    const ofStep = and(
      eq(letters.orgId, ctx.orgId),
      eq(letters.caseId, row.id),
      eq(letters.stepKey, stepKey),
      isNull(letters.withdrawnAt),
    );
    return viewsOf(ctx, row, await readReading(ctx, row), { where: ofStep, offset: 0, limit: 50 });
  },
);

function numberChoices({ facts, law }: CaseReading): StepChoice[] {
  return facts.references.flatMap(({ id, kind, state, display }) =>
    id && state === "issued"
      ? [{ value: id, label: `${findReferenceKind(kind, law)?.short ?? kind} ${display ?? ""}`.trim() }]
      : [],
  );
}

type Some = { where: ReturnType<typeof and>; offset: number; limit: number };

async function viewsOf(ctx: TxCtx, row: CaseRow, reading: CaseReading, some: Some): Promise<LetterView[]> {
  const found = await ctx.db
    .select({ letter: letters, by: members.name, number: references, document: documents.number })
    .from(letters)
    .innerJoin(members, eq(members.id, letters.recordedBy))
    .leftJoin(references, eq(references.id, letters.referenceId))
    .leftJoin(documents, eq(documents.id, letters.documentId))
    .where(some.where)
    .orderBy(desc(letters.day), desc(letters.recordedAt), desc(letters.id))
    .limit(some.limit)
    .offset(some.offset);
  const vault = await openVault(ctx, row.keyId);
  const scans = await scansOf(
    ctx,
    found.map(({ letter }) => letter.exhibitId),
  );
  const steps = new Map(stepChoices(reading).map(({ value, label }) => [value, label]));
  return found.map(({ letter, by, number, document }) => ({
    ...sealedOf(vault, letter),
    id: letter.id,
    code: letterCode(letter.direction, letter.number),
    direction: letter.direction,
    day: letter.day,
    writtenOn: letter.writtenOn,
    channel: letter.channel,
    step: stepOf(letter, reading, steps),
    reference: number && { id: number.id, display: shownNumber(number, reading.law) ?? number.kind },
    scan: scans.get(letter.exhibitId ?? "") ?? null,
    answers: letter.answers,
    made: madeOf(letter, row.id, document),
    proof: letter.proofKind && {
      kind: letter.proofKind,
      text: vault.openMaybe(letterPlace(letter.id, "proof"), letter.proof),
    },
    recordedBy: by,
    recordedAt: letter.recordedAt,
  }));
}

type LetterRow = typeof letters.$inferSelect;

function sealedOf(vault: Vault, letter: LetterRow) {
  const { id, withdrawnAt, withdrawnReason } = letter;
  return {
    party: vault.open(letterPlace(id, "party"), letter.party),
    summary: vault.open(letterPlace(id, "summary"), letter.summary),
    ourReference: vault.openMaybe(letterPlace(id, "our_reference"), letter.ourReference),
    theirReference: vault.openMaybe(letterPlace(id, "their_reference"), letter.theirReference),
    withdrawn: withdrawnAt && {
      at: withdrawnAt,
      reason: vault.openMaybe(letterPlace(id, "withdrawn_reason"), withdrawnReason) ?? "",
    },
  };
}

/** The step by its name, with its report; a report whose number came since is named as its step. */
function stepOf({ stepKey, part }: LetterRow, { playbook }: CaseReading, titles: ReadonlyMap<string, string>) {
  const step = stepKey ? playbook.steps[stepKey] : undefined;
  if (!step) return null;
  return {
    key: step.key,
    title: titles.get(stepValue(step.key, part)) ?? step.title,
    path: `/ladder/${step.key}${part ? `#report-${part}` : ""}`,
  };
}

function madeOf(letter: LetterRow, caseId: string, document: number | null): LetterView["made"] {
  if (letter.documentId)
    return { href: `/cases/${caseId}/documents/${letter.documentId}`, label: `D-${String(document).padStart(2, "0")}` };
  if (letter.dispatchId || letter.handoverId) return { href: `/cases/${caseId}/packets`, label: t("Packet") };
  return null;
}

async function scansOf(ctx: TxCtx, ids: readonly (string | null)[]) {
  const wanted = ids.flatMap((id) => id ?? []);
  if (wanted.length === 0) return new Map<string, { id: string; code: string }>();
  const rows = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), inArray(exhibits.id, wanted)));
  return new Map(rows.map(({ id, number }) => [id, { id, code: exhibitCode(number) }]));
}
