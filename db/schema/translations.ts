import { boolean, date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * Append-only: what words of an exhibit mean in English, who translated them, and translations that were taken back. A
 * row that takes back names the translation in `withdraws` and says nothing else.
 */
export const translations = app.table(
  "translations",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    withdraws: uuid(),
    /** What the numbers count. */
    of: text({ enum: ["message", "line", "page"] }),
    fromNo: integer(),
    toNo: integer(),
    /** The reading in which the numbers count, as for covered words; null for pages. */
    reading: uuid(),
    /** The words as they stand in the exhibit. */
    original: sealed(),
    words: sealed(),
    language: text(),
    translator: sealed(),
    /** Who admitted the translator, when and under which number. */
    standing: sealed(),
    sworn: boolean(),
    translatedOn: date(),
    /** The exhibit that is the signed translation. */
    signedIn: uuid(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.withdraws),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.exhibitId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.signedIn], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
