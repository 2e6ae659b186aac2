import { compareText } from "@/lib/platform/language/formats";
import "server-only";
import { and, asc, count, desc, eq, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { bodies, documents, exhibits, members, references, refusals } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import { displayReference } from "@/lib/casework/references/rules";
import { hasAuthority } from "@/lib/escalation/written-authorities/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import type { Moment } from "@/lib/law/clocks/rules";
import { clockText } from "@/lib/law/jurisdictions/clock-text";
import { findClock, findProcess, findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, Rung } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { pinnedPlaybook } from "./pinned-playbook";
import { readBranchLines } from "./read-branch-lines";
import {
  branchesOf,
  branchOf,
  missingOf,
  refusableSteps,
  rungDue,
  rungsAbove,
  rungTemplate,
  sinceOf,
  trailOf,
} from "./rules";
import type { Answer, BranchView, OfficeCount, RefusalDesk, RefusalView, RungView } from "./types";

type Row = typeof refusals.$inferSelect;
type Reading = { caseId: string; playbook: Playbook; law: Law; moment: Moment; branches: readonly BranchView[] };

/** All that the page of refusals shows: the log, the rungs, what to say. @throws AppError not_found */
export const readRefusalDesk = query("case.read", async (ctx, caseId: string): Promise<RefusalDesk> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const playbook = pinnedPlaybook(row, law);
  const moment = { today: civilDate(ctx.now, playbook.home.zone), now: ctx.now, zone: playbook.home.zone };
  const branches: BranchView[] = [];
  for (const step of branchesOf(playbook)) {
    const rungs = await rungViews(ctx, step.rungs ?? [], { caseId, playbook, law, moment });
    branches.push({ key: step.key, title: step.title, rungs, onTheSpot: step.onTheSpot });
  }
  const vault = await openVault(ctx, row.keyId);
  const reading: Reading = { caseId, playbook, law, moment, branches };
  return {
    refusals: await viewsOf(ctx, vault, reading),
    steps: refusableSteps(playbook).map(({ key, title }) => ({ key, title })),
    branches,
    exhibits: await pickExhibits(ctx, caseId),
    homeZone: playbook.home.zone,
    today: moment.today,
  };
});

async function rungViews(ctx: TxCtx, rungs: readonly Rung[], at: Omit<Reading, "branches">): Promise<RungView[]> {
  const { caseId, playbook, law, moment } = at;
  const out: RungView[] = [];
  for (const [i, rung] of rungs.entries()) {
    const process = rung.authority ? findProcess(rung.authority, law) : null;
    const template = rungTemplate(playbook, rung.key, law);
    out.push({
      key: rung.key,
      number: i + 1,
      to: rung.to,
      send: rung.send,
      clock: clockText(rung.clock, findClock(rung.clockCode ?? "", law)),
      sources: rung.sources,
      kind: rung.clockCode ? (findClock(rung.clockCode, law)?.kind ?? null) : null,
      template: template && { key: template.key, title: template.title },
      consent: process && {
        process: process.key,
        title: process.title,
        why: process.why,
        sources: process.sources,
        onFile: await hasAuthority(ctx, caseId, process.key, moment.today),
      },
    });
  }
  return out;
}

async function viewsOf(ctx: TxCtx, vault: Vault, at: Reading): Promise<RefusalView[]> {
  const found = await ctx.db
    .select({ row: refusals, by: members.name, proof: exhibits.number, body: { ref: bodies.id, name: bodies.name } })
    .from(refusals)
    .innerJoin(members, eq(members.id, refusals.recordedBy))
    .leftJoin(exhibits, eq(exhibits.id, refusals.proofExhibitId))
    .leftJoin(bodies, and(eq(bodies.orgId, refusals.orgId), eq(bodies.id, refusals.bodyId)))
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, at.caseId)))
    .orderBy(desc(refusals.number));
  const lines = await readBranchLines(ctx, vault, at.caseId);
  const out: RefusalView[] = [];
  for (const refusal of found) {
    const trail = trailOf(lines, refusal.row);
    const answers = refusal.row.settledOn ? { answered: null, heard: null } : await answersTo(ctx, refusal.row, at);
    const view = viewOf(vault, refusal, at);
    const sent = refusal.row.settledOn ? null : await sentAbove(ctx, view);
    out.push({ ...view, trail, ...answers, sent });
  }
  return out;
}

type FoundRefusal = { row: Row; by: string; proof: number | null; body: RefusalView["body"] };

