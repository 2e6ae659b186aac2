import { bigint, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, emptyJson, id, instant, orgId, sealed } from "../columns";
import { captures } from "./captures";
import { accounts, cases, incidents } from "./cases";
import { members } from "./organisations";
import { app } from "./schemas";

/** An announced upload: what the browser said it would send. The bytes must match before an exhibit exists. */
export const uploads = app.table(
  "uploads",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    sha256: text(),
    details: sealed().notNull(),
    /** When the browser says the file was last written: context, never proof. */
    fileModifiedAt: instant(),
    announcedBy: uuid().notNull(),
    announcedAt: instant().notNull(),
    exhibitId: uuid(),
    /** Set for a part of a page that the browser extension captured; nobody else can say so. */
    captureId: uuid(),
    capturePart: text({ enum: ["picture", "page", "text"] }),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.captureId], foreignColumns: [captures.orgId, captures.id] }),
    foreignKey({ columns: [t.orgId, t.announcedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export const exhibits = app.table(
  "exhibits",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    uploadId: uuid().notNull(),
    /** The encrypted object with the original. Null only for what a release before 0013 stored unencrypted. */
    fileId: uuid(),
    sha256: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    /** The digest that the sender computed before sending; null when it could not. */
    sentSha256: text(),
    fileModifiedAt: instant(),
    originalName: sealed().notNull(),
    declaredType: text(),
    description: sealed().notNull(),
    words: sealed(),
    sourceUrl: sealed(),
    platform: text(),
    accountId: uuid(),
    capturedAt: instant(),
    capturedZone: text(),
    capturedBy: text(),
    device: text(),
    method: text().notNull(),
    howObtained: text().notNull(),
    /** The program that captured it, with its version. */
    tool: text(),
    /** Which clock `capturedAt` was read from, such as `device_clock`; a certificate needs it. */
    timeSource: text(),
    /** Seconds by which that clock was ahead of true time (negative: behind); null if not compared. */
    clockOffset: integer(),
    postId: text(),
    permalink: sealed(),
    /** Keyed, of the address: other exhibits and items of the take-down list with the same one have the same. */
    addressMark: bytes(),
    visibility: text(),
    sensitivity: text().notNull().default("ordinary"),
    language: text(),
    /** EXIF, GPS and the like as read in the sandbox: shown inside, stripped from what leaves. */
    metadata: sealed(),
    /** What the sandbox found: kind, mime, width, height, pages, problem. Empty until it has inspected the file. */
    look: jsonb().$type<Record<string, unknown>>().notNull().default(emptyJson),
    lookedAt: instant(),
    receivedBy: uuid().notNull(),
    receivedAt: instant().notNull(),
    captureId: uuid(),
    capturePart: text({ enum: ["picture", "page", "text"] }),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.captureId),
    foreignKey({ columns: [t.orgId, t.captureId], foreignColumns: [captures.orgId, captures.id] }),
    unique().on(t.caseId, t.number),
    unique().on(t.orgId, t.uploadId),
    unique().on(t.orgId, t.fileId),
    index().on(t.orgId, t.caseId),
    index().on(t.caseId, t.sha256),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.uploadId], foreignColumns: [uploads.orgId, uploads.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.receivedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export const incidentExhibits = app.table(
  "incident_exhibits",
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    incidentId: uuid().notNull(),
    exhibitId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.exhibitId] }),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.incidentId], foreignColumns: [incidents.orgId, incidents.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
  ],
);
