import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import {
  accounts,
  type cases,
  documents,
  documentVersions,
  exhibits,
  incidentExhibits,
  incidents,
  members,
  references,
  refusals,
  takedowns,
} from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { readPlaces } from "@/lib/escalation/ladder/read-places";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { findPlatform, findPlaybook, findTemplate, type Law, templatesFor } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { type Paged, sliceOf } from "@/lib/platform/paging";
import { formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { type DocumentRecord, findDocument, isPreserved, readBody } from "./access";
import { compareBodies } from "./compare-bodies";
import { findClash } from "./find-clash";
import { missingWords } from "./labels";
import { missingAuthority } from "./missing-authority";
import {
  blockName,
  documentCode,
  fittingTemplate,
  gapsOf,
  hasAnnexures,
  lawNotInForce,
  notFromHere,
  notThatProvider,
  opensOf,
  plainTitle,
  sourcesOf,
} from "./rules";
import { signedPapers } from "./signed-papers";
import type {
  Clash,
  Comparison,
  DocumentPage,
  DocumentRow,
  DocumentShelf,
  DraftChoices,
  TemplateGroup,
  VersionView,
} from "./types";
import { voiceGaps } from "./voice/rules";

type CaseRow = typeof cases.$inferSelect;
type Known = { law: Law; playbook: Playbook };

async function knownOf(ctx: TxCtx, row: CaseRow): Promise<Known> {
  const law = await readLaw(ctx);
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  return { law, playbook };
}

/** What can be drafted. Of the texts for one platform, only those of platforms on which the case has something. */
async function offeredTemplates(ctx: TxCtx, found: CaseRow, { law, playbook }: Known): Promise<DocumentTemplate[]> {
  const [places, items] = await Promise.all([
    readPlaces(ctx, [found.id], () => "", law),
    ctx.db.selectDistinct({ key: takedowns.platform }).from(takedowns).where(eq(takedowns.caseId, found.id)),
  ]);
  const here = new Set([...(places.get(found.id) ?? []), ...items].map(({ key }) => key));
  return templatesFor(playbook, law).filter(
    ({ about, platform }) => about !== "exhibits" && (platform === undefined || here.has(platform)),
  );
}

/** The documents of a case, newest first, and those that can be drafted, by step. @throws AppError not_found */
export const listDocuments = query("case.read", async (ctx, caseId: string): Promise<DocumentShelf> => {
  const found = await findCase(ctx, caseId);
  const known = await knownOf(ctx, found);
  const templates = await offeredTemplates(ctx, found, known);
  return {
    rows: await rowsOf(ctx, found, known),
    groups: groupsOf(templates, known, civilDate(ctx.now, known.playbook.home.zone)),
    zone: known.playbook.home.zone,
  };
});

/** One page of the documents of a case, newest first, with what can be drafted. @throws AppError not_found */
export const listDocumentPage = query(
  "case.read",
  async (ctx, caseId: string, asked: number): Promise<DocumentShelf & Paged<DocumentRow>> => {
    const found = await findCase(ctx, caseId);
    const known = await knownOf(ctx, found);
    const templates = await offeredTemplates(ctx, found, known);
    const { orgId, caseId: inCase } = documents;
    const total = await ctx.db.$count(documents, and(eq(orgId, ctx.orgId), eq(inCase, found.id)));
    const { page, offset, limit } = sliceOf(asked, total);
    return {
      rows: await rowsOf(ctx, found, known, { offset, limit }),
      groups: groupsOf(templates, known, civilDate(ctx.now, known.playbook.home.zone)),
      zone: known.playbook.home.zone,
      page,
      total,
    };
  },
);

/** The documents of one step: those drafted, and those that can be. @throws AppError not_found */
export const listStepDocuments = query(
  "case.read",
  async (ctx, caseId: string, stepKey: string): Promise<DocumentShelf> => {
    const { rows, groups, zone } = await listDocuments(ctx, caseId);
    const mine = groups.flatMap((group) => (group.key === stepKey ? [group] : []));
    const keys = new Set(mine.flatMap((group) => group.templates.map((template) => template.key)));
    return { rows: rows.filter((row) => row.stepKey === stepKey || keys.has(row.template)), groups: mine, zone };
  },
);

function groupsOf(templates: readonly DocumentTemplate[], { law, playbook }: Known, today: string): TemplateGroup[] {
  const order = playbook.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  const steps = [...new Set(order)].flatMap((key) => (key && playbook.steps[key] ? [playbook.steps[key]] : []));
  const choice = (template: DocumentTemplate) => {
    const dead = lawNotInForce(template, today, law);
    const { key, purpose, form, about, whoMaySend, sendableByUs } = template;
    const refused = dead ? t("{dead} is not in force.", { dead }) : notFromHere(template, playbook);
    return { key, title: plainTitle(template), purpose, form, about, whoMaySend, sendableByUs, refused };
  };
  const byStep = steps.map((step) => ({
    key: step.key,
    title: step.title,
    templates: templates.filter((template) => template.steps.includes(step.key)).map(choice),
  }));
  const loose = templates.filter((template) => template.steps.length === 0).map(choice);
  return [...byStep, { key: "any", title: t("For any step"), templates: loose }].filter(
    (group) => group.templates.length > 0,
  );
}

type Some = { only?: string; offset?: number; limit?: number };

async function rowsOf(ctx: TxCtx, found: CaseRow, known: Known, some: Some = {}): Promise<DocumentRow[]> {
  const { only, offset, limit } = some;
  const all = ctx.db
    .select({ row: documents, by: members.name, at: documentVersions.savedAt, account: accounts, refusal: refusals })
    .from(documents)
    .innerJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.version, documents.version)),
    )
    .innerJoin(members, eq(members.id, documentVersions.savedBy))
    .leftJoin(accounts, eq(accounts.id, documents.accountId))
    .leftJoin(refusals, eq(refusals.id, documents.refusalId))
    .where(
      and(eq(documents.orgId, ctx.orgId), eq(documents.caseId, found.id), only ? eq(documents.id, only) : undefined),
    )
    .orderBy(desc(documents.number))
    .$dynamic();
  const hits = await (limit === undefined ? all : all.limit(limit).offset(offset ?? 0));
  return hits.map(({ row, by, at, account, refusal }) => {
    const template = findTemplate(row.template, known.law);
    const step = row.stepKey && known.playbook.steps[row.stepKey]?.title;
    const platform = account && (findPlatform(account.platform, known.law)?.name ?? account.platform);
    const about = [
      step,
      account && `A${account.number} ${platform}, ${account.handle}`,
      refusal && t("Refusal {number}, {office}", { number: refusal.number, office: refusal.office }),
    ];
    const { id, number, kind, state, version, signer, sentOn, swornOn, finalOn, stepKey } = row;
    return {
      id,
      number,
      kind,
      state,
      version,
      signer,
      sentOn,
      swornOn,
      finalOn,
      stepKey,
      template: row.template,
      code: documentCode(number),
      title: template ? plainTitle(template) : row.template,
      savedBy: by,
      savedAt: at,
      about: about.flatMap((value) => (value ? [value] : [])),
      completes: completesWords(kind, known.playbook),
    };
  });
}

