import { t } from "@/lib/platform/language/translate";
import "server-only";
import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { refusals } from "./labels";
import type { ReadReference } from "./types";

/**
 * What is odd about a number, at its fields, with the possible confirmations; with a law, another kind is suggested
 * too.
 */
export function asOdd(read: ReadReference, law: Law | null): AppError {
  const fields: Record<string, string> = {};
  for (const { field, text } of read.warnings) fields[field] = fields[field] ? `${fields[field]} ${text}` : text;
  fields.keepAsTyped = refusals.keep;
  const key = read.warnings.find((warning) => warning.rather)?.rather;
  const rather = key && law ? findReferenceKind(key, law) : null;
  if (rather) fields.saveAs = refusals.rather(rather);
  return new AppError("invalid", t("The number needs another look."), fields);
}
