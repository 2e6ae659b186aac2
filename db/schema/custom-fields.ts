import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { clients } from "./clients";
import { members } from "./organisations";
import { app } from "./schemas";

/** One choice of a field. Its key never changes and is never given to another choice; a retired one stays readable. */
type FieldChoice = { key: string; label: string; retired?: true };

/** A field that an administrator added to a kind of record. */
export const customFields = app.table(
  "custom_fields",
  {
    id: id(),
    orgId: orgId(),
    record: text({ enum: ["case", "client", "incident", "referral"] }).notNull(),
    kind: text({ enum: ["short_text", "long_text", "number", "date", "choice", "tick"] }).notNull(),
    label: text().notNull(),
    help: text(),
    /** Its place among the fields of its kind of record. */
    position: integer().notNull(),
    /** Its values are encrypted; lists cannot show or filter them. */
    isSealed: boolean().notNull(),
    audience: text({ enum: ["all", "owner", "supervisors"] }).notNull(),
    required: text({ enum: ["never", "opening", "closing", "packet"] }).notNull(),
    choices: jsonb().$type<FieldChoice[]>().notNull().default([]),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    /** From when no form asks for it. Its values stay readable. */
    retiredAt: instant(),
    retiredBy: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("custom_fields_live_label")
      .on(t.orgId, t.record, sql`lower(${t.label})`)
      .where(sql`retired_at is null`),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.retiredBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** The definition of a field after each change, and by whom. */
export const customFieldChanges = app.table(
  "custom_field_changes",
  {
    id: id(),
    orgId: orgId(),
    fieldId: uuid().notNull(),
    what: text({ enum: ["added", "amended", "retired", "restored"] }).notNull(),
    label: text().notNull(),
    help: text(),
    audience: text({ enum: ["all", "owner", "supervisors"] }).notNull(),
    required: text({ enum: ["never", "opening", "closing", "packet"] }).notNull(),
    choices: jsonb().$type<FieldChoice[]>().notNull(),
    changedBy: uuid().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.fieldId, t.id),
    foreignKey({ columns: [t.orgId, t.fieldId], foreignColumns: [customFields.orgId, customFields.id] }),
    foreignKey({ columns: [t.orgId, t.changedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * The value of a field on one record. A case, an incident or a referral: `caseId` says on which case; a client:
 * `clientId`. Emptied, the row stays without a value.
 */
export const customValues = app.table(
  "custom_values",
  {
    id: id(),
    orgId: orgId(),
    fieldId: uuid().notNull(),
    /** The case, client, incident or referral itself. */
    recordId: uuid().notNull(),
    caseId: uuid(),
    clientId: uuid(),
    /** Asked, and not known. */
    isUnknown: boolean().notNull().default(false),
    /** In its written form: a choice by its key, a tick as `yes` or `no`, a date as YYYY-MM-DD. Null if it is sealed. */
    value: text(),
    /** The same of a field that is sealed. */
    sealedValue: sealed(),
    /** The value of a number or a date once more, for ranges. */
    amount: numeric({ mode: "number" }),
    day: date(),
    setBy: uuid(),
    setAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.recordId, t.fieldId),
    index().on(t.orgId, t.fieldId, t.value, t.caseId),
    index().on(t.orgId, t.fieldId, t.amount, t.caseId).where(sql`amount is not null`),
    index().on(t.orgId, t.fieldId, t.day, t.caseId).where(sql`day is not null`),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.clientId).where(sql`client_id is not null`),
    foreignKey({ columns: [t.orgId, t.fieldId], foreignColumns: [customFields.orgId, customFields.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.clientId], foreignColumns: [clients.orgId, clients.id] }),
    foreignKey({ columns: [t.orgId, t.setBy], foreignColumns: [members.orgId, members.id] }),
    check("custom_values_of_one", sql`num_nonnulls(case_id, client_id) = 1`),
    check(
      "custom_values_one_value",
      sql`num_nonnulls(value, sealed_value) <= 1 and not (is_unknown and value is not null)`,
    ),
  ],
);
