import { date, foreignKey, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "../columns";
import { members } from "./organisations";
import { app } from "./schemas";

/** What the directory says about a body, without who said so. */
export type BodyDetails = {
  kind: string;
  country: string;
  name: string;
  area: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  hours: string | null;
  languages: string | null;
  purpose: string | null;
  source: string;
  readOn: string;
  mark: string;
};

/**
 * The organisation's directory of bodies: stations, courts, field offices. Public details of offices, never of a
 * client. A body of the law data has a row as soon as somebody confirms, changes or uses it.
 */
export const bodies = app.table(
  "bodies",
  {
    id: id(),
    orgId: orgId(),
    /** The agency of the law data that this row stands for. Its details come from there until somebody changes them. */
    lawKey: text(),
    kind: text().notNull(),
    /** ISO 3166-1 alpha-2 */
    country: text().notNull(),
    name: text().notNull(),
    /** Town, province or state: what tells two bodies of one name apart. */
    area: text(),
    phone: text(),
    email: text(),
    address: text(),
    hours: text(),
    languages: text(),
    /** What one goes there for. */
    purpose: text(),
    /** Where the details were read: an address or a document. */
    source: text().notNull(),
    readOn: date().notNull(),
    /** How sure we are; see lib/law/jurisdictions/source-types.ts. */
    mark: text({ enum: ["V", "V2", "S", "G", "C"] }).notNull(),
    /** Name and area as they are compared: no case, no accents, no marks. */
    nameKey: text().notNull(),
    areaKey: text().notNull(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    changedAt: instant(),
    confirmedBy: uuid(),
    confirmedAt: instant(),
    /** The day from which it is asked again whether the details are right. */
    expiresOn: date(),
    /** Somebody said that something changed, and nobody has settled it yet. */
    reportedAt: instant(),
    /** From when nobody is sent there any more. The row stays for the records that name it. */
    retiredAt: instant(),
    /** The body that it turned out to be. */
    mergedInto: uuid(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.lawKey),
    index().on(t.orgId, t.nameKey),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.confirmedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.mergedInto], foreignColumns: [t.orgId, t.id] }),
  ],
);

/** A list of bodies that somebody imports: read, compared, and taken over when they say so. */
export const bodyImports = app.table(
  "body_imports",
  {
    id: id(),
    orgId: orgId(),
    /** Counts from 1 in each organisation. */
    number: integer().notNull(),
    fileName: text().notNull(),
    headers: jsonb().$type<string[]>().notNull(),
    /** What each column is; null for one that is left out. */
    columns: jsonb().$type<(string | null)[]>().notNull(),
    /** What counts where a cell is empty or no column has it, by field. */
    fixed: jsonb().$type<Record<string, string>>().notNull(),
    state: text({ enum: ["checked", "done", "undone", "cancelled"] }).notNull(),
    startedBy: uuid().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    undoneAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.number),
    foreignKey({ columns: [t.orgId, t.startedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

export const bodyImportRows = app.table(
  "body_import_rows",
  {
    id: id(),
    orgId: orgId(),
    importId: uuid().notNull(),
    /** As a spreadsheet counts: the header is row 1. */
    row: integer().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    state: text({ enum: ["new", "changed", "same", "bad", "added", "updated", "left_out"] }).notNull(),
    /** The body that it is about: one that is known, or the one that it became. */
    bodyId: uuid(),
    /** The agency of the law data that it is about, where it has no row yet. */
    lawKey: text(),
    messages: jsonb().$type<{ field: string; text: string }[]>().notNull(),
    /** Whether the differences are taken over; null until somebody decides. */
    take: text({ enum: ["yes", "no"] }),
  },
  (t) => [
    unique().on(t.importId, t.row),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [bodyImports.orgId, bodyImports.id] }),
    foreignKey({ columns: [t.orgId, t.bodyId], foreignColumns: [bodies.orgId, bodies.id] }),
  ],
);

/** What happened to an entry of the directory, and by whom. It only grows. */
export const bodyChanges = app.table(
  "body_changes",
  {
    id: id(),
    orgId: orgId(),
    bodyId: uuid().notNull(),
    act: text({
      enum: [
        "added",
        "imported",
        "changed",
        "confirmed",
        "reported",
        "settled",
        "retired",
        "restored",
        "merged",
        "undone",
      ],
    }).notNull(),
    by: uuid().notNull(),
    at: instant().notNull(),
    importId: uuid(),
    /** What was said before and after; null where nothing of it changed. */
    was: jsonb().$type<Partial<BodyDetails>>(),
    became: jsonb().$type<Partial<BodyDetails>>(),
    /** The confirmation that a change of an import took away, for undoing it. */
    confirmation: jsonb().$type<{ by: string; at: string; expiresOn: string | null }>(),
    /** What was reported, or why. */
    note: text(),
  },
  (t) => [
    index().on(t.orgId, t.bodyId),
    index().on(t.importId),
    foreignKey({ columns: [t.orgId, t.bodyId], foreignColumns: [bodies.orgId, bodies.id] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [bodyImports.orgId, bodyImports.id] }),
    foreignKey({ columns: [t.orgId, t.by], foreignColumns: [members.orgId, members.id] }),
  ],
);