/** Which step waits for a paper of this kind, and in which state. */
function completesWords(kind: string, playbook: Playbook): string | null {
  for (const step of Object.values(playbook.steps)) {
    const rule = step.doneWhen.find((condition) => condition.by === "document" && condition.document === kind);
    if (rule?.by === "document") return t("completes {title} once {state}", { title: step.title, state: rule.state });
  }
  return null;
}

/** One document with its newest text. @throws AppError not_found, also for a document of another case */
export const readDocument = query("paper.read", async (ctx, caseId: string, id: string): Promise<DocumentPage> => {
  const { row: record, found } = await findDocument(ctx, id);
  if (record.caseId !== caseId) throw new AppError("not_found", t("No such document."));
  const known = await knownOf(ctx, found);
  const [row] = await rowsOf(ctx, found, known, { only: id });
  if (!row) throw new AppError("not_found", t("No such document."));
  const { body } = await readBody(ctx, found, record);
  const template = findTemplate(record.template, known.law);
  const zone = known.playbook.home.zone;
  const today = civilDate(ctx.now, zone);
  const { signer, accountId } = record;
  const kept = !template?.removesContent || (await isPreserved(ctx, caseId, accountId));
  return {
    row,
    body,
    template,
    zone,
    today,
    sources: Object.fromEntries(template ? sourcesOf(template) : []),
    versions: await versionsOf(ctx, id),
    gaps: [...gapsOf(body), ...(template ? voiceGaps(body, template) : [])],
    missingAuthority:
      template && (await missingAuthority(ctx, { template, signer, caseId, law: known.law, on: today })),
    asks: { tipOff: template?.notifiesSubject ?? null, removal: !kept },
    sworn: await swornExhibit(ctx, record),
  };
});

async function swornExhibit(ctx: TxCtx, record: DocumentRecord) {
  if (!record.swornExhibitId) return null;
  const [hit] = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(eq(exhibits.id, record.swornExhibitId));
  return hit ? { exhibitId: hit.id, code: exhibitLabel(hit.number) } : null;
}

async function versionsOf(ctx: TxCtx, documentId: string): Promise<VersionView[]> {
  return ctx.db
    .select({
      version: documentVersions.version,
      savedBy: members.name,
      savedAt: documentVersions.savedAt,
      note: documentVersions.note,
    })
    .from(documentVersions)
    .innerJoin(members, eq(members.id, documentVersions.savedBy))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.version));
}

