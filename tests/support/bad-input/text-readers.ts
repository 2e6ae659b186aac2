import { readPin } from "@/lib/auth/client-page/rules";
import { looksLikeCode, matchStep } from "@/lib/auth/codes/totp";
import { isCode, readCode, secretIn } from "@/lib/auth/first-contact/rules";
import { isEasilyGuessed } from "@/lib/auth/passwords/password-rules";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { isOurWay } from "@/lib/auth/sessions/session-cookie";
import { readClaims } from "@/lib/auth/sso/read-claims";
import { readStrokes } from "@/lib/casework/cases/input";
import { readNumbers } from "@/lib/casework/incidents/rules";
import {
  displayReference,
  findContacts,
  findReferences,
  lookupKey,
  lookupKeys,
  parseReference,
  readReference,
} from "@/lib/casework/references/rules";
import { oddValue } from "@/lib/casework/subjects/identifiers/rules";
import { identifierKinds } from "@/lib/casework/subjects/identifiers/types";
import { readHost } from "@/lib/escalation/checks/rules";
import { readAttachmentMarks } from "@/lib/escalation/incoming-mail/rules";
import { readStepValue } from "@/lib/escalation/letters/rules";
import { readPasted } from "@/lib/escalation/messages/rules";
import { readMonth } from "@/lib/escalation/reminders/rules";
import { readProblem } from "@/lib/evidence/chats/rules";
import { readLines } from "@/lib/evidence/transcripts/rules";
import { readSubmission, readToken } from "@/lib/integrations/connectors/rules";
import { readAddress } from "@/lib/integrations/webhooks/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { findProvision } from "@/lib/law/provisions/rules";
import { readErased, readIdentities, readRecipients } from "@/lib/operations/backups/rules";
import { BackupError } from "@/lib/operations/backups/types";
import { readText, safeName } from "@/lib/operations/exports/rules";
import { readPicture } from "@/lib/operations/guide/read-picture";
import {
  civilFrom,
  describeReading,
  fold,
  guessDates,
  guessMapping,
  unclearDate,
  wallFrom,
} from "@/lib/operations/imports/rules";
import { readChosen } from "@/lib/organisation/choices/rules";
import { readMark } from "@/lib/oversight/case-list/rules";
import { readCounted } from "@/lib/oversight/reports/rules";
import { isOwnColumn, readColumns } from "@/lib/oversight/saved-views/rules";
import {
  codesIn,
  emailsIn,
  handlesIn,
  personIn,
  phonesIn,
  platformIdsIn,
  walletsIn,
  wordsIn,
} from "@/lib/oversight/search/rules";
import { readUnfinished } from "@/lib/packets/packets/drafting/read-unfinished";
import { parseCount } from "@/lib/packets/packets/sections/words";
import { readPrivateKey } from "@/lib/packets/signatures/read-private-key";
import { readSigningChain } from "@/lib/packets/signatures/read-signing-chain";
import { ScanFailed } from "@/lib/platform/clamd/problems";
import { readVerdict, readVersion } from "@/lib/platform/clamd/read-verdict";
import { decrypt, isSealed } from "@/lib/platform/crypto/crypto";
import { isSha256 } from "@/lib/platform/crypto/hash";
import { kekIdOf, readRing } from "@/lib/platform/crypto/key-ring-text";
import { parseEnvironment } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { networkOf } from "@/lib/platform/network/network";
import { readPage } from "@/lib/platform/paging";
import { parseRange } from "@/lib/platform/storage/range";
import { readCellMoment } from "@/lib/platform/text/list-dates";
import { squeeze, tidy } from "@/lib/platform/text/text";
import { daysInText, readDay, readMoment } from "@/lib/platform/text/typed-dates";
import { isCivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall, isZone, zonesOfRegion } from "@/lib/platform/time/zone";
import { readTrusted } from "@/lib/platform/tsa/path";
import { readErasedLines } from "@/lib/privacy/erasures/rules";

