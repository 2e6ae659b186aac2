import { foreignKey, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/** What an administrator settled under "Is everything in order?": a step of the first run skipped, mail shown to arrive. */
export const installationSteps = app.table(
  "installation_steps",
  {
    orgId: orgId(),
    /** The key of the check; lib/operations/installation/types.ts. */
    step: text().notNull(),
    memberId: uuid().notNull(),
    skippedAt: instant(),
    /** Of the last test mail: when it was asked for, and the hash of its code. */
    codeHash: bytes(),
    codeAt: instant(),
    provedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.step] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);
