import { bigint, boolean, foreignKey, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/** A list of existing cases, imported row by row. The file and its rows are encrypted under their own key. */
export const imports = app.table(
  "imports",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    number: integer().notNull(),
    fileName: sealed().notNull(),
    /** Null once the file was cleared away. */
    fileId: uuid(),
    sha256: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    state: text({
      enum: ["reading", "mapping", "checking", "checked", "running", "stopped", "done", "failed"],
    }).notNull(),
    /** `csv` or `xlsx`; null until it was read. */
    format: text(),
    /** Our own word for what stopped it, such as `password_protected`. */
    problem: text(),
    /** Headers, the sheet's messages, and words of the file without a matching value. */
    head: sealed(),
    mapping: sealed(),
    rows: integer().notNull().default(0),
    good: integer().notNull().default(0),
    bad: integer().notNull().default(0),
    twins: integer().notNull().default(0),
    imported: integer().notNull().default(0),
    leftOut: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Rows that resemble an existing case are imported too. */
    twinsToo: boolean().notNull().default(false),
    startedBy: uuid().notNull(),
    startedAt: instant().notNull(),
    /** The person who started the run: the cases are opened by them. */
    runBy: uuid(),
    finishedAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.number),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.startedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.runBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** One row of the file. The marks are keyed hashes, by which rows of one file are known to be alike. */
export const importRows = app.table(
  "import_rows",
  {
    id: id(),
    orgId: orgId(),
    importId: uuid().notNull(),
    /** As a spreadsheet counts, the header included. */
    row: integer().notNull(),
    /** Null once cleared away. */
    cells: sealed(),
    state: text({ enum: ["unchecked", "good", "bad", "twin", "imported", "left_out", "failed"] }).notNull(),
    /** Errors and warnings in plain words, with what was there. */
    said: sealed(),
    decision: text({ enum: ["import", "leave_out"] }),
    clientMark: bytes(),
    codeMark: bytes(),
    numberMark: bytes(),
    caseId: uuid(),
    doneAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.importId, t.row),
    index().on(t.importId, t.state, t.row),
    index().on(t.importId, t.clientMark),
    index().on(t.importId, t.codeMark),
    index().on(t.importId, t.numberMark),
    index("import_rows_case").on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
  ],
);

/** A mapping kept by name for the next file of the same kind. It holds headers and choices, no row. */
export const importMappings = app.table(
  "import_mappings",
  {
    id: id(),
    orgId: orgId(),
    name: text().notNull(),
    mapping: jsonb().$type<Record<string, unknown>>().notNull(),
    savedBy: uuid().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.name),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
