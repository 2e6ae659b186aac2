import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { app } from "./schemas";

export const organisations = app.table("organisations", {
  id: id(),
  name: text().notNull(),
  codePrefix: text().notNull().default("CD"),
  /** Printed in packets: whom an officer writes to or phones with a question. */
  deskEmail: text(),
  deskPhone: text(),
  /** Years after closing until the keeping of a case is decided; null: the default of lib/privacy/retention/labels.ts. */
  keepYears: integer(),
  /** Whether clients may be given a page of their own; off until an administrator turns it on. */
  clientPages: boolean().notNull().default(false),
  /** Whether somebody without a case may write to us; off until an administrator turns it on. */
  enquiries: boolean().notNull().default(false),
  /** The public part of the address at which they write: it stays the same once it was published. */
  enquiryAddress: text().unique(),
  /** After so many days a closed enquiry is erased. */
  enquiryDays: integer().notNull().default(30),
  /** After so many days a mail that came in and that nobody filed is erased. */
  mailDays: integer().notNull().default(90),
  /** Whether the worker may look at addresses of take-down lists, and at which hosts; off until an administrator turns it on. */
  checksOn: boolean().notNull().default(false),
  checkHosts: text().array().notNull().default(sql`'{}'`),
  /** Whether staff may prepare a device to write offline; off until an administrator turns it on. */
  worksOffline: boolean().notNull().default(false),
  /** The audit actions of which some webhook is told. Maintained by Postgres. */
  webhookActions: text().array().notNull().default(sql`'{}'`),
  casesOpened: integer().notNull().default(0),
  clientsRegistered: integer().notNull().default(0),
  createdAt: instant().notNull(),
});

export const members = app.table(
  "members",
  {
    id: id(),
    orgId: orgId().references(() => organisations.id),
    role: text({ enum: ["caseworker", "supervisor", "admin", "liaison"] }).notNull(),
    name: text().notNull(),
    email: text().notNull(),
    code: text().notNull(),
    joinedAt: instant().notNull(),
    removedAt: instant(),
    /** A role of the organisation's own, built on `role`. */
    customRoleId: uuid(),
    /** What the rules of the organisation take from this person's role: worked out by Postgres, put into each context. */
    lacks: text().notNull().default(""),
  },
  (t) => [unique().on(t.orgId, t.id), unique().on(t.orgId, t.code), unique().on(t.orgId, t.email)],
);

/**
 * What makes a member a police or prosecution officer, and whether a packet can be handed to them: added by one person,
 * confirmed by another after a call-back. Triggers keep the two apart, and take the confirmation away on a change.
 */
export const liaisons = app.table(
  "liaisons",
  {
    memberId: uuid().primaryKey(),
    orgId: orgId(),
    rank: text().notNull(),
    agency: text().notNull(),
    unit: text().notNull(),
    forceNumber: text().notNull(),
    /** E-mail or postal address of the office, and its phone; empty until somebody fills them in. */
    address: text().notNull().default(""),
    phone: text().notNull().default(""),
    /** Time zone of the office, if known: times in the portal are shown in it. */
    zone: text(),
    addedBy: uuid(),
    /** Who last changed something that a call-back has to confirm. */
    changedBy: uuid(),
    changedAt: instant(),
    /** Everybody who changed something since the last confirmation. Maintained by Postgres. */
    editors: uuid().array().notNull().default(sql`'{}'`),
    /** Registered before call-backs were recorded: still in use, and one is requested. */
    fromBefore: boolean().notNull().default(false),
    confirmedBy: uuid(),
    confirmedAt: instant(),
    callbackId: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.memberId),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.changedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.confirmedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export type LiaisonDetails = {
  rank: string;
  agency: string;
  unit: string;
  forceNumber: string;
  address?: string;
  phone?: string;
};

export const invitations = app.table(
  "invitations",
  {
    id: id(),
    orgId: orgId(),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ["caseworker", "supervisor", "admin", "liaison"] }).notNull(),
    liaison: jsonb().$type<LiaisonDetails>(),
    tokenHash: bytes().notNull().unique(),
    invitedBy: uuid(),
    invitedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: uuid(),
    withdrawnAt: instant(),
    /** Set when the link gives a member a new password instead of making a new member. */
    renews: uuid(),
    /** The role of the organisation's own that the person gets. */
    customRoleId: uuid(),
    /** The link gives a new password only: passkeys, codes and the sign-in service stay, and are still needed. */
    keepsFactors: boolean().notNull().default(false),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    foreignKey({ columns: [t.orgId, t.invitedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.renews], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A wrapped data key. Destroying the row makes everything sealed under it unreadable. */
export const dataKeys = app.table(
  "data_keys",
  {
    id: id(),
    orgId: orgId(),
    purpose: text({
      enum: [
        "index",
        "client",
        "case",
        "packet",
        "annex",
        "signing",
        "directory",
        "import",
        "export",
        "staff",
        "breach",
        "rights",
        "client_page",
        "enquiry",
        "form",
        "webhook",
        "mail",
      ],
    }).notNull(),
    wrapped: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("data_keys_one_index_key").on(t.orgId).where(sql`purpose = 'index'`),
    index("data_keys_directory").on(t.orgId).where(sql`purpose = 'directory'`),
    index("data_keys_staff").on(t.orgId).where(sql`purpose = 'staff'`),
    foreignKey({ columns: [t.orgId], foreignColumns: [organisations.id] }),
  ],
);

/** Append-only: each call to an officer's office, and what came of it. */
export const liaisonCallbacks = app.table(
  "liaison_callbacks",
  {
    id: id(),
    orgId: orgId(),
    liaisonId: uuid().notNull(),
    calledBy: uuid().notNull(),
    calledAt: instant().notNull(),
    result: text({ enum: ["confirmed", "not_confirmed", "not_known"] }).notNull(),
    /** The number, where it was found, who answered and what they said: one JSON, under the key of the directory. */
    words: sealed().notNull(),
    keyId: uuid().notNull(),
    notedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.liaisonId),
    foreignKey({ columns: [t.orgId, t.liaisonId], foreignColumns: [liaisons.orgId, liaisons.memberId] }),
    foreignKey({ columns: [t.orgId, t.calledBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
  ],
);
