import "server-only";
import { filledForms } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refuse, requireAbout } from "@/lib/documents/papers/access";
import { readFacts } from "@/lib/documents/papers/read-facts";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import { bodyPlace, findForm, nextNumbers } from "../access";
import { factText, templateFor } from "../facts/rules";
import { FillForm } from "../input";
import { factsOf, fillPlaces, isOffered, questionsOf } from "../rules";

/**
 * Puts the facts of a case, and what was answered, on the places of a form, and keeps what was written. The file is made
 * afterwards (see makeFile): a transaction that stands idle while a confined process works is ended by the database.
 * Sealed details of the client are opened only as far as the form asks for them, with a fresh proof, and logged.
 * @throws AppError invalid on `answers.N` for an answer that is not offered; conflict for a form that is not in use
 */
export const fillForm = command({
  needs: "document.write",
  input: FillForm,
  async run(ctx, { caseId, formId, accountId, refusalId, answers }) {
    const found = await lockCase(ctx, caseId);
    const form = await findForm(ctx, formId);
    if (!isOffered(form, form.places)) throw new AppError("conflict", t("This form is not in use."));
    const law = await readLaw(ctx);
    const template = templateFor(factsOf(form.places));
    await requireAbout(ctx, caseId, template, { accountId, refusalId, law });
    const questions = questionsOf(form.places);
    questions.forEach(({ answers: offered }, at) => {
      const given = answers[at];
      if (given && offered && !offered.includes(given)) refuse(`answers.${at}`, t("Choose one of the answers."));
    });
    const given = Object.fromEntries(questions.map(({ question }, at) => [question, answers[at] ?? undefined]));
    const { facts, revealed } = await written(() => readFacts(ctx, found, { template, law, accountId, refusalId }));
    const body = written(() => {
      const known = Object.fromEntries(factsOf(form.places).map((fact) => [fact, factText(fact, facts)]));
      return fillPlaces(form.places, form, { facts: known, answers: given });
    });
    const id = newId();
    const numbers = await nextNumbers(ctx, caseId, form.id);
    const vault = await openVault(ctx, found.keyId);
    await ctx.db.insert(filledForms).values({
      ...numbers,
      id,
      orgId: ctx.orgId,
      caseId,
      formId: form.id,
      mapping: form.mapping,
      body: vault.seal(bodyPlace(id), JSON.stringify(body)),
      filledBy: ctx.actor.memberId ?? "",
      filledAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    const filled: AuditEntry = {
      action: "form.filled",
      subjectId: id,
      caseId,
      detail: { form: form.id, version: numbers.version, missing: body.missing.length },
    };
    const opened: AuditEntry = {
      action: "client.revealed",
      subjectId: found.clientId,
      caseId,
      detail: { fields: revealed, reason: "filled a form" },
    };
    return { value: { id }, audit: revealed.length > 0 ? [filled, opened] : [filled] };
  },
});
