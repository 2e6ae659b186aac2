import { foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * Append-only: what is said in a recording, written down by hand. Each row is a whole version; the newest counts, unless
 * it takes the transcript back (`withdraws`, the version that it ends) and says nothing else.
 */
export const transcripts = app.table(
  "transcripts",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    /** From 1, without a gap. */
    version: integer().notNull(),
    withdraws: uuid(),
    /** The hash of the recording that was listened to. */
    sha256: text(),
    /** What is spoken, as BCP 47 names it; `und` where it is not known. */
    language: text(),
    /** The lines as JSON: when, who, the words, and what they mean. */
    lines: sealed(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.withdraws),
    unique().on(t.orgId, t.exhibitId, t.version),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
