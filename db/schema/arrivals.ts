import { bigint, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/**
 * What somebody wrote or added offline, from when it reaches the server until it is on a case. Its id was made on
 * the device, so that sending it twice brings it once.
 */
export const arrivals = app.table(
  "arrivals",
  {
    id: id(),
    orgId: orgId(),
    memberId: uuid().notNull(),
    kind: text({ enum: ["note", "intake", "file"] }).notNull(),
    /** When it was written, by the clock of the device, set right by what that clock said when it was sent. */
    madeAt: instant().notNull(),
    madeZone: text().notNull(),
    arrivedAt: instant().notNull(),
    /** `coming`: its bytes are on the way. `placed` and `aside` hold nothing any more. */
    state: text({ enum: ["coming", "here", "placed", "aside"] }).notNull(),
    keyId: uuid().notNull(),
    /** What was typed, and the name and type of a file, as JSON. */
    body: sealed(),
    size: bigint({ mode: "number" }),
    /** What the device computed before it waited. */
    sha256: text(),
    fileId: uuid(),
    decidedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.fileId),
    index().on(t.orgId, t.memberId, t.state),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
  ],
);
