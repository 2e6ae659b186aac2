import { boolean, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { app } from "./schemas";

/**
 * Append-only, written by a job: a picture made so small that another like it is known, and the exhibit of the same
 * case that it was found to be like. Encrypted under the key of the case, so that nothing here can recognise a picture
 * outside it (decision 0052).
 */
export const likenesses = app.table(
  "likenesses",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    /** How it was made and compared; another way does not compare with it. */
    method: text().notNull(),
    /** 16 times 16 cells of grey, and 96 times 96; null for a picture that cannot be compared. */
    outline: sealed(),
    cells: sealed(),
    /** The exhibit, of those that came before, that it is most like; null if it is like none. */
    nearTo: uuid(),
    cropped: boolean().notNull(),
    mirrored: boolean().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.exhibitId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.nearTo], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);
