import { date, foreignKey, index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * A token by which another program acts as one member through the API. It opens nothing until that member agreed. Only
 * its hash is stored.
 */
export const apiTokens = app.table(
  "api_tokens",
  {
    id: id(),
    orgId: orgId(),
    /** Whose access it has, as long as they have the role that they had when it was made. */
    memberId: uuid().notNull(),
    role: text().notNull(),
    /** What it is for, as an administrator named it. */
    name: text().notNull(),
    scopes: text().array().notNull(),
    /** Networks from which it works, such as `203.0.113.0/24`; none: from anywhere. */
    networks: text().array().notNull(),
    tokenHash: bytes().notNull().unique(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    agreedAt: instant(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    endedBy: uuid(),
    /** The day, in UTC. */
    lastUsedOn: date(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.memberId),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.endedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/**
 * What a request with an idempotency key was answered, for a day or until its token ends: ids, nothing about anybody. The
 * status is that of the operation.
 */
export const apiAnswers = app.table(
  "api_answers",
  {
    id: id(),
    orgId: orgId(),
    tokenId: uuid().notNull(),
    keyHash: bytes().notNull(),
    /** Of the operation with its input: the same key with another is refused. */
    requestHash: bytes().notNull(),
    answer: jsonb(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.tokenId, t.keyHash),
    foreignKey({ columns: [t.orgId, t.tokenId], foreignColumns: [apiTokens.orgId, apiTokens.id] }),
  ],
);
