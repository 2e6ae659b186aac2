import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * A choice of one of our lists as an administrator set it: hidden, moved, in words of their own, or one that they added.
 * Each change is a row; the newest that counts is how it is now. A record names the row under which it was written, so
 * that its words stay.
 */
export const choiceVersions = app.table(
  "choice_versions",
  {
    id: id(),
    orgId: orgId(),
    list: text({ enum: ["act", "event", "outcome", "service"] }).notNull(),
    /** The key of a choice of ours, or the id of one of theirs. */
    choice: text().notNull(),
    /** What it counts as: a key of ours. The same as `choice` for a choice of ours. */
    nearest: text().notNull(),
    /** Words by language; a language that is missing is read in English, and none at all in our words. */
    labels: jsonb().$type<{ en?: string; af?: string }>().notNull(),
    isHidden: boolean().notNull(),
    /** Its place in the form, from 0. */
    position: integer().notNull(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
    /** From when it counts. Until then only administrators see it. */
    publishedBy: uuid(),
    publishedAt: instant(),
    /** A draft that was thrown away. */
    discardedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.list, t.publishedAt),
    uniqueIndex("choice_versions_one_draft")
      .on(t.orgId, t.list, t.choice)
      .where(sql`published_at is null and discarded_at is null`),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.publishedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
