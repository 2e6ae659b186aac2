import { doublePrecision, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant } from "../columns";
import { auth } from "./schemas";

/** A person who can sign in, and the one membership that the sign-in opens. */
export const logins = auth.table("logins", {
  id: id(),
  email: text().notNull().unique(),
  passwordHash: text().notNull(),
  orgId: uuid().notNull(),
  memberId: uuid().notNull().unique(),
  createdAt: instant().notNull(),
  disabledAt: instant(),
});

/** The end of every sign-in ceremony: one use, one minute, only its hash is kept. */
export const loginTickets = auth.table("login_tickets", {
  hash: bytes().primaryKey(),
  loginId: uuid()
    .notNull()
    .references(() => logins.id),
  amr: text().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

/** Looked up on every request, so that sign-out, removal and role changes bite at once. */
export const sessions = auth.table("sessions", {
  id: id(),
  tokenHash: bytes().notNull().unique(),
  loginId: uuid()
    .notNull()
    .references(() => logins.id),
  orgId: uuid().notNull(),
  memberId: uuid().notNull(),
  amr: text().notNull(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
  idleExpiresAt: instant().notNull(),
  expiresAt: instant().notNull(),
  endedAt: instant(),
  /** When this person last proved again that they sit here. */
  steppedUpAt: instant(),
});

/** One-time tokens that open the first-run setup page. */
export const setupTokens = auth.table("setup_tokens", {
  hash: bytes().primaryKey(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

/** Token buckets against guessing. Keys are keyed hashes: no address and no e-mail is kept. */
export const buckets = auth.table("buckets", {
  key: bytes().primaryKey(),
  level: doublePrecision().notNull(),
  at: instant().notNull(),
});
