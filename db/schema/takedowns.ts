import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { accounts, cases, incidents } from "./cases";
import { exhibits } from "./evidence";
import { members } from "./organisations";
import { references } from "./references";
import { app } from "./schemas";

/** One post, account, message or picture on one platform that should come down. Its state is what its entries say. */
export const takedowns = app.table(
  "takedowns",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    number: integer().notNull(),
    kind: text({ enum: ["post", "account", "message", "image"] }).notNull(),
    /** A platform of the law data. */
    platform: text().notNull(),
    /** Null for an account, whose address is on its own record. */
    url: sealed(),
    /** Keyed, of the address, as exhibits have it. */
    addressMark: bytes(),
    /** A few words that tell it from the others. */
    what: sealed(),
    accountId: uuid(),
    /** The incident or the exhibit that it was taken from. */
    incidentId: uuid(),
    exhibitId: uuid(),
    addedBy: uuid().notNull(),
    addedAt: instant().notNull(),
    /** It was added by mistake, and is no longer on the list. */
    droppedAt: instant(),
    /** When the checker takes it up next; null: in the next round. */
    nextCheckAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    unique().on(t.caseId, t.number),
    index().on(t.orgId, t.caseId),
    index("takedowns_to_check").on(t.orgId, t.nextCheckAt).where(sql`dropped_at is null and url is not null`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.incidentId], foreignColumns: [incidents.orgId, incidents.id] }),
    foreignKey({ columns: [t.orgId, t.exhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.addedBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** What happened to one item: a report, an answer of the platform, a look. An entry made by mistake is undone, and stays. */
export const takedownEvents = app.table(
  "takedown_events",
  {
    id: id(),
    orgId: orgId(),
    caseId: uuid().notNull(),
    takedownId: uuid().notNull(),
    event: text({
      enum: [
        "reported",
        "numbered",
        "more_asked",
        "refused",
        "appealed",
        "removed",
        "closed",
        "seen_up",
        "seen_gone",
        "seen_sign_in",
        "seen_unclear",
      ],
    }).notNull(),
    /** How it was reported. */
    route: text({ enum: ["in_product", "form", "email", "take_it_down"] }),
    happenedOn: date().notNull(),
    /** The instant, where the hour matters: the 48 hours of a TAKE IT DOWN notice, and every look of a machine. */
    happenedAt: instant(),
    /** The last day of an appeal, where the platform names one. */
    appealBy: date(),
    /** Who looked; `extension`: a person, at the page that was open. */
    seenBy: text({ enum: ["us", "client", "other", "extension", "checker"] }),
    /** The report ID that the platform gave. */
    referenceId: uuid(),
    proofExhibitId: uuid(),
    note: sealed(),
    /** What the checker was answered, as JSON: status, headers, size and hash. The page itself is not kept. */
    proof: sealed(),
    /** Null for the checker. */
    recordedBy: uuid(),
    recordedAt: instant().notNull(),
    undoneBy: uuid(),
    undoneAt: instant(),
  },
  (t) => [
    unique().on(t.orgId, t.id),
    index().on(t.orgId, t.caseId),
    index().on(t.orgId, t.takedownId),
    check("takedown_events_by_somebody", sql`recorded_by is not null or seen_by = 'checker'`),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }),
    foreignKey({ columns: [t.orgId, t.takedownId], foreignColumns: [takedowns.orgId, takedowns.id] }),
    foreignKey({ columns: [t.orgId, t.referenceId], foreignColumns: [references.orgId, references.id] }),
    foreignKey({ columns: [t.orgId, t.proofExhibitId], foreignColumns: [exhibits.orgId, exhibits.id] }),
    foreignKey({ columns: [t.orgId, t.recordedBy], foreignColumns: [members.orgId, members.id] }),
    foreignKey({ columns: [t.orgId, t.undoneBy], foreignColumns: [members.orgId, members.id] }),
  ],
);