const asked = {
  settings: { issuer: "https://sign-in.example", clientId: "crossdocket", acr: [], amr: ["mfa"] },
  purpose: "sso_sign_in",
  now: new Date("2026-11-26T12:00:00Z"),
} as const;

/** The text in each place of a token in turn that takes any. */
const claimsOf = (text: string) => {
  const times = { iat: 1_795_000_000, auth_time: 1_795_000_000 };
  return {
    iss: "https://sign-in.example",
    aud: "crossdocket",
    nonce: text,
    sub: text,
    amr: [text],
    acr: text,
    ...times,
  };
};

/** What reads a text that came from outside. `says`: the refusals of its own; without any it never throws. */
export type TextReader = {
  name: string;
  read: (text: string) => unknown;
  says?: readonly (new (...args: never[]) => Error)[];
};

const typed = { order: "dmy", today: "2026-11-24" } as const;
const key = Buffer.alloc(32, 7);
const seed = Buffer.alloc(20, 7);
const day = "2026-11-24";
const now = new Date("2026-11-24T09:40:00Z");
const kinds = houseLaw.referenceKinds.map((kind) => kind.key);
const settings = { DATABASE_URL: "postgres://a@b/c", KEK: key.toString("base64"), AUTH_SECRET: "s".repeat(40) };
const env = { ...settings, SERVICE_TOKEN: key.toString("base64"), DATA_DIR: "/nowhere" };

const each = (names: readonly string[], read: (name: string, text: string) => unknown) => (text: string) =>
  names.map((name) => read(name, text));

