import { bigint, boolean, doublePrecision, index, integer, text, uuid } from "drizzle-orm/pg-core";
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

/** Looked up on every request, so that sign-out, removal and role changes take effect at once. */
export const sessions = auth.table("sessions", {
  id: id(),
  /** Each fresh proof puts another in its place. */
  tokenHash: bytes().notNull().unique(),
  /** The previous one. It grants nothing: a request with it is told that another tab was first. */
  previousHash: bytes().unique(),
  renewedAt: instant(),
  loginId: uuid()
    .notNull()
    .references(() => logins.id),
  orgId: uuid().notNull(),
  memberId: uuid().notNull(),
  amr: text().notNull(),
  /** What `amr` is worth: "phr" cannot be phished, "otp" can, "demo" is a click. "confined" reads nothing at all. */
  aal: text({ enum: ["confined", "otp", "phr", "demo"] })
    .notNull()
    .default("confined"),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
  idleExpiresAt: instant().notNull(),
  expiresAt: instant().notNull(),
  endedAt: instant(),
  /** When this person last proved again that they sit here. */
  steppedUpAt: instant(),
  /** When they last did so with a passkey. */
  passkeyAt: instant(),
  /** When they last did so with the password, and with a code of the app: both count for more than either. */
  passwordAt: instant(),
  codeAt: instant(),
  /** Since when its screen is hidden. Until the person proves again that they sit here it reads nothing. */
  coveredAt: instant(),
  /** The browser and system that opened it, in plain words and without a version: "Firefox on Windows". */
  device: text().notNull().default(""),
});

/**
 * A browser in which a person signed in fully: it has its own rate limit for attempts. Only a keyed hash of its cookie
 * is stored.
 */
