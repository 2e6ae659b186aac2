import { foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * Append-only: who checked which picture before it leaves, and what they found. A row applies to these exact bytes:
 * another mask is another, unchecked picture.
 */
export const clearances = app.table(
  "clearances",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    /** From 1; 0 for a file that travels and is not drawn. */
    page: integer().notNull(),
    /** Of the masked copy that is served, else of the original. */
    sha256: text().notNull(),
    found: text({ enum: ["nothing", "may_leave"] }).notNull(),
    /** Why a picture that shows the client may leave. */
    reason: sealed(),
    lookedBy: uuid().notNull(),
    lookedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.exhibitId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.lookedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
