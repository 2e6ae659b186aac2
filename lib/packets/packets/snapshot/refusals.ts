import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { authorities, refusals } from "@/db/schema";
import { documentCode } from "@/lib/documents/papers/rules";
import { readBranchLines } from "@/lib/escalation/refusals/read-branch-lines";
import { branchOf, movesOf, rungDue, trailOf } from "@/lib/escalation/refusals/rules";
import { authorityState } from "@/lib/escalation/written-authorities/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { clockText } from "@/lib/law/jurisdictions/clock-text";
import { findClock, findProcess, findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, Rung } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { maskProtected } from "./mask-protected";
import type { PaperRecord } from "./papers";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode, iso, sourceWords } from "./words";

type Part = NonNullable<PacketSnapshotInput["refusal"]>;

/** As the law data calls it in the letters that must have it. */
const recourseSought = "Recourse sought";
type Setting = {
  playbook: Playbook | null;
  law: Law;
  today: CivilDate;
  now: Date;
  home: string;
  papers: readonly PaperRecord[];
};

/** One refusal as it was recorded, opened, and what the client allowed in writing. Null when it is not of this case. */
export async function readRefusal(ctx: TxCtx, vault: Vault, caseId: string, refusalId: string) {
  const [row] = await ctx.db
    .select()
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, caseId), eq(refusals.id, refusalId)));
  const allowed = await ctx.db
    .select()
    .from(authorities)
    .where(and(eq(authorities.orgId, ctx.orgId), eq(authorities.caseId, caseId)))
    .orderBy(desc(authorities.number));
  if (!row) return null;
  const open = (column: string, value: typeof row.words) =>
    vault.openMaybe({ table: "refusals", column, row: row.id }, value);
  return {
    row,
    officer: open("officer", row.officer),
    forceNumber: open("force_number", row.forceNumber),
    words: open("words", row.words),
    witnesses: open("witnesses", row.witnesses),
    allowed,
    trail: trailOf(await readBranchLines(ctx, vault, caseId), row),
  };
}

export type RefusalRecord = NonNullable<Awaited<ReturnType<typeof readRefusal>>>;

/** The refusal, the rule, the levels and the client's consent. Witnesses are never in this part. */
export function refusalPart(
  record: CaseRecord,
  found: RefusalRecord,
  chosen: ReadonlySet<string>,
  setting: Setting,
): Pick<PacketSnapshotInput, "refusal"> {
  const { row } = found;
  const { playbook } = setting;
  const step = playbook?.steps[row.stepKey];
  const branch = playbook ? branchOf(playbook, row.stepKey) : null;
  const exhibit = (id: string | null) =>
    record.exhibits.find((candidate) => candidate.id === id && chosen.has(candidate.id));
  const proof = exhibit(row.proofExhibitId);
  return {
    refusal: {
      code: `RF-${row.number}`,
      step: step?.title ?? row.stepKey,
      office: row.office,
      officer: found.officer,
      forceNumber: found.forceNumber,
      at: iso(row.refusedAt),
      zone: row.zone,
      words: found.words,
      witnesses: found.witnesses ? "Recorded. Who they are is in the sealed annex." : null,
      asked: step ? { text: askedOf(step, setting.law), sources: ["case record"] } : null,
      basis: (branch?.onTheSpot ?? []).map(({ text, sources }) => ({ text, sources: sources.map(sourceWords) })),
      proof: proof ? exhibitCode(proof) : null,
      complainant: complainantOf(record),
      recourse: recourseOf(record, found, setting.papers),
      rungs: rungsOf(found, branch?.rungs ?? [], setting),
      ...authorityOf(found, branch?.rungs ?? [], exhibit, setting),
    },
  };
}

function askedOf(step: Playbook["steps"][string], law: Law): string {
  const numbers = step.produces.references.flatMap((key) => findReferenceKind(key, law)?.label ?? []);
  const gives = numbers.length > 0 ? ` It ends with a number: ${numbers.join(", ")}.` : "";
  return `The client asked for this step: ${step.title}. ${step.summary}.${gives}`;
}

