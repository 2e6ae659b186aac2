import { z } from "zod";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import { strong } from "@/lib/platform/pdf/rich-text";
import { accountOf } from "../sections/facts";
import { sentenceOf } from "../sections/pair-words";
import type { KeepRow } from "../sections/preservation/rows";
import { particulars } from "../sections/section";
import { at, isolated, stop, utc } from "../sections/words";
import type { PacketSnapshot, SnapshotAccount } from "../snapshot/snapshot";
import { accountTable, isFindable, letterHead, matterLine, signature } from "./letter-blocks";
import { sayWithoutCodes } from "./say-without-codes";
import type { Lacking } from "./types";

type Provider = { entity: string; isKnown: boolean; rows: readonly KeepRow[] };

const words = z.union([z.string(), z.array(z.string()).transform((list) => list.join(" … "))]);

/** What the assessment of the danger decided, as far as a letter needs it. */
const assessed = z.object({
  answer: z.string(),
  reason: z.string(),
  acts: z.array(z.object({ incident: z.string(), at: z.string(), words: words.nullable() })),
});

/** The assessment of a named person, if one said that the danger is imminent. Older snapshots have none. */
function imminent(snapshot: PacketSnapshot): z.output<typeof assessed> | null {
  const { data } = assessed.safeParse(snapshot.case.danger);
  return data?.answer === "imminent" ? data : null;
}

/**
 * The request to one provider to disclose at once what may avert a danger, from the assessment of a named person. Only
 * for the provider through which the words of danger came; whole, or not at all.
 */
export function emergencyLetter(snapshot: PacketSnapshot, { entity, isKnown, rows }: Provider): Block[] | Lacking {
  const danger = imminent(snapshot);
  if (!danger) return { lacks: "No named person decided that a danger is imminent" };
  if (!isKnown) return { lacks: "The legal entity that answers for it is not recorded" };
  const acts = danger.acts.filter(({ incident }) => {
    const account = snapshot.incidents.find(({ code }) => code === incident)?.account;
    return rows.some((row) => row.account === account);
  });
  const quoted = acts.filter((act) => act.words);
  if (quoted.length === 0) return { lacks: "No words of danger came through it" };
  const own = rows.filter((row) => quoted.some((act) => accountOfAct(snapshot, act.incident) === row.account));
  const found = own.filter((row) => isFindable(accountOf(snapshot, row.account)));
  if (found.length === 0) return { lacks: "No id, web address or handle of the account is recorded" };
  const said = (text: string | null | undefined) => (text ? sayHere(snapshot, text, rows) : "");
  const { emergency } = snapshot;
  const [reason, whyNow, noTime, data] = [danger.reason, emergency?.whyNow, emergency?.noTime, emergency?.data].map(
    said,
  );
  if (reason === null || whyNow === null || noTime === null || data === null)
    return { lacks: "What was written of the danger names another account or service: write it without" };
  if (!noTime) return { lacks: "Why there is no time for legal process is not written" };
  const since = quoted.map((act) => act.at).toSorted()[0] ?? "";
  const facts: (readonly [string, Rich])[] = [
    ["Who is in danger", "The person to whom the words below were sent, known to the police."],
    ["The danger", quoted.map((act) => `${sentTime(snapshot, act.at)}: “${isolated(act.words ?? "")}”`).join("\n")],
    ["Why it is imminent", [...new Set([stop(reason ?? ""), whyNow ? stop(whyNow) : ""])].filter(Boolean).join(" ")],
    [
      "Records that can avert it",
      data ||
        `Subscriber records; log-in and session IP addresses with port and time in UTC since ${utc(since)}; the latest known location.`,
    ],
    ["Why there is no time for legal process", noTime],
  ];
  return [
    ...letterHead(entity, found.find((row) => row.route)?.route ?? null),
    { b: "paperTitle", text: "Emergency request to disclose records" },
    { b: "text", text: matterLine(snapshot) },
    { b: "text", text: sentenceOf(snapshot, "emergencyAsks")?.text ?? "" },
    particulars(
      facts.map(([name, value]) => ({ cells: [[strong(name)], value] })),
      44,
    ),
    { b: "gap", mm: 4 },
    ...found.flatMap((row) => accountTable(snapshot, { ...row, types: ["As named above"], from: since, to: null })),
    {
      b: "keep",
      blocks: [
        { b: "text", text: "Please do not tell the account holder of this request: notice could increase the danger." },
        { b: "text", text: "Legal process will follow where your policy asks for it." },
        signature(snapshot),
      ],
    },
  ];
}

function accountOfAct(snapshot: PacketSnapshot, code: string): string | null {
  return snapshot.incidents.find((incident) => incident.code === code)?.account ?? null;
}

function sentTime({ zones }: PacketSnapshot, instant: string): string {
  return `${at(instant, zones.home)} (${utc(instant)})`;
}

/** Somebody's words for this provider: null where they name what belongs to another. */
function sayHere(snapshot: PacketSnapshot, text: string, rows: readonly KeepRow[]): string | null {
  const own = new Set(rows.map((row) => row.account));
  const said = sayWithoutCodes(snapshot, text, { account: (code) => (own.has(code) ? "the account" : null) });
  if (said === null) return null;
  const theirs = (isOwn: boolean) =>
    snapshot.accounts.filter((account) => own.has(account.code) === isOwn).flatMap(namesOf);
  const known = new Set(theirs(true));
  return theirs(false).some((other) => !known.has(other) && mentions(said, other)) ? null : said;
}

/** What an account could be told by. A display name may be an everyday word, and then it tells nothing. */
function namesOf({ platform, platformId, provider, handles, displayNames }: SnapshotAccount): string[] {
  return [
    platform,
    platformId ?? "",
    provider?.entity ?? "",
    ...handles.map(({ handle }) => handle),
    ...displayNames.filter((name) => name.length > 3),
  ].filter(Boolean);
}

/** As a word of its own: `X` stands in many others. */
function mentions(text: string, name: string): boolean {
  const words = (value: string) =>
    ` ${value
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}@_]+/gu, " ")
      .trim()} `;
  return words(text).includes(words(name));
}
