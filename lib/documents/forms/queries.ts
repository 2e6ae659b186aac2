import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { accounts, filledForms, members, officialForms, refusals } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { missingWords } from "@/lib/documents/papers/labels";
import { opensOf } from "@/lib/documents/papers/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlatform, findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { namesOf } from "@/lib/organisation/members/names-of";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { bodyPlace, findFilled, findForm, openedForm } from "./access";
import { type FactChoice, factChoices, templateFor } from "./facts/rules";
import { factsOf, filledCode, isOffered, questionsOf } from "./rules";
import type { FillChoices, FilledBody, FilledRow, FilledView, FormChoice, FormRow, FormView } from "./types";

/** The forms of the organisation, those in use first. At most 500. */
export const listForms = query("law.write", async (ctx): Promise<FormRow[]> => {
  const rows = await ctx.db
    .select()
    .from(officialForms)
    .where(eq(officialForms.orgId, ctx.orgId))
    .orderBy(asc(officialForms.body), asc(officialForms.name), desc(officialForms.version))
    .limit(500);
  const names = await namesOf(
    ctx,
    rows.map(({ addedBy }) => addedBy),
  );
  const views = rows.map(openedForm).map((form) => ({
    id: form.id,
    version: form.version,
    body: form.body,
    name: form.name,
    edition: form.edition,
    pages: form.pages.length,
    mapped: form.places.filter(({ origin }) => origin !== "hand").length,
    addedBy: names.get(form.addedBy) ?? "",
    addedAt: form.addedAt,
    retiredAt: form.retiredAt,
  }));
  return [...views.filter(({ retiredAt }) => !retiredAt), ...views.filter(({ retiredAt }) => retiredAt)];
});

/** One form with its mapping, and the facts to choose from. @throws AppError not_found */
export const readForm = query(
  "law.write",
  async (ctx, formId: string): Promise<{ form: FormView; facts: FactChoice[] }> => {
    const {
      orgId: _org,
      keyId: _key,
      fileId: _file,
      seriesId: _series,
      retiredBy: _by,
      ...form
    } = await findForm(ctx, formId);
    const names = await namesOf(ctx, [form.addedBy]);
    return {
      form: { ...form, addedBy: names.get(form.addedBy) ?? "" },
      facts: factChoices(await readLaw(ctx)),
    };
  },
);

/** Where the file of an empty form is, and what its mapping would write. @throws AppError not_found */
export const readEmptyForm = query("law.write", async (ctx, formId: string) => {
  const { keyId, fileId, pages, fields, places, name, mapping, id } = await findForm(ctx, formId);
  return { id, keyId, fileId, pages, fields, places, name, mapping };
});

/** The forms that can be filled for cases. */
export const listOffered = query("case.read", async (ctx): Promise<FormChoice[]> => {
  const rows = await ctx.db
    .select()
    .from(officialForms)
    .where(and(eq(officialForms.orgId, ctx.orgId), isNull(officialForms.retiredAt)))
    .orderBy(asc(officialForms.body), asc(officialForms.name), desc(officialForms.version))
    .limit(500);
  return rows
    .map(openedForm)
    .filter((form) => isOffered(form, form.places))
    .map(choiceOf);
});

const choiceOf = ({ id, body, name, edition }: FormChoice): FormChoice => ({ id, body, name, edition });

/** What filling a form for a case asks, before anything is opened. @throws AppError not_found */
export const readFillChoices = query(
  "document.write",
  async (ctx, caseId: string, formId: string): Promise<FillChoices> => {
    await findCase(ctx, caseId);
    const form = await findForm(ctx, formId);
    if (!isOffered(form, form.places)) throw new AppError("not_found", t("This form is not in use."));
    const facts = factsOf(form.places);
    const law = await readLaw(ctx);
    const board = await ctx.db.select().from(accounts).where(eq(accounts.caseId, caseId)).orderBy(asc(accounts.number));
    const told = await ctx.db.select().from(refusals).where(eq(refusals.caseId, caseId)).orderBy(desc(refusals.number));
    return {
      form: choiceOf(form),
      questions: questionsOf(form.places),
      accounts: facts.some((fact) => fact.startsWith("account."))
        ? board.map((account) => ({
            id: account.id,
            label: `A${account.number} ${findPlatform(account.platform, law)?.name ?? account.platform}, ${account.handle}`,
          }))
        : [],
      refusals: facts.some((fact) => fact.startsWith("refusal."))
        ? told.map((refusal) => ({
            id: refusal.id,
            label: t("Refusal {number}: {office}, {refusedAt}", {
              number: refusal.number,
              office: refusal.office,
              refusedAt: formatInstant(refusal.refusedAt, refusal.zone),
            }),
          }))
        : [],
      opens: opensOf(templateFor(facts)).map((field) => missingWords(`client.${field}`)),
    };
  },
);