function viewOf(vault: Vault, found: FoundRefusal, at: Reading) {
  const { row, by, proof, body } = found;
  const open = (column: string, value: Row["words"]) =>
    vault.openMaybe({ table: "refusals", column, row: row.id }, value);
  const words = {
    officer: open("officer", row.officer),
    forceNumber: open("force_number", row.forceNumber),
    words: open("words", row.words),
    witnesses: open("witnesses", row.witnesses),
    proof: proof === null ? null : exhibitCode(proof),
  };
  const branch = branchOf(at.playbook, row.stepKey);
  const known = branch?.rungs ?? [];
  const views = at.branches.find((candidate) => candidate.key === branch?.key)?.rungs ?? [];
  const rung = known.find((route) => route.key === row.rungKey);
  const above = rungsAbove(known, row.rungKey).map((route) => route.key);
  const { id, number, stepKey, office, refusedAt, zone, recordedAt, settledOn } = row;
  const settledNote = vault.openSince({ table: "refusals", column: "settled_note", row: id }, row.settledNote);
  return {
    id,
    number,
    stepKey,
    office,
    body,
    refusedAt,
    zone,
    recordedAt,
    settledOn,
    settledNote,
    ...words,
    stepTitle: at.playbook.steps[stepKey]?.title ?? stepKey,
    recordedBy: by,
    rung: views.find((view) => view.key === row.rungKey) ?? null,
    advice: at.playbook.steps[stepKey]?.ifRefused ?? "",
    rungSince: sinceOf(row),
    due: rung && !settledOn ? rungDue(row, rung, at.moment, at.law) : null,
    above: views.filter((view) => above.includes(view.key)),
    missing: missingOf(words),
  };
}

/** A number that completes the step and came after the refusal, and one that a rung gave for the complaint. */
async function answersTo(ctx: TxCtx, row: Row, at: Reading): Promise<Pick<RefusalView, "answered" | "heard">> {
  const { steps } = at.playbook;
  const completes = steps[row.stepKey]?.doneWhen.flatMap((rule) => (rule.by === "reference" ? rule.anyOf : []));
  const ofRungs = steps[branchOf(at.playbook, row.stepKey)?.key ?? ""]?.produces.references;
  const answered = await answerTo(ctx, row, completes ?? [], at);
  const heard = answered ? null : await answerTo(ctx, row, ofRungs ?? [], at);
  // If the refusal was escalated after the number arrived, a person has already checked it.
  const seen =
    heard && row.rungSince && heard.on <= row.rungSince && row.rungSince > civilDate(row.refusedAt, row.zone);
  return { answered, heard: seen ? null : heard };
}

/** The newest complaint sent to a level above the refusal's current one. */
async function sentAbove(ctx: TxCtx, view: Pick<RefusalView, "id" | "above">): Promise<RefusalView["sent"]> {
  const gone = await ctx.db
    .select({ rungKey: documents.rungKey, on: documents.sentOn })
    .from(documents)
    .where(and(eq(documents.refusalId, view.id), isNotNull(documents.sentOn)))
    .orderBy(desc(documents.sentOn), desc(documents.number));
  for (const { rungKey, on } of gone) {
    const rung = view.above.find((candidate) => candidate.key === rungKey);
    if (rung && on) return { rungKey: rung.key, to: rung.to, on };
  }
  return null;
}

async function answerTo(ctx: TxCtx, row: Row, kinds: readonly string[], at: Reading): Promise<Answer | null> {
  if (kinds.length === 0) return null;
  const refusedOn = civilDate(row.refusedAt, row.zone);
  const numbers = await ctx.db
    .select()
    .from(references)
    .where(and(eq(references.caseId, row.caseId), eq(references.state, "issued")))
    .orderBy(asc(references.recordedAt), asc(references.id));
  for (const value of numbers.filter((candidate) => kinds.includes(candidate.kind) && candidate.canonical)) {
    const on = value.issuedOn ?? value.receivedOn ?? civilDate(value.recordedAt, at.moment.zone);
    const display = displayReference(value.kind, value.raw ?? "", value.canonical ?? "", at.law);
    if (on >= refusedOn) return { kind: findReferenceKind(value.kind, at.law)?.label ?? value.kind, display, on };
  }
  return null;
}

/** The station or office of a refusal, as it was typed; null for one that the person may not see. */
export const readRefusalOffice = query("case.read", async (ctx, refusalId: string): Promise<string | null> => {
  const [row] = await ctx.db
    .select({ office: refusals.office })
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.id, refusalId)));
  return row?.office ?? null;
});

/** How often each office refused, over all cases of the organisation, the most first. */
export const refusalsByOffice = query("team.read", async (ctx): Promise<OfficeCount[]> => {
  const stays = alias(bodies, "stays");
  // What is in the directory counts under its name there, also when it was typed in another way.
  const office = sql<string>`coalesce(${stays.name}, ${bodies.name}, ${refusals.office})`;
  const rows = await ctx.db
    .select({
      office,
      refusals: count(),
      settled: sql<number>`count(${refusals.settledOn})`.mapWith(Number),
    })
    .from(refusals)
    .leftJoin(bodies, and(eq(bodies.orgId, refusals.orgId), eq(bodies.id, refusals.bodyId)))
    .leftJoin(stays, and(eq(stays.orgId, bodies.orgId), eq(stays.id, bodies.mergedInto)))
    .where(eq(refusals.orgId, ctx.orgId))
    .groupBy(office);
  return rows.toSorted((a, b) => b.refusals - a.refusals || compareText(a.office, b.office));
});
