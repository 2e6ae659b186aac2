import "server-only";
import { eq } from "drizzle-orm";
import { type cases, organisations, refusals } from "@/db/schema";
import { knowledgeShown } from "@/lib/casework/cases/labels";
import { findClient } from "@/lib/casework/clients/access";
import { clientPlace } from "@/lib/casework/clients/rules";
import type { Revealable } from "@/lib/casework/clients/types";
import { listIncidents } from "@/lib/casework/incidents/queries";
import type { IncidentView } from "@/lib/casework/incidents/types";
import { listReferences } from "@/lib/casework/references/queries";
import { platformOf } from "@/lib/casework/references/rules";
import { branchOf } from "@/lib/escalation/refusals/rules";
import { methodLabels } from "@/lib/evidence/exhibits/labels";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import type { DocumentTemplate, Situation } from "@/lib/law/jurisdictions/document-types";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { findAddress } from "@/lib/organisation/bodies/find-address";
import { civilDate } from "@/lib/platform/time/clock";
import { accountValues, identifierItems, subjectValues } from "./board/rules";
import { earlierStatements } from "./earlier-statements";
import { ledgerLists } from "./ledger-lists";
import { mailItem, seenAt, sendersOf } from "./mails/rules";
import { type Board, readBoard } from "./read-board";
import { readMailHops } from "./read-mail-hops";
import { readSeenOn } from "./read-seen-on";
import { hasAnnexures, namesList, opensOf, tokensOf } from "./rules";
import { signedPapers } from "./signed-papers";
import { type Times, timesOf } from "./times/rules";
import type { DocumentFacts, FactItem } from "./types";

type CaseRow = typeof cases.$inferSelect;
type Wanted = {
  template: DocumentTemplate;
  law: Law;
  accountId: string | null;
  refusalId: string | null;
  /** Codes of the exhibits that go with it; all when left out. */
  chosen?: readonly string[];
};

/**
 * What one case offers to one paper. Sealed details of the client are opened only as far as the template names them:
 * `revealed` says which, for the log. @throws AppError invalid at `passkey` when it opens some without a fresh proof
 */
export async function readFacts(
  ctx: TxCtx,
  row: CaseRow,
  wanted: Wanted,
): Promise<{ facts: DocumentFacts; revealed: Revealable[] }> {
  const playbook = findPlaybook(row.pair, row.playbookVersion, wanted.law);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  const times = timesOf(wanted.template);
  const client = await clientValues(ctx, row.clientId, opensOf(wanted.template));
  const board = await readBoard(ctx, row.id, wanted.accountId, { law: wanted.law, pair: row.pair });
  const earlier = await earlierStatements(ctx, row, wanted.template);
  const { lists, cameFrom } = await listsOf(ctx, row.id, { playbook, board, wanted, told: earlier?.told ?? null });
  const numbers = numbersOf(lists.references, board);
  const org = await organisationValues(ctx);
  const refusal = wanted.refusalId ? await findRefusal(ctx, row, wanted.refusalId) : null;
  return {
    revealed: client.revealed,
    facts: {
      values: {
        ...client.values,
        ...org,
        ...subjectValues(board),
        "subjects.seenAt": cameFrom,
        ...(refusal ? await refusalValues(ctx, row, refusal, playbook, times) : {}),
        ...numbers,
        ...earlier?.values,
        "author.name": ctx.actor.name,
        "case.code": row.code,
        "case.matter": row.matter,
        "case.home": playbook.home.name,
        "case.there": playbook.there.name,
        today: times.date(civilDate(ctx.now, playbook.home.zone)),
      },
      lists,
      situation: refusal ? situationOf(playbook, refusal.stepKey, numbers) : "no_number",
      names: namesOf(wanted.law),
    },
  };
}

async function clientValues(ctx: TxCtx, clientId: string, revealed: Revealable[]) {
  const client = await findClient(ctx, clientId);
  const values: Record<string, string | null> = { "client.pseudonym": client.pseudonym };
  if (revealed.length === 0) return { values, revealed };
  requireStepUp(ctx, "document.draft");
  const vault = await openVault(ctx, client.keyId);
  const columns: Record<Revealable, Parameters<typeof vault.openMaybe>> = {
    name: [clientPlace("name", clientId), client.name],
    identityNumber: [clientPlace("identity_number", clientId), client.identityNumber],
    phone: [clientPlace("phone", clientId), client.phone],
    email: [clientPlace("email", clientId), client.email],
    address: [clientPlace("address", clientId), client.address],
  };
  for (const field of revealed) values[`client.${field}`] = vault.openMaybe(...columns[field]);
  return { values, revealed };
}

