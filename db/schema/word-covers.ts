import { foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * Append-only: words of an exhibit that a packet prints covered, and covers that were taken back. A row that takes back
 * names the cover in `lifts` and says nothing else.
 */
export const wordCovers = app.table(
  "word_covers",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    lifts: uuid(),
    words: sealed(),
    /** Whom or what they are of. */
    kind: text({ enum: ["person", "child", "address", "unrelated", "other"] }),
    /** The reason, in the words of the person who covered it. */
    reason: sealed(),
    /** The number of the one message or line; null: everywhere in the exhibit. */
    place: integer(),
    /** The reading in which that number counts: a reading of a chat, or the file of one of a text. */
    reading: uuid(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.lifts),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.exhibitId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
