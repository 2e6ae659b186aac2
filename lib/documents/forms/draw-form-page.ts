import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { t } from "@/lib/platform/language/translate";
import type { PageImage } from "@/lib/platform/sandbox/types";
import { drawForm } from "./draw-form";
import { drawOnePage } from "./draw-one-page";
import { inventedFacts } from "./facts/rules";
import { readEmptyForm } from "./queries";
import { factsOf, fillPlaces, questionsOf } from "./rules";

/** One page of an empty form as a picture; `invented`: as it is with an invented case. @throws AppError not_found */
export async function drawFormPage(ctx: Ctx, formId: string, page: number, invented: boolean): Promise<PageImage> {
  return drawOnePage(invented ? await drawInvented(ctx, formId) : await openEmpty(ctx, formId), page);
}

async function openEmpty(ctx: Ctx, formId: string): Promise<Uint8Array> {
  const { keyId, fileId } = await readEmptyForm(ctx, formId);
  return (await openFiles(ctx, keyId)).bytes(fileId);
}

/** The form filled with a case that does not exist. @throws AppError not_found; conflict when it cannot be made */
async function drawInvented(ctx: Ctx, formId: string): Promise<Uint8Array> {
  const form = await readEmptyForm(ctx, formId);
  const values = inventedFacts(factsOf(form.places));
  const answers = Object.fromEntries(
    questionsOf(form.places).map(({ question, answers: offered }) => [
      question,
      offered?.[0] ?? t("An invented answer"),
    ]),
  );
  const body = fillPlaces(form.places, form, { facts: values, answers });
  const empty = await (await openFiles(ctx, form.keyId)).bytes(form.fileId);
  const setting = {
    title: form.name || "Form",
    reference: "Invented case",
    organisation: ctx.orgName,
    at: ctx.now,
    key: `${form.id}|${form.mapping}`,
  };
  return (await drawForm(empty, form.pages, body, setting)).bytes;
}