export const devices = auth.table(
  "devices",
  {
    id: id(),
    loginId: uuid()
      .notNull()
      .references(() => logins.id),
    hash: bytes().notNull().unique(),
    name: text().notNull(),
    addedAt: instant().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [index().on(t.loginId)],
);

/** A key pair of one person's device or key store, made for this address. Its name is sealed under a key of ours. */
export const passkeys = auth.table(
  "passkeys",
  {
    id: id(),
    loginId: uuid()
      .notNull()
      .references(() => logins.id),
    credentialId: bytes().notNull().unique(),
    publicKey: bytes().notNull(),
    /** Must rise with each use, or stay 0 for ever: what falls back is a copy. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    /** It may be copied to other devices of its owner by their key store. */
    backupEligible: boolean().notNull(),
    backedUp: boolean().notNull(),
    name: text().notNull(),
    addedAt: instant().notNull(),
    usedAt: instant(),
    /** Until then it is worth no more than a password: it was added in a session that no passkey had proved. */
    waitsUntil: instant(),
  },
  (t) => [index().on(t.loginId)],
);

/** The seed of an authenticator app, sealed under a key of ours, and the last half-minute whose code was taken. */
export const totps = auth.table("totps", {
  loginId: uuid()
    .primaryKey()
    .references(() => logins.id),
  seed: text().notNull(),
  lastStep: bigint({ mode: "number" }).notNull(),
  addedAt: instant().notNull(),
  usedAt: instant(),
  /** Codes tried since the last right one. */
  tries: integer().notNull().default(0),
  /** Since when no code counts, until a second person unlocks it. */
  lockedAt: instant(),
});

/** The seed that a session is offered, drawn at random, until a code shows that an app has it. Sealed as that of an app is. */
export const totpOffers = auth.table("totp_offers", {
  sessionId: uuid().primaryKey(),
  seed: text().notNull(),
  madeAt: instant().notNull(),
});

/** Codes on paper for the day on which every other factor is gone. Only a keyed hash is kept. */
export const recoveryCodes = auth.table(
  "recovery_codes",
  {
    hash: bytes().primaryKey(),
    loginId: uuid()
      .notNull()
      .references(() => logins.id),
    madeAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index().on(t.loginId)],
);

/** Who a person is at the sign-in service of their organisation: never an e-mail. */
export const ssoLinks = auth.table("sso_links", {
  loginId: uuid()
    .primaryKey()
    .references(() => logins.id),
  /** As the service writes it. */
  issuer: text().notNull(),
  /** A keyed hash of issuer and subject. */
  subject: bytes().notNull().unique(),
  linkedAt: instant().notNull(),
  usedAt: instant(),
});

/** Shown to a person on every page until they dismiss it: their sign-in methods have changed. */
export const notices = auth.table(
  "notices",
  {
    id: id(),
    loginId: uuid()
      .notNull()
      .references(() => logins.id),
    kind: text({
      enum: [
        ...(["passkey_added", "passkey_removed", "totp_added", "totp_removed", "sso_linked", "sso_unlinked"] as const),
        ...(["codes_made", "code_used", "password_changed", "device_added"] as const),
      ],
    }).notNull(),
    /** The session in which it was done. It cannot put the notice away. */
    sessionId: uuid().notNull(),
    device: text().notNull(),
    at: instant().notNull(),
    dismissedAt: instant(),
  },
  (t) => [index().on(t.loginId)],
);

/** The challenge for a passkey, and the state of a sign-in service flow: single use, five minutes. */
export const challenges = auth.table("challenges", {
  hash: bytes().primaryKey(),
  purpose: text({ enum: ["sign_in", "confirm", "add", "sso_sign_in", "sso_link"] }).notNull(),
  /** The session that requested it; null before anybody is signed in. */
  sessionId: uuid(),
  expiresAt: instant().notNull(),
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

/** Which page of a client a link belongs to, before anybody is known. */
export const clientSecrets = auth.table("client_secrets", {
  secretHash: bytes().primaryKey(),
  pageId: uuid().notNull().unique(),
  orgId: uuid().notNull(),
});

/** A client's browser, from the right PIN until she leaves: by the hash of its cookie, and nothing else about it. */
export const clientVisits = auth.table(
  "client_visits",
  {
    browserHash: bytes().primaryKey(),
    pageId: uuid().notNull(),
    orgId: uuid().notNull(),
    /** A keyed hash: whoever opened the page from there before is not held up by the wrong PINs of others. */
    networkHash: bytes(),
    openedAt: instant().notNull(),
    seenAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.pageId)],
);

/** Finds the organisation to which somebody writes, before anybody is known. Written by a trigger. */
export const enquiryAddresses = auth.table("enquiry_addresses", {
  address: text().primaryKey(),
  orgId: uuid().notNull(),
});

/** Finds an enquiry by the keyed hash of its receipt code. Written by a trigger. */
export const enquiryReceipts = auth.table("enquiry_receipts", {
  receiptHash: bytes().primaryKey(),
  enquiryId: uuid().notNull().unique(),
  orgId: uuid().notNull(),
});

/** The browser of whoever wrote, from sending or the right code until she leaves: the hash of its cookie alone. */
export const enquiryVisits = auth.table(
  "enquiry_visits",
  {
    browserHash: bytes().primaryKey(),
    enquiryId: uuid().notNull(),
    orgId: uuid().notNull(),
    openedAt: instant().notNull(),
    seenAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.enquiryId)],
);

/** Finds the organisation of a pairing by the hash of its code, and later by that of its token. Written by functions. */
export const pairingKeys = auth.table("pairing_keys", {
  hash: bytes().primaryKey(),
  orgId: uuid().notNull(),
  caseId: uuid().notNull(),
  pairingId: uuid().notNull(),
});

/** Finds the organisation of an API token by its hash. Written by functions. */
export const apiTokenKeys = auth.table("api_token_keys", {
  hash: bytes().primaryKey(),
  orgId: uuid().notNull(),
  tokenId: uuid().notNull(),
});

/**
 * A device on which a person may write offline. What waits there is sealed to its public key; the private one is
 * here, wrapped, until they sign out of the device or somebody ends their sessions. After that nobody can open it.
 */
export const offlineKeys = auth.table(
  "offline_keys",
  {
    id: id(),
    loginId: uuid()
      .notNull()
      .references(() => logins.id),
    orgId: uuid().notNull(),
    memberId: uuid().notNull(),
    /** The session that used it last: signing out of that one ends the key. */
    sessionId: uuid().notNull(),
    wrapped: text(),
    madeAt: instant().notNull(),
    /** Seven days after the person last used it with a line. */
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index().on(t.loginId)],
);
