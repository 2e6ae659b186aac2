import { foreignKey, index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/** A form of another system whose submissions come in as enquiries. Of its secret only a hash is kept. */
export const connectors = app.table(
  "connectors",
  {
    id: id(),
    orgId: orgId(),
    kind: text({ enum: ["kobotoolbox", "primero"] }).notNull(),
    /** What an administrator calls the form. */
    name: text().notNull(),
    /** Which question of the form answers which of ours. */
    mapping: jsonb().$type<Record<string, string>>().notNull(),
    tokenHash: bytes().notNull().unique(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    offAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.addedAt),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