async function rowsOf(ctx: TxCtx, caseId: string) {
  return ctx.db
    .select({ row: filledForms, form: officialForms, by: members.name })
    .from(filledForms)
    .innerJoin(officialForms, eq(officialForms.id, filledForms.formId))
    .innerJoin(members, eq(members.id, filledForms.filledBy))
    .where(and(eq(filledForms.orgId, ctx.orgId), eq(filledForms.caseId, caseId)))
    .orderBy(desc(filledForms.number))
    .limit(500);
}

type Hit = Awaited<ReturnType<typeof rowsOf>>[number];

const viewOf = ({ row, form, by }: Hit): FilledRow => ({
  id: row.id,
  code: filledCode(row.number),
  body: form.body,
  name: form.name,
  edition: form.edition,
  version: row.version,
  made: row.fileId !== null,
  filledBy: by,
  filledAt: row.filledAt,
  withdrawnAt: row.withdrawnAt,
});

/** The forms filled for a case, the newest first. @throws AppError not_found */
export const listFilled = query("case.read", async (ctx, caseId: string): Promise<FilledRow[]> => {
  await findCase(ctx, caseId);
  return (await rowsOf(ctx, caseId)).map(viewOf);
});

/** One filled form. @throws AppError not_found, also for one of another case */
export const readFilled = query("paper.read", async (ctx, caseId: string, filledId: string): Promise<FilledView> => {
  const { row, found } = await findFilled(ctx, filledId);
  const hit = row.caseId === caseId ? (await rowsOf(ctx, caseId)).find((one) => one.row.id === row.id) : undefined;
  if (!hit) throw new AppError("not_found", t("No such form on this case."));
  const zone = findPlaybook(found.pair, found.playbookVersion, await readLaw(ctx))?.home.zone ?? "UTC";
  const vault = await openVault(ctx, found.keyId);
  const body = JSON.parse(vault.open(bodyPlace(row.id), row.body)) as FilledBody;
  return {
    ...viewOf(hit),
    formId: row.formId,
    formRetired: hit.form.retiredAt !== null,
    sha256: row.sha256,
    pages: row.pages ?? 0,
    written: body.entries.map(({ label, page, text }) => ({ label, page, text })),
    missing: body.missing,
    byHand: body.byHand,
    zone,
    on: civilDate(row.filledAt, zone),
  };
});

/** What makes the file of a filled form. @throws AppError not_found; conflict when it has one */
export const readFilling = query("document.write", async (ctx, filledId: string) => {
  const { row, found } = await findFilled(ctx, filledId);
  if (row.fileId) throw new AppError("conflict", t("The file of this form was made already."));
  const form = await findForm(ctx, row.formId);
  const vault = await openVault(ctx, found.keyId);
  const body = JSON.parse(vault.open(bodyPlace(row.id), row.body)) as FilledBody;
  return {
    body,
    caseKeyId: found.keyId,
    formKeyId: form.keyId,
    formFileId: form.fileId,
    pages: form.pages,
    setting: {
      title: form.name,
      reference: `${found.code} · form ${filledCode(row.number)} · version ${row.version}`,
      organisation: ctx.orgName,
      at: row.filledAt,
      key: row.id,
    },
  };
});

/** Where the file of a filled form is, to show its pages. @throws AppError not_found */
export const readFilledFile = query("paper.read", async (ctx, filledId: string) => {
  const { row, found } = await findFilled(ctx, filledId);
  if (!row.fileId) throw new AppError("not_found", t("The file of this form was not made yet."));
  return { keyId: found.keyId, fileId: row.fileId, size: row.size ?? 0 };
});