/** Headers, cookies, addresses, marks, tokens, codes and numbers; each by the name of what it calls. */
export const textReaders: readonly TextReader[] = [
  { name: "deviceFamily", read: deviceFamily },
  { name: "networkOf", read: (text) => [0, 1, 3].map((hops) => networkOf(text, hops)) },
  { name: "parseRange", read: (text) => [0, 1, 10_000].map((size) => parseRange(text, size)) },
  { name: "readMark", read: (text) => [text, encoded(text)].map((value) => readMark(value, "due", "asc")) },
  { name: "readCounted", read: readCounted },
  { name: "readMonth", read: (text) => readMonth(text, day) },
  { name: "parseCount", read: parseCount },
  { name: "readColumns", read: (text) => [readColumns([text]), isOwnColumn(text)] },
  { name: "readCode", read: (text) => isCode(readCode(text)) },
  { name: "secretIn", read: secretIn },
  { name: "isOurWay", read: (text) => [text, headed(text)].map(isOurWay) },
  { name: "matchStep", read: (text) => [looksLikeCode(text), matchStep(seed, text, now)] },
  { name: "isEasilyGuessed", read: (text) => isEasilyGuessed(text.slice(0, 128), ["Kestrel", text.slice(0, 40)]) },
  { name: "isSealed", read: (text) => [isSealed(text), kekIdOf(text), isId(text), isSha256(text)] },
  { name: "decrypt", read: (text) => decrypt(key, text, "a place"), says: [Error] },
  { name: "readRing", read: readRing, says: [Error] },
  { name: "readRecipients", read: readRecipients, says: [BackupError] },
  { name: "readIdentities", read: readIdentities, says: [BackupError] },
  { name: "readErased", read: readErased, says: [BackupError] },
  { name: "readErasedLines", read: readErasedLines, says: [Error] },
  { name: "readProblem", read: readProblem },
  { name: "readPin", read: readPin },
  { name: "readStrokes", read: readStrokes },
  { name: "readLines", read: readLines },
  { name: "readText", read: (text) => [readText(text), safeName(text)] },
  {
    name: "parseEnvironment",
    read: (text) => parseEnvironment({ ...env, APP_ORIGIN: text, TSA_URLS: text, SMTP_URL: text }),
    says: [Error],
  },
  { name: "isCivilDate", read: (text) => [isCivilDate(text), isZone(text), zonesOfRegion("ZA").includes(text)] },
  {
    name: "instantOnWall",
    read: (text) => [instantOnWall(text, "America/New_York"), instantOnWall(`${day}T09:40`, text)],
  },
  { name: "oddValue", read: (text) => identifierKinds.map((kind) => oddValue(kind, text)) },
  { name: "tidy", read: (text) => [tidy(text), squeeze(text), fold(text)] },
  {
    name: "civilFrom",
    read: (text) => (["dmy", "mdy", "ymd"] as const).map((order) => [civilFrom(text, order), wallFrom(text, order)]),
  },
  {
    name: "readCellMoment",
    read: (text) => (["dmy", "mdy", "ymd"] as const).map((order) => readCellMoment(text, order, day)),
  },
  { name: "readDay", read: (text) => [readDay(text, typed), daysInText(text, typed)] },
  {
    name: "readMoment",
    read: (text) => [readMoment(text, typed), unclearDate([text]), describeReading(text, "dmy", day)],
  },
  { name: "guessMapping", read: (text) => [guessMapping(text.split(",").slice(0, 200), houseLaw), guessDates([text])] },
  { name: "findProvision", read: (text) => findProvision("offence", text, houseLaw) },
  { name: "readReference", read: each(kinds, (kind, text) => readReference(kind, text.slice(0, 400), { today: day })) },
  {
    name: "parseReference",
    read: (text) => [
      parseReference(kinds[0] ?? "", text.slice(0, 400), { today: day }),
      parseReference(text, "1", { today: day }),
    ],
  },
  {
    name: "displayReference",
    read: (text) => [displayReference(kinds[0] ?? "", text, text), lookupKey(kinds[0] ?? "", text)],
  },
  { name: "readUnfinished", read: (text) => readUnfinished({ stage: text, asks: { [text]: text }, letterOn: text }) },
  {
    name: "codesIn",
    read: (text) => [codesIn(text), handlesIn(text), platformIdsIn(text), phonesIn(text), emailsIn(text)],
  },
  { name: "personIn", read: (text) => [personIn(text), walletsIn(text), wordsIn(text)] },
  { name: "readTrusted", read: readTrusted, says: [Error] },
  { name: "readVerdict", read: readVerdict, says: [ScanFailed] },
  { name: "readVersion", read: readVersion, says: [ScanFailed] },
  { name: "readClaims", read: (text) => readClaims(claimsOf(text), asked) },
  {
    name: "readPrivateKey",
    read: (text) => readPrivateKey(pem("ENCRYPTED PRIVATE KEY", text), "passphrase"),
    says: [AppError],
  },
  { name: "readSigningChain", read: (text) => readSigningChain(pem("CERTIFICATE", text), now), says: [AppError] },
];

/** Those that read whole messages take longer, so they get fewer. */
export const slowTextReaders: readonly TextReader[] = [
  { name: "lookupKeys", read: lookupKeys },
  { name: "findReferences", read: (text) => findReferences(text, day) },
  { name: "findContacts", read: findContacts },
  { name: "readPage", read: (text) => readPage(text) },
  { name: "readStepValue", read: readStepValue },
  { name: "readAttachmentMarks", read: (text) => [...readAttachmentMarks([text])] },
  { name: "readHost", read: readHost },
  { name: "readChosen", read: readChosen },
  { name: "readAddress", read: readAddress },
  { name: "readToken", read: readToken },
  { name: "readPicture", read: readPicture },
  { name: "readSubmission", read: (text) => readSubmission("kobotoolbox", { what: text, [text]: [text] }) },
  { name: "readNumbers", read: (text) => [readNumbers(text, "incident"), readNumbers(text, "exhibit")] },
  { name: "readPasted", read: (text) => readPasted(text, day, houseLaw) },
];

const headed = (text: string) => `${Buffer.from(text).toString("base64url")}..${text}.${text}.${text}`;
const encoded = (text: string) => Buffer.from(`["due","asc",${text}]`).toString("base64url");
const pem = (name: string, text: string) =>
  `-----BEGIN ${name}-----\n${Buffer.from(text).toString("base64")}\n-----END ${name}-----`;
