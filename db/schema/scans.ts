import { foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/** A virus scanner's verdict on an original, and who released it despite that. Only the job writes a verdict. */
export const scans = app.table(
  "scans",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    state: text({ enum: ["pending", "clean", "virus"] }).notNull(),
    /** The scanner's name for what it found. */
    virus: text(),
    /** Why there is no verdict: one of our own words, never the scanner's text. */
    problem: text(),
    /** The program and the day of its list, as it says. */
    engine: text(),
    askedAt: instant().notNull(),
    tries: integer().notNull().default(0),
    lastTriedAt: instant(),
    scannedAt: instant(),
    letOutBy: uuid(),
    letOutAt: instant(),
    letOutReason: sealed(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.exhibitId),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.state),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.letOutBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