async function organisationValues(ctx: TxCtx) {
  const [org] = await ctx.db
    .select({ name: organisations.name, email: organisations.deskEmail, phone: organisations.deskPhone })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return {
    "organisation.name": org?.name ?? null,
    "organisation.deskEmail": org?.email ?? null,
    "organisation.deskPhone": org?.phone ?? null,
  };
}

type RefusalRow = typeof refusals.$inferSelect;

async function findRefusal(ctx: TxCtx, row: CaseRow, refusalId: string): Promise<RefusalRow | null> {
  const [refusal] = await ctx.db.select().from(refusals).where(eq(refusals.id, refusalId));
  return refusal && refusal.caseId === row.id ? refusal : null;
}

/**
 * At the step that brings the number of the report a refusal is about that number. At a later step it is about what is
 * not done, as soon as the number is there.
 */
function situationOf(playbook: Playbook, stepKey: string, numbers: Record<string, string | null>): Situation {
  const kinds = branchOf(playbook, stepKey)?.notNeeded.flatMap((rule) => ("anyOf" in rule ? rule.anyOf : [])) ?? [];
  const brings = playbook.steps[stepKey]?.doneWhen.flatMap((rule) => ("anyOf" in rule ? rule.anyOf : [])) ?? [];
  const isAboutNumber = kinds.some((kind) => brings.includes(kind)) || branchOf(playbook, stepKey)?.key === stepKey;
  return !isAboutNumber && kinds.some((kind) => numbers[`reference.${kind}`]) ? "numbered" : "no_number";
}

async function refusalValues(
  ctx: TxCtx,
  row: CaseRow,
  refusal: RefusalRow,
  playbook: Playbook,
  times: Times,
): Promise<Record<string, string | null>> {
  const vault = await openVault(ctx, row.keyId);
  const place = (column: string) => ({ table: "refusals", column, row: refusal.id });
  const words = vault.openMaybe(place("words"), refusal.words);
  return {
    "refusal.office": refusal.office,
    "refusal.address": refusal.bodyId && (await findAddress(ctx, refusal.bodyId)),
    "refusal.officer": vault.openMaybe(place("officer"), refusal.officer),
    "refusal.forceNumber": vault.openMaybe(place("force_number"), refusal.forceNumber),
    "refusal.at": times.instant(refusal.refusedAt, refusal.zone),
    "refusal.words": words && `“${words}”`,
    "refusal.witnesses": vault.openMaybe(place("witnesses"), refusal.witnesses),
    "refusal.step": playbook.steps[refusal.stepKey]?.title ?? null,
  };
}

/** `told`: acts that an earlier statement tells, so that this one does not. */
type Source = { playbook: Playbook; board: Board; wanted: Wanted; told: ReadonlySet<string> | null };

async function listsOf(ctx: TxCtx, caseId: string, { playbook, board, wanted, told: earlier }: Source) {
  const told = (await listIncidents(ctx, caseId))
    .filter((incident) => !board.onlyOne || incident.accountId === board.account?.id)
    .filter((incident) => !earlier?.has(incident.code));
  const shown = new Set(told.flatMap((incident) => incident.exhibits.map((exhibit) => exhibit.id)));
  const kept = await listExhibits(ctx, caseId);
  const signed = hasAnnexures(wanted.template) ? await signedPapers(ctx, caseId) : new Set<string>();
  const exhibits = kept
    .toSorted((a, b) => a.number - b.number)
    .filter((exhibit) => !board.onlyOne || shown.has(exhibit.id) || exhibit.account?.id === board.account?.id)
    .filter((exhibit) => !earlier || shown.has(exhibit.id) || wanted.chosen)
    .filter((exhibit) => (wanted.chosen ? wanted.chosen.includes(exhibit.label) : !signed.has(exhibit.id)));
  const seenOn = await readSeenOn(ctx, caseId, kept, board.law);
  const times = timesOf(wanted.template);
  const zones = zonesOf(wanted.template, playbook, board);
  const incident = (view: IncidentView) => incidentItem(view, { ...zones, times }, board, seenOn);
  const listsMails = namesList(wanted.template, "mails");
  const fromSubject = exhibits.filter((exhibit) => sendersOf(exhibit, board, told).size > 0);
  const asked = tokensOf(wanted.template).includes("subjects.seenAt") ? fromSubject : [];
  // Not all mails of a long case are read: those that came from the subject are the first.
  const hops = await readMailHops(ctx, [...new Set([...asked, ...(listsMails ? exhibits : [])])]);
  const inOrder = hops.toSorted(
    (readHop, other) => readHop.exhibit.number - other.exhibit.number || readHop.line - other.line,
  );
  const lists = {
    incidents: told.map(incident),
    acts: told.filter((candidate) => candidate.kind === "act").map(incident),
    knowledge: told.filter((candidate) => knowledgeShown(candidate) !== null).map(incident),
    exhibits: exhibits.map((exhibit) => ({
      code: exhibit.label,
      values: {
        number: exhibit.label,
        description: exhibit.description,
        capturedAt: exhibit.capturedAt && times.instant(exhibit.capturedAt, exhibit.capturedZone ?? playbook.home.zone),
        method: methodLabels[exhibit.method],
        url: exhibit.sourceUrl,
        sha256: exhibit.sha256,
      },
    })),
    accounts: board.accounts.map((account) => ({
      code: account.code,
      values: accountValues(account, board.law, board.pair),
    })),
    identifiers: identifierItems(board),
    references: await referenceItems(ctx, caseId, times),
    ...(wanted.template.about === "exhibits" ? await ledgerLists(ctx, exhibits, playbook, times) : {}),
    ...(listsMails ? { mails: inOrder.map(mailItem) } : {}),
  };
  const cameFrom = seenAt(
    inOrder.filter(({ exhibit }) => asked.includes(exhibit)),
    board,
    told,
  );
  return { lists, cameFrom };
}

