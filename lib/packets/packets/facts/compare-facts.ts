import { formatDate } from "@/lib/platform/text/format";
import { accountsPattern, countOf, parseCount } from "../sections/words";
import type { PacketSnapshot } from "../snapshot/snapshot";
import type { AnnexSnapshot } from "../snapshot/snapshot-annex";
import { computeFacts, factsOf } from "./compute-facts";

/** Where two places of one packet state different values of one fact, naming both places. */
export function contradictions(snapshot: PacketSnapshot, annex: AnnexSnapshot | null): string[] {
  return [
    ...ofAccounts(snapshot),
    ...ofImages(snapshot),
    ...ofKeeping(snapshot),
    ...ofClient(snapshot, annex),
    ...ofFacts(snapshot),
  ];
}

/** The number of accounts: in the words with which the case was opened, and as recorded. */
function ofAccounts({ accounts, case: { matter } }: PacketSnapshot): string[] {
  const count = parseCount(accountsPattern.exec(matter)?.[2] ?? "");
  if (count === null || count === accounts.length) return [];
  const message = countOf(count, "account");
  const there = countOf(accounts.length, "account");
  return [`what the matter is (brief) says ${message}, the identity board has ${there}`];
}

/** Whether an intimate image was shown to others: in the words with which the case was opened, and by the acts. */
function ofImages({ incidents, case: { matter } }: PacketSnapshot): string[] {
  const has = (tag: (typeof incidents)[number]["tags"][number]) => incidents.some(({ tags }) => tags.includes(tag));
  const saysShared = /\b(images?|pictures?|photos?|videos?)\b[^.;,]{0,20}\b(shared|shown|posted|published)\b/i.test(
    matter,
  );
  if (!saysShared || has("image_shared") || !has("intimate_image")) return [];
  return ["what the matter is (brief) says that an image was shared, the acts record only a threat to share one"];
}

/** Until when an account is preserved, and whether: in the clocks, in the register, and where the sections read it. */
function ofKeeping(snapshot: PacketSnapshot): string[] {
  const rows = snapshot.preservation?.rows ?? [];
  return factsOf(snapshot).preservation.flatMap(({ account, held, until, reference }) => {
    const row = rows.find((candidate) => candidate.account === account);
    // A number may stand for several accounts, with the soonest day of them.
    const number = snapshot.references.find(
      (candidate) => candidate.code === reference && candidate.accounts.length === 1,
    );
    return [
      ...(row && (row.state === "kept") !== held
        ? [
            `${account} is ${held ? "kept" : "not kept"} by the record, and ${row.state.replace("_", " ")} by the clocks`,
          ]
        : []),
      ...(row?.state === "kept" && held && row.expiresOn !== until
        ? [`${account} is preserved until ${day(until)} by the record, and until ${day(row.expiresOn)} by the clocks`]
        : []),
      ...(number?.expiresOn && held && until !== number.expiresOn
        ? [
            `${account} is preserved until ${day(until)} by the record, and until ${day(number.expiresOn)} by ${number.code}`,
          ]
        : []),
    ];
  });
}

/** What the served part says about the annex's content, and the content itself. */
function ofClient(snapshot: PacketSnapshot, annex: AnnexSnapshot | null): string[] {
  if (!annex) return [];
  const [message, held] = [snapshot.case.clientIds.inAnnex, annex.clientIds.map((clientId) => clientId.platform)].map(
    (all) => all.toSorted().join(", "),
  );
  if (message === held) return [];
  return [
    `section 3 says that the annex has the client’s own ids of ${message || "none"}, the annex has ${held || "none"}`,
  ];
}

/** The frozen facts, and those derived from the rest of the same snapshot. */
function ofFacts(snapshot: PacketSnapshot): string[] {
  if (!snapshot.facts) return [];
  const frozen = snapshot.facts;
  const now = computeFacts({ ...snapshot, facts: null });
  const keys = ["preservation", "knowledge", "oldest"] as const;
  return keys.flatMap((key) =>
    JSON.stringify(frozen[key]) === JSON.stringify(now[key])
      ? []
      : [`the facts of this version say otherwise than its record of ${names[key]}`],
  );
}

const names = { preservation: "what is kept", knowledge: "what the sender knew", oldest: "the oldest act" };

const day = (date: string | null): string => (date ? formatDate(date) : "a day that is not recorded");
