import { factsOf, heldAccounts } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes, lawOfAsked, referencesOf } from "../facts";
import { sentenceOf } from "../pair-words";
import { civilDate, formatDate, listed, spans } from "../words";
import { dangerStated } from "./danger";

export type Point = { text: string; sources: string[] };

/** Why time matters, from the record: preservation and its end, the age of the acts, danger, short log retention. */
export function urgentPoints(snapshot: PacketSnapshot): Point[] {
  return [
    ...preservation(snapshot),
    ...age(snapshot),
    ...forecast(snapshot),
    ...shortLogs(snapshot),
    ...danger(snapshot),
  ];
}

function preservation(snapshot: PacketSnapshot): Point[] {
  const all = referencesOf(snapshot, "preservation");
  const kept = all.filter((reference) => reference.state === "issued");
  const open = all.filter((reference) => reference.state !== "issued");
  const held = heldAccounts(snapshot);
  const bare = snapshot.accounts.filter((account) => !held.has(account.code));
  const numbered = new Set(kept.flatMap((reference) => reference.accounts));
  const unnumbered = factsOf(snapshot)
    .preservation.filter((candidate) => candidate.held && !numbered.has(candidate.account))
    .map(
      (item) =>
        `${item.account}${item.until ? ` is preserved until ${formatDate(item.until)}` : " is preserved, no end recorded"}`,
    );
  const known = kept.map((reference) => {
    if (reference.accounts.length === 0) return `${reference.code} is issued, for which account is not recorded`;
    const whose = ` for ${listed(spans(reference.accounts))}`;
    return `${reference.code}${whose}${reference.expiresOn ? ` expires on ${formatDate(reference.expiresOn)}` : ", no end recorded"}`;
  });
  if (kept.length === 0 && unnumbered.length === 0) {
    return [
      {
        text: `No preservation is recorded${open.length > 0 ? ` (${codes(open).join(", ")})` : ""}.`,
        sources: open.length > 0 ? codes(open) : ["case record"],
      },
    ];
  }
  const rest = bare.length > 0 ? ` None is recorded for ${listed(spans(codes(bare)))}.` : "";
  return [
    {
      text: `Preservation: ${[...unnumbered, ...known].join("; ")}.${rest}`,
      sources: [...codes(kept), ...spans(codes(snapshot.accounts))],
    },
  ];
}

function age(snapshot: PacketSnapshot): Point[] {
  const { oldest } = factsOf(snapshot);
  if (!oldest) return [];
  const isPast = oldest.turnsOn <= civilDate(snapshot.packet.builtAt, snapshot.zones.home);
  const text = `${oldest.code} ${isPast ? "turned" : "turns"} ${oldest.days} days old on ${formatDate(oldest.turnsOn)}.`;
  return [{ text, sources: [oldest.code] }];
}

function forecast(snapshot: PacketSnapshot): Point[] {
  const expected = snapshot.preservation?.forecast;
  return expected ? [{ text: expected.text, sources: expected.sources }] : [];
}

function shortLogs(snapshot: PacketSnapshot): Point[] {
  const sentence = sentenceOf(snapshot, "logsShort");
  const laws = lawOfAsked(snapshot);
  return sentence?.sources.some((source) => laws.includes(source))
    ? [{ text: sentence.text, sources: [...sentence.sources] }]
    : [];
}

function danger(snapshot: PacketSnapshot): Point[] {
  const stated = snapshot.case.danger?.answer === "none" ? null : dangerStated(snapshot);
  return stated ? [stated] : [];
}
