import { houseLaw } from "@/lib/law/jurisdictions/rules";
import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes } from "../facts";
import { label } from "../pair-words";
import { cells, subheading, table } from "../section";
import { sourcedPara, wordsOfPair } from "../short/words";
import { listed, spans, spanText, stop } from "../words";
import { bureausOf, purposeWords } from "./words";

type Met = { result: string; where: string };

/** Section 5: each criterion a bureau has for a request, and where the briefing addresses it. */
export function criteria(snapshot: PacketSnapshot): Block[] {
  const words = wordsOfPair(snapshot).ncb;
  const items = houseLaw.notes.find((note) => note.key === words.criteriaNote)?.items ?? [];
  const met = answers(snapshot);
  return [
    subheading("5", "Checked against the criteria for a request"),
    sourcedPara(words.criteria),
    table(
      [
        [9, "No."],
        [65, "The bureau asks"],
        [24, "Answer"],
        [72, "Where it is met"],
      ] as const,
      items.map((item, i) => {
        const { result = "", where = "" } = met[i] ?? {};
        return cells(String(i + 1), item.text, result === "yes" ? result : [strong(result)], where);
      }),
    ),
  ];
}

function answers(snapshot: PacketSnapshot): readonly Met[] {
  return [
    fromPolice(snapshot),
    betweenBureaus(snapshot),
    international(snapshot),
    both(snapshot),
    neutral(snapshot),
    linked(snapshot),
    complete(snapshot),
  ];
}

function fromPolice({ receivers }: PacketSnapshot): Met {
  const officers = receivers.filter((receiver) => receiver.role === "investigating_officer" || receiver.role === "ncb");
  const names = officers.map((officer) => officer.name).join("; ");
  return {
    result: "yes, once police send it",
    where: names ? `Prepared for: ${names}.` : "No officer is named as a receiver.",
  };
}

function betweenBureaus(snapshot: PacketSnapshot): Met {
  const { from, to } = bureausOf(snapshot);
  return { result: "yes", where: `${from} to ${to}, section 1.` };
}

function international(snapshot: PacketSnapshot): Met {
  const { accounts, zones } = snapshot;
  const entities = [...new Set(accounts.flatMap((account) => account.provider?.entity ?? []))];
  const zone = zones.other ? ` ${zones.other.reason.text} (${spanText(zones.other.reason.sources)})` : "";
  const held = entities.length > 0 ? ` Records are with ${stop(listed(entities))}` : "";
  return {
    result: "yes",
    where: `The client is in ${label(snapshot, "inHome")}; the subject is looked for in ${label(snapshot, "inThere")}.${held}${zone}`,
  };
}

function both({ pairs, law }: PacketSnapshot): Met {
  if (pairs.length === 0) return { result: "not shown", where: "No pairing is drafted in this version." };
  const met = pairs.map((pair) => {
    const rows = (law?.rows ?? []).filter((row) => row.pair === pair.code && row.facts.length > 0);
    const shown = rows.map(({ home, there, facts }) => {
      const acts = [...new Set(facts.flatMap(({ incident, account }) => incident ?? account ?? []))];
      const element = (home ?? there)?.text ?? "";
      return acts.length > 0 ? `${element}: ${spanText(acts)}` : null;
    });
    const elements = shown.filter((text) => text !== null);
    const names = `${pair.home.provision} and ${pair.other.provision}, section 1.`;
    return elements.length > 0 ? `${names} ${elements.join("; ")} (section 2).` : names;
  });
  return { result: "yes", where: met.join(" ") };
}

function neutral({ case: { screened } }: PacketSnapshot): Met {
  if (screened === null) return { result: "not screened", where: "The question was not answered." };
  if (!screened) return { result: "no", where: "Something of the kind was found: for the officer and the bureau." };
  return { result: "yes", where: "Screened when the briefing was prepared: nothing of the kind was found." };
}

function linked({ accounts, incidents }: PacketSnapshot): Met {
  const used = accounts.filter((account) => incidents.some((incident) => incident.account === account.code));
  if (used.length === 0) return { result: "not shown", where: "No act is linked to an account." };
  return {
    result: "yes",
    where: `Acts came from ${listed(spans(codes(used)))}, sections 2 and 3. Who used them is what is asked for.`,
  };
}

function complete({ ncb, accounts }: PacketSnapshot): Met {
  const withId = accounts.filter((account) => account.platformId).length;
  const ids = `Platform ids for ${withId} of ${accounts.length} accounts, section 3.`;
  if (!ncb?.purpose) return { result: "not stated", where: `No purpose is stated. ${ids}` };
  return { result: "yes", where: `${purposeWords[ncb.purpose]}, section 1. ${ids}` };
}
