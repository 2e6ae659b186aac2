import type { CustomField, CustomValue, FieldRecord } from "@/lib/organisation/custom-fields/types";

/** A field of an organisation's own with its value on one record. */
export type FilledField = CustomField & CustomValue;

/** The record that values belong to, as the caller found and locked it. */
export type ValueOwner = { record: FieldRecord; recordId: string } & (
  | { caseId: string; clientId?: undefined }
  | { clientId: string; caseId?: undefined }
);

/** What a form sends, by the id of the field. */
export type TypedValues = { custom: Record<string, string>; customUnknown: Record<string, boolean> };

/**
 * `opening`: the record is being made. `later`: the same, and what is required may follow. `amending`: its values are
 * changed. `closing`: the case is being closed.
 */
export type WritingMoment = "opening" | "later" | "amending" | "closing";