/** Body, day, letter and answer of each complaint that was really sent, by the level that it was sent to. */
function sentTo(papers: readonly PaperRecord[], refusalId: string) {
  const sent = papers.filter(({ row }) => row.refusalId === refusalId && row.sentOn !== null);
  return new Map(
    sent
      .toSorted((a, b) => (b.row.sentOn ?? "").localeCompare(a.row.sentOn ?? ""))
      .map(({ row }) => [row.rungKey ?? "", { on: row.sentOn ?? "", paper: documentCode(row.number) }]),
  );
}

/** From the final letter to the body at hand: what must be filled as the recourse sought. */
function recourseOf({ client }: CaseRecord, { row, witnesses }: RefusalRecord, papers: readonly PaperRecord[]) {
  const letter = papers.find(
    (paper) =>
      paper.row.refusalId === row.id &&
      paper.row.rungKey === row.rungKey &&
      ["final", "sworn"].includes(paper.row.state),
  );
  const asked = letter?.body.blocks.flatMap((block) =>
    block.kind === "prompt" && block.must?.element === recourseSought ? block.text.trim() : [],
  );
  const mask = maskProtected(client.secrets, { client: `Client ${client.code}`, witnesses });
  return asked?.filter(Boolean).map(mask).join(" ") || null;
}

function rungsOf({ row, trail }: RefusalRecord, rungs: readonly Rung[], setting: Setting): Part["rungs"] {
  const here = rungs.findIndex((rung) => rung.key === row.rungKey);
  const moment = { today: setting.today, now: setting.now, zone: setting.home };
  const sent = sentTo(setting.papers, row.id);
  const moves = movesOf(trail, rungs);
  return rungs.map((rung, i) => {
    const state = i === here ? "here" : i < here ? "before" : "next";
    const lodged = sent.get(rung.key);
    const due =
      state === "here" && lodged ? rungDue({ ...row, rungSince: lodged.on }, rung, moment, setting.law) : null;
    return {
      key: rung.key,
      title: rung.to,
      who: whoseTurn(state, lodged !== undefined, moves.has(rung.key)),
      state,
      since: lodged?.on ?? null,
      paper: lodged?.paper ?? null,
      left: moves.get(rung.key) ?? null,
      due: due?.dueOn ?? null,
      note: `${rung.send}. ${clockText(rung.clock, findClock(rung.clockCode ?? "", setting.law))}.`,
      sources: rung.sources.map(sourceWords),
    };
  });
}

/** A complaint without a letter is said to be one; where nothing is noted, no complaint is implied. */
function whoseTurn(state: "before" | "here" | "next", lodged: boolean, moved: boolean): string {
  if (state === "here") return lodged ? "this office" : "this office, by this complaint";
  if (state === "before" && lodged) return "complaint sent in writing";
  if (state === "before")
    return moved ? "no letter recorded as sent; taken further, as noted" : "no complaint recorded";
  return "the client, or us with written authority";
}

function complainantOf({ client }: CaseRecord): Part["complainant"] {
  const has = (...kinds: string[]) => client.secrets.some(({ kind }) => kinds.includes(kind));
  return {
    name: has("name"),
    identityNumber: has("identity number"),
    contact: has("phone number", "e-mail address", "address"),
  };
}

/** The consent that the rung at hand or the next one asks for, and the paper that gives it. */
function authorityOf(
  { row, allowed }: RefusalRecord,
  rungs: readonly Rung[],
  exhibit: (id: string | null) => CaseRecord["exhibits"][number] | undefined,
  { law, today }: Setting,
): Pick<Part, "authority" | "needsAuthority"> {
  const from = Math.max(
    0,
    rungs.findIndex((rung) => rung.key === row.rungKey),
  );
  const process = rungs.slice(from).find((rung) => rung.authority)?.authority ?? null;
  const valid = allowed.filter((authority) => authorityState(authority, today) === "in_force");
  const authority = valid.find((candidate) => candidate.process === process) ?? (process ? null : valid[0]);
  const paper = authority ? exhibit(authority.exhibitId) : undefined;
  const title = (key: string) => findProcess(key, law)?.title ?? key;
  return {
    needsAuthority: process ? title(process) : null,
    authority: authority
      ? {
          title: title(authority.process),
          signedOn: authority.signedOn,
          expiresOn: authority.expiresOn,
          exhibit: paper ? exhibitCode(paper) : null,
        }
      : null,
  };
}
