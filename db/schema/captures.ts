import { bigint, foreignKey, index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * A browser extension that a member connects with one case: by a code of one use within ten minutes, then for an hour.
 * Only hashes of the code and of the token are stored.
 */
export const pairings = app.table(
  "pairings",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    memberId: uuid().notNull(),
    /** The session in which it was made: it ends with that. */
    sessionId: uuid().notNull(),
    /** Under a key of the server, so that the few characters of a code cannot be found from it. */
    codeHash: bytes().notNull().unique(),
    tokenHash: bytes().unique(),
    madeAt: instant().notNull(),
    /** Until when the code can be used. */
    codeUntil: instant().notNull(),
    /** When the code was used, and in which browser by its own word. */
    begunAt: instant(),
    browser: text(),
    /** Until when what was connected may send. */
    until: instant(),
    endedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: a page as the browser extension saw it. Its parts are exhibits, which name it. */
export const captures = app.table(
  "captures",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    pairingId: uuid().notNull(),
    /** The address in the browser's own bar. */
    address: sealed().notNull(),
    /** What the page says of itself; a page may lie. */
    title: sealed(),
    canonical: sealed(),
    accountId: sealed(),
    handle: sealed(),
    postId: sealed(),
    platform: text(),
    /** By the clock of the device, which need not be right; its zone; and how many seconds it was ahead of ours. */
    capturedAt: instant().notNull(),
    capturedZone: text().notNull(),
    clockOffset: bigint({ mode: "number" }).notNull(),
    browser: text().notNull(),
    device: text().notNull(),
    extensionVersion: text().notNull(),
    /** What was announced: of each part its name, size and the hash computed in the extension. */
    parts: jsonb()
      .$type<{ part: "picture" | "page" | "text"; size: number; sha256: string; cut: boolean }[]>()
      .notNull(),
    capturedBy: uuid().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.pairingId], foreignColumns: [pairings.orgId, pairings.id] }),
    foreignKey({ columns: [t.orgId, t.capturedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