/** What differs between two versions. @throws AppError not_found */
export const compareVersions = query(
  "paper.read",
  async (ctx, documentId: string, from: number, to: number): Promise<Comparison> => {
    const { row, found } = await findDocument(ctx, documentId);
    const before = await readBody(ctx, found, row, from);
    const after = await readBody(ctx, found, row, to);
    const views = await versionsOf(ctx, documentId);
    const view = (version: number) => views.find((candidate) => candidate.version === version);
    const old = view(from);
    const now = view(to);
    if (!old || !now) throw new AppError("not_found", t("No such version of this document."));
    return { from: old, to: now, differences: compareBodies(before.body, after.body) };
  },
);

/**
 * Both versions, after a save was rejected because somebody saved in between.
 * @param mine the texts that were not saved, by block
 * @throws AppError not_found
 */
export const readClash = query(
  "case.read",
  async (ctx, documentId: string, base: number, mine: Readonly<Record<string, string>>): Promise<Clash> => {
    const { row, found } = await findDocument(ctx, documentId);
    const before = await readBody(ctx, found, row, base);
    const now = await readBody(ctx, found, row);
    const [newest] = await versionsOf(ctx, documentId);
    const name = (id: string) => {
      const known = now.body.blocks.some((block) => block.id === id) ? now.body : before.body;
      return blockName(known, id);
    };
    return {
      version: row.version,
      savedBy: newest?.savedBy ?? "",
      savedAt: now.saved.savedAt,
      blocks: findClash(before.body, now.body, mine).map((clash) => ({ ...clash, what: name(clash.id) })),
    };
  },
);

/** The exhibits that show an act or another event of the case. */
async function exhibitsOfActs(ctx: TxCtx, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .select({ id: incidentExhibits.exhibitId })
    .from(incidentExhibits)
    .innerJoin(incidents, eq(incidents.id, incidentExhibits.incidentId))
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId)));
  return new Set(rows.map(({ id }) => id));
}

/**
 * What drafting this document would use from the case. No encrypted client detail is decrypted. @throws AppError
 * not_found
 */
export const readDraftChoices = query("case.read", async (ctx, caseId: string, key: string): Promise<DraftChoices> => {
  const found = await findCase(ctx, caseId);
  const { law, playbook } = await knownOf(ctx, found);
  const template = fittingTemplate(key, playbook, law);
  if (!template) throw new AppError("not_found", t("No such document for the countries of this case."));
  const today = civilDate(ctx.now, playbook.home.zone);
  const dead = lawNotInForce(template, today, law);
  const board = await ctx.db.select().from(accounts).where(eq(accounts.caseId, caseId)).orderBy(asc(accounts.number));
  const told = await ctx.db.select().from(refusals).where(eq(refusals.caseId, caseId)).orderBy(desc(refusals.number));
  const shown = await listExhibitChoices(ctx, caseId);
  const signed = hasAnnexures(template) ? await signedPapers(ctx, caseId) : new Set<string>();
  const ofActs = template.voice?.calls === "I" ? await exhibitsOfActs(ctx, caseId) : null;
  return {
    template,
    title: plainTitle(template),
    refused: dead
      ? t("{dead} is not in force, so this document is not drafted.", { dead })
      : notFromHere(template, playbook),
    accounts: board
      .filter((account) => !template.platform || account.platform === template.platform)
      .filter((account) => !notThatProvider(template, findPlatform(account.platform, law)))
      .map((account) => ({
        id: account.id,
        label: `A${account.number} ${findPlatform(account.platform, law)?.name ?? account.platform}, ${account.handle}`,
      })),
    refusals: told.map((refusal) => ({
      id: refusal.id,
      label: t("Refusal {number}: {office}, {refusedAt}", {
        number: refusal.number,
        office: refusal.office,
        refusedAt: formatInstant(refusal.refusedAt, refusal.zone),
      }),
    })),
    exhibits: shown.map(({ id, code, label }) => ({
      code,
      label,
      ticked: !signed.has(id) && (ofActs === null || ofActs.has(id)),
    })),
    counts: {
      incidents: await ctx.db.$count(incidents, eq(incidents.caseId, caseId)),
      exhibits: shown.length,
      references: await ctx.db.$count(references, and(eq(references.caseId, caseId), eq(references.state, "issued"))),
      accounts: board.length,
    },
    opens: opensOf(template).map((value) => missingWords(`client.${value}`)),
    missingAuthority: await missingAuthority(ctx, { template, signer: "advocate", caseId, law, on: today }),
    preserved: !template.removesContent || (await isPreserved(ctx, caseId, null)),
  };
});
