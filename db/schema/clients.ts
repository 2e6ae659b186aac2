import { boolean, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, id, instant, orgId, sealed } from "../columns";
import { dataKeys, members } from "./organisations";
import { app } from "./schemas";

/** The person helped. Everything that could lead a stranger to them is encrypted under their own key. */
export const clients = app.table(
  "clients",
  {
    id: id(),
    orgId: orgId(),
    keyId: uuid().notNull(),
    number: integer().notNull(),
    code: text().notNull(),
    pseudonym: text().notNull(),
    /** Null: not known yet. */
    name: sealed(),
    identityNumber: sealed(),
    phone: sealed(),
    email: sealed(),
    address: sealed(),
    safeContact: sealed().notNull(),
    /** Null: nobody has reviewed it with the client, as after an import. */
    safeContactReviewedOn: date(),
    isMinor: boolean().notNull().default(false),
    registeredBy: uuid().notNull(),
    registeredAt: instant().notNull(),
  },
  (t) => [
    index().on(t.orgId, t.registeredBy),
    unique().on(t.orgId, t.id),
    unique().on(t.orgId, t.pseudonym),
    unique().on(t.orgId, t.code),
    foreignKey({ columns: [t.orgId, t.keyId], foreignColumns: [dataKeys.orgId, dataKeys.id] }),
    foreignKey({ columns: [t.orgId, t.registeredBy], foreignColumns: [members.orgId, members.id] }),
  ],
);

/** Keyed tokens by which a sealed value is found again: the exact value, or how a name sounds. */
export const searchTokens = app.table(
  "search_tokens",
  {
    orgId: orgId(),
    ownerKind: text({ enum: ["client", "account", "identifier", "subject", "exhibit"] }).notNull(),
    ownerId: uuid().notNull(),
    field: text({
      enum: [
        "name",
        "identity_number",
        "phone",
        "email",
        "handle",
        "platform_id",
        "wallet",
        "alleged_name",
        "picture_word",
      ],
    }).notNull(),
    match: text({ enum: ["exact", "sound"] }).notNull(),
    token: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.token, t.field, t.match, t.ownerId] }), index().on(t.orgId, t.ownerId)],
);
