import { boolean, date, foreignKey, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/** Append-only: what an administrator found the law to say since this release. The newest version of a key applies. */
export const provisionVersions = app.table(
  "provision_versions",
  {
    id: id(),
    orgId: orgId(),
    part: text({ enum: ["offence", "remedy", "agency", "platform", "clock"] }).notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    /** Only the fields that differ from the release, in the shape of the law data. */
    change: jsonb().$type<Record<string, unknown>>().notNull(),
    source: text().notNull(),
    mark: text().notNull(),
    checkedOn: date().notNull(),
    reason: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.part, t.key, t.version),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A public holiday proclaimed for one date, in addition to the computed ones. */
export const proclaimedDays = app.table(
  "proclaimed_days",
  {
    id: id(),
    orgId: orgId(),
    calendar: text().notNull(),
    day: date().notNull(),
    name: text().notNull(),
    source: text().notNull(),
    withdrawn: boolean().notNull().default(false),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.calendar, t.day),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
