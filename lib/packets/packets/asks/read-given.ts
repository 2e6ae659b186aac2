import { isKnownByPhone, stableId } from "@/lib/casework/cases/rules";
import { askWordsFor, findPlatform, heldIn, type Law } from "@/lib/law/jurisdictions/rules";
import { endOfDay } from "@/lib/platform/time/zone";
import { providerOf } from "../snapshot/people";
import type { CaseRecord } from "../snapshot/read-case";
import { accountCode, exhibitCode, incidentCode } from "../snapshot/words";
import { whereHeld } from "./holder";
import type { AskAccount, AskAct, AskedOf, AskGiven } from "./types";

/** What of a case its requests are made from. */
export function askGiven(record: CaseRecord, law: Law): AskGiven {
  const words = askWordsFor(record.case.pair, law);
  return {
    accounts: record.accounts.map((row) => accountOf(record, row, law)),
    acts: actsOf(record),
    addresses: addressesOf(record).map((row) => ({ ...identified(row), acts: actsShownBy(record, row.exhibitId) })),
    mails: mailsOf(record),
    numbers: words?.numberPrefix ? numbersOf(record, words.numberPrefix, law) : [],
    persons: record.subjects.flatMap((row) =>
      row.allegedName && row.allegedPlace
        ? [
            {
              value: `the person called “${row.allegedName}” (alleged by the client; place named: ${row.allegedPlace})`,
              accounts: record.accounts.filter((account) => account.subjectId === row.id).map(accountCode),
              from: null,
              to: null,
            },
          ]
        : [],
    ),
    words,
  };
}

function accountOf(record: CaseRecord, row: CaseRecord["accounts"][number], law: Law): AskAccount {
  const { pair } = record.case;
  const platform = findPlatform(row.platform, law);
  const provider = providerOf(row.platform, law, pair);
  const country = heldIn(row.platform, law, pair);
  const id = stableId(row, law);
  const { sources: _, ...gives } = platform?.gives ?? { sources: [] };
  return {
    code: accountCode(row),
    platform: platform?.name ?? row.platform,
    entity: provider && { name: provider.entity, law: provider.law },
    country,
    where: whereHeld(country, pair),
    identifier: id && id !== row.handle ? `${id} (${row.handle})` : (id ?? `${row.handle} (id not recorded)`),
    gives,
  };
}

/** Acts and what shows that the user knew, such as a block: the logs at those times bear on the same user. */
function actsOf(record: CaseRecord): AskAct[] {
  const codeOf = new Map(record.accounts.map((row) => [row.id, accountCode(row)]));
  return record.incidents
    .filter((row) => row.kind === "act" || row.isKnowledge)
    .map((row) => ({
      code: incidentCode(row),
      account: (row.accountId && codeOf.get(row.accountId)) || null,
      at: row.happenedAt,
      exact: row.timeIsExact,
      zone: row.zone,
    }));
}

const fourNumbers = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/;
const groupsOfSix = /(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]{1,4}(?![\w:])/i;

const holdsAddress = (value: string): boolean => fourNumbers.test(value) || groupsOfSix.test(value);

const addressesOf = (record: CaseRecord) => record.identifiers.filter(({ value }) => holdsAddress(value));

/** The acts that the exhibit of an identifier shows: of a mail, when it was sent. */
function actsShownBy(record: CaseRecord, exhibitId: string | null): string[] {
  if (exhibitId === null) return [];
  const linked = record.links.filter((link) => link.exhibitId === exhibitId).map((link) => link.incidentId);
  return record.incidents.filter((row) => row.kind === "act" && linked.includes(row.id)).map(incidentCode);
}

/** Mails that show an act, and of which no address is on the board. */
function mailsOf(record: CaseRecord): string[] {
  const known = new Set(addressesOf(record).map(({ exhibitId }) => exhibitId));
  return record.exhibits
    .filter(({ id, look }) => look.kind === "eml" && !known.has(id) && actsShownBy(record, id).length > 0)
    .map(exhibitCode);
}

type Identifier = CaseRecord["identifiers"][number];

function identified({ value, firstSeenOn, lastSeenOn }: Identifier): AskedOf {
  const from = firstSeenOn ? new Date(`${firstSeenOn}T00:00:00Z`) : null;
  const last = lastSeenOn ?? firstSeenOn;
  return { value, accounts: [], from, to: last ? endOfDay(last, "UTC") : null };
}

/** Numbers on the board, and accounts that are known by their number. */
function numbersOf(record: CaseRecord, prefix: string, law: Law): AskedOf[] {
  const onBoard = record.identifiers.filter(({ kind }) => kind === "phone").map((row) => identified(row));
  const ofAccounts = record.accounts
    .filter((row) => isKnownByPhone(row.platform, law))
    .map((row) => ({
      value: stableId(row, law) ?? row.handle,
      accounts: [accountCode(row)],
      from: null,
      to: null,
    }));
  const all = [...ofAccounts, ...onBoard].filter(({ value }) => digits(value).startsWith(prefix));
  return all.filter((one, i) => all.findIndex((other) => digits(other.value) === digits(one.value)) === i);
}

const digits = (value: string): string => value.replace(/[^\d+]/g, "");
