import { bigint, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { app } from "./schemas";

/**
 * What was made from an original: `page` (ready for print), `text` (what could be read, as JSON), `stripped` (the
 * picture drawn again without metadata), `redacted` (boxes burned in), `ocr` (the words that a machine read in a page, as
 * JSON), `words` (what can be copied from the pages of a PDF, as JSON), `still` (one picture of a film). Written once;
 * points to its parent.
 */
export const derivatives = app.table(
  "derivatives",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    kind: text({ enum: ["page", "text", "stripped", "redacted", "ocr", "words", "still", "view", "inside"] }).notNull(),
    /** The page of the original, from 1; 0 when it is made from the whole. */
    page: integer().notNull(),
    /** 0 for what is made once; a redaction of the same page counts on from 1, as stills and pictures of a saved page do; its reading has the same number. */
    version: integer().notNull().default(0),
    fileId: uuid().notNull(),
    sha256: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    format: text({ enum: ["jpeg", "png", "json"] }).notNull(),
    width: integer(),
    height: integer(),
    /** What made it, with version, such as `sharp 0.35.5`. */
    tool: text().notNull(),
    /** Of a still: where in the film it was taken, in milliseconds from its start. */
    atMs: integer(),
    /** Why a redaction was made, in the maker's words. */
    reason: sealed(),
    /** The boxes of a redaction in fractions of the page, as sealed JSON. */
    boxes: sealed(),
    madeBy: uuid(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.exhibitId, t.kind, t.page, t.version),
    unique().on(t.orgId, t.fileId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Append-only: who had which hidden thing before their eyes (or ears). */
export const exposures = app.table(
  "exposures",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    exhibitId: uuid().notNull(),
    memberId: uuid().notNull(),
    what: text({ enum: ["picture", "page", "text", "sound", "film"] }).notNull(),
    page: integer(),
    at: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.memberId, t.at),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.memberId], foreignColumns: [members.orgId, members.id] }),
  ],
);
