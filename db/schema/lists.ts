import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** Filters, order and columns of the list of cases, kept under a name: one person's own, or for everybody. */
export const savedViews = app.table(
  "saved_views",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    name: text().notNull(),
    /** The address of the list after `/cases?`, in the one order that `writeListState` writes. */
    query: text().notNull(),
    /** Keys of columns; null for the viewer's own choice. */
    columns: text().array(),
    shared: boolean().notNull().default(false),
    savedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("saved_views_one_name").on(t.orgId, t.memberId, t.name).where(sql`removed_at is null`),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A person's settings of their case list. */
export const listChoices = app.table(
  "list_choices",
  {
    memberId: uuid().primaryKey(),
    orgId: orgId(),
    columns: text().array(),
    /** The view that `/cases` opens with. */
    viewId: uuid(),
  },
  (t) => [
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.viewId], foreignColumns: [savedViews.orgId, savedViews.id] }),
  ],
);

/**
 * The words by which a case is found, separate from the case so that search never slows changes. Triggers maintain
 * them; only unencrypted text is stored here. `source` is the case or the number that the word is from.
 */
export const caseWords = app.table(
  "case_words",
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    sourceId: uuid().notNull(),
    word: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.caseId, t.sourceId, t.word] }),
    index().on(t.orgId, t.sourceId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** How often a record was changed and by whom last: compared, under a lock, with what a form has read. */
export const recordVersions = app.table(
  "editions",
  {
    orgId: orgId(),
    recordId: uuid().notNull(),
    version: integer().notNull(),
    changedBy: uuid(),
    changedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.recordId] }),
    foreignKey({ columns: [t.orgId, t.changedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