type Zones = { home: string; first: string; other: string };

/**
 * One who swears tells each time once, by the clock that they saw. Else the receiver's own clock is first, where it is
 * known; UTC is nobody's clock.
 */
function zonesOf({ voice, jurisdiction }: DocumentTemplate, { home, there }: Playbook, board: Board): Zones {
  if (voice?.calls === "I") return { home: home.zone, first: home.zone, other: home.zone };
  const isThere = jurisdiction === there.code && board.zone !== "UTC";
  return isThere
    ? { home: home.zone, first: board.zone, other: home.zone }
    : { home: home.zone, first: home.zone, other: board.zone };
}

function incidentItem(
  incident: IncidentView,
  { home, first, other, times }: Zones & { times: Times },
  board: Board,
  seenOn: ReadonlyMap<string, string>,
): FactItem {
  const account = board.accounts.find((account) => account.id === incident.accountId);
  const places = new Set(incident.exhibits.flatMap(({ id }) => seenOn.get(id) ?? []));
  const { happenedAt } = incident;
  const exact = happenedAt && times.both(happenedAt, first, other);
  return {
    code: incident.code,
    values: {
      number: incident.code,
      at:
        incident.timeIsExact || happenedAt === null
          ? exact
          : `${times.date(civilDate(happenedAt, home))} (time not exact)`,
      // An incident without a named account was still seen on some platform.
      platform: account?.platformName ?? (places.size === 1 ? ([...places][0] ?? null) : null),
      account: account ? account.handle : null,
      platformId: account?.platformId ?? null,
      url: incident.url,
      words: incident.words && `“${incident.words}”`,
      what: incident.what,
      exhibits: incident.exhibits.map((exhibit) => exhibit.code).join(", ") || null,
    },
  };
}

type ReferenceItem = FactItem & { key: string };

async function referenceItems(ctx: TxCtx, caseId: string, times: Times): Promise<ReferenceItem[]> {
  const rows = (await listReferences(ctx, caseId)).filter((reference) => reference.counts && reference.display);
  return rows.map((row, i) => ({
    code: `R-${i + 1}`,
    key: row.kind,
    values: {
      kind: row.label,
      number: row.display,
      issuer: row.issuer,
      date: row.issuedOn && times.date(row.issuedOn),
    },
  }));
}

/**
 * `reference.cas` is the first number of its kind; its issuer and date come with it. A document about one account names
 * only the numbers of its platform.
 */
function numbersOf(items: readonly ReferenceItem[], board: Board): Record<string, string | null> {
  const { law, account, onlyOne } = board;
  const from = (reference: ReferenceItem) =>
    onlyOne ? platformOf(reference.key, reference.values.issuer ?? null, law) : null;
  const named = items.filter((item) => from(item) !== null && from(item)?.key === account?.platform);
  const others = items.filter((item) => from(item) === null);
  const values: Record<string, string | null> = {};
  for (const { key, values: one } of [...named, ...others].toReversed()) {
    values[`reference.${key}`] = one.number ?? null;
    values[`reference.${key}.issuer`] = one.issuer ?? null;
    values[`reference.${key}.date`] = one.date ?? null;
  }
  return values;
}

function namesOf(law: Law): Record<string, string> {
  return Object.fromEntries(
    law.referenceKinds.flatMap(({ key, label }) => [
      [`reference.${key}`, label],
      [`reference.${key}.issuer`, `who gave the ${label}`],
      [`reference.${key}.date`, `date of the ${label}`],
    ]),
  );
}
