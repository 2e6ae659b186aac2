import { date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { accounts, cases } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { refusals } from "./refusals";
import { app } from "./schemas";

/** A drafted paper of a case. Its words are in document_versions. */
export const documents = app.table(
  "documents",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    /** A template of the law data. */
    template: text().notNull(),
    /** The kind that a playbook waits for, such as `affidavit`. */
    kind: text().notNull(),
    stepKey: text(),
    rungKey: text(),
    refusalId: uuid(),
    accountId: uuid(),
    /** Who signs: it decides whether written authority is needed. */
    signer: text({ enum: ["client", "advocate", "officer", "counsel", "certifier"] }).notNull(),
    state: text({ enum: ["draft", "final", "sworn", "withdrawn"] }).notNull(),
    version: integer().notNull(),
    finalOn: date(),
    swornOn: date(),
    swornExhibitId: uuid(),
    sentOn: date(),
    draftedBy: uuid().notNull(),
    draftedAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.refusalId], foreignColumns: [refusals.orgId, refusals.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.swornExhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.draftedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: every wording that was saved. */
export const documentVersions = app.table(
  "document_versions",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    documentId: uuid().notNull(),
    version: integer().notNull(),
    /** The blocks as JSON; see lib/documents/papers/types.ts. */
    body: sealed().notNull(),
    note: text(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.documentId, t.version),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.documentId], foreignColumns: [documents.orgId, documents.id] }),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
