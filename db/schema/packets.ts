import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, orgId, sealed } from "../columns";
import { cases } from "./cases";
import { exhibits } from "./evidence";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/** The client's written, informed, time-limited consent. */
export const releases = app.table(
  "releases",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    recipient: text().notNull(),
    /** Which receiver of a packet is meant; null on older rows, where it is read from the words of `recipient`. */
    recipientRole: text(),
    purpose: text().notNull(),
    items: text().notNull(),
    /** What may be given: exhibits by number, and whether who and where the client is. Null: read from `items`. */
    covers: jsonb().$type<{ allExhibits: boolean; exhibits: number[]; identity: boolean }>(),
    crossBorderBasis: text(),
    signedOn: date().notNull(),
    expiresOn: date().notNull(),
    /** The scan of what the client signed, once it is on file. */
    exhibitId: uuid(),
    grantedBy: uuid().notNull(),
    grantedAt: instant().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.grantedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** An offence named on a case and, element by element, the facts that carry it. */
export const charges = app.table(
  "charges",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    homeOffence: text().notNull(),
    thereOffence: text(),
    /**
     * One entry for each element that was answered, by its key in the law data. `pair` answers what only a person can
     * judge of what the other country still needs. Older rows have the place of the element in `element`, or the words of
     * the need in `need`, in place of the key.
     */
    elements: jsonb()
      .$type<
        {
          side: "home" | "there" | "pair";
          key?: string;
          element?: number;
          need?: string;
          incidentIds: string[];
          exhibitIds?: string[];
          note: string;
          declined?: { incidentId: string; why: string }[];
        }[]
      >()
      .notNull(),
    namedBy: uuid().notNull(),
    namedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.namedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** A versioned bundle for one receiver, built from a snapshot. */
export const packets = app.table(
  "packets",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    kind: text().notNull(),
    number: integer().notNull(),
    version: integer().notNull(),
    code: text().notNull(),
    supersedesId: uuid(),
    receiver: text().notNull(),
    status: text({
      enum: ["building", "failed", "cancelled", "ready", "approved", "returned", "handed_over", "withdrawn"],
    }).notNull(),
    draft: sealed().notNull(),
    snapshot: sealed(),
    /** Identity and address as the sealed annex prints them; never in `snapshot`. */
    annexSnapshot: sealed(),
    preflight:
      jsonb().$type<{ id: string; result: "pass" | "fail" | "na"; text: string; reason: string; field: string }[]>(),
    buildStage: text().notNull().default("queued"),
    buildDone: integer().notNull().default(0),
    buildTotal: integer().notNull().default(0),
    buildError: text(),
    /** Somebody cancelled the build; the job sees it at its next step. */
    cancelAskedAt: instant(),
    /** The sealed object of the file and the key of this packet alone, which its liaison may use too. */
    fileId: uuid(),
    fileKeyId: uuid(),
    fileSha256: text(),
    fileSize: bigint({ mode: "number" }),
    pages: integer(),
    draftedBy: uuid().notNull(),
    draftedAt: instant().notNull(),
    builtAt: instant(),
    decidedBy: uuid(),
    decidedAt: instant(),
    decisionNote: text(),
    withdrawnAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number, t.version),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.status),
    foreignKey({ columns: [t.orgId, t.fileKeyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.draftedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** One file of a packet. The served part is also named in `packets`; the annex has its own key. */
export const packetParts = app.table(
  "packet_parts",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    /** One of the names of `packetPartKeys`, or a letter by its number: `letter-2`. */
    part: text()
      .$type<
        | "served"
        | "annex"
        | "request"
        | "manifest"
        | "manifest_signature"
        | "case_uco"
        | "verifier"
        | "originals"
        | "sender"
        | "withdrawn_copy"
        | "superseded_copy"
        | `letter-${number}`
        | `letter-${number}-docx`
      >()
      .notNull(),
    /** The name under which it leaves: no name of a person. */
    name: text().notNull(),
    mime: text().notNull(),
    fileId: uuid().notNull(),
    keyId: uuid().notNull(),
    sha256: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    pages: integer(),
    madeAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.packetId, t.part),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
  ],
);

/** Append-only: the internal history of a packet, and people's comments. */
export const packetEvents = app.table(
  "packet_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    event: text({
      enum: ["drafted", "built", "failed", "cancelled", "retried", "commented", "approved", "returned", "withdrawn"],
    }).notNull(),
    at: instant().notNull(),
    by: uuid(),
    /** A comment or a reason, as it was written. */
    words: sealed(),
  },
  (t) => [
    index().on(t.orgId, t.packetId),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.by], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** With what the organisation signs its packets. One is in use; the others stay, so that old packets can be checked. */
export const signingKeys = app.table(
  "signing_keys",
  {
    id: id(),
    orgId: orgId(),
    origin: text({ enum: ["made", "imported"] }).notNull(),
    /** PEM: the organisation's own certificate first, then those above it. */
    certificates: text().notNull(),
    /** SHA-256 of the organisation's certificate, in hexadecimal: told by phone. */
    fingerprint: text().notNull(),
    subject: text().notNull(),
    validFrom: instant().notNull(),
    validUntil: instant().notNull(),
    /** PKCS#8 as PEM, sealed under `keyId`. */
    privateKey: sealed().notNull(),
    keyId: uuid().notNull(),
    madeBy: uuid(),
    madeAt: instant().notNull(),
    retiredAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    uniqueIndex("signing_keys_one_in_use").on(t.orgId).where(sql`retired_at is null`),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.madeBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** One packet given to one liaison. */
export const handovers = app.table(
  "handovers",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    packetId: uuid().notNull(),
    liaisonId: uuid().notNull(),
    deliveredBy: uuid().notNull(),
    deliveredAt: instant().notNull(),
    message: text(),
    /** The sealed annex went with it: only under a release that covers identity. */
    withAnnex: boolean().notNull().default(false),
    /** That release, and until when the annex is open to the officer: its end, or the moment it was revoked. */
    annexReleaseId: uuid(),
    annexUntil: instant(),
    openedAt: instant(),
    downloadedAt: instant(),
    acknowledgedAt: instant(),
    acknowledgedNote: text(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.id, t.caseId),
    unique().on(t.packetId, t.liaisonId),
    index().on(t.orgId, t.liaisonId),
    index().on(t.orgId, t.caseId),
    foreignKey({ columns: [t.orgId, t.packetId], foreignColumns: [packets.orgId, packets.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.liaisonId], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.deliveredBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.annexReleaseId], foreignColumns: [releases.orgId, releases.id] }),
  ],
);
