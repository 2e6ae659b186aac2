import { factsOf, heldAccounts } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts, codes, docketOf, tagged } from "../facts";
import { isWorded, label } from "../pair-words";
import { placeName } from "../places";
import type { Point } from "../shared/urgency";
import { countOf, listed, sentence, spans } from "../words";

/** The weaknesses found in the record itself: each gap in one sentence, the gravest first. */
export function weakPoints(snapshot: PacketSnapshot): Point[] {
  return [
    who(snapshot),
    ...threats(snapshot),
    ...matter(snapshot),
    ...accounts(snapshot),
    ...bareActs(snapshot),
    ...elements(snapshot),
    ...preservation(snapshot),
    ...law(snapshot),
  ];
}

function who(snapshot: PacketSnapshot): Point {
  const loose = snapshot.accounts.filter(
    ({ link }) => link && (link.confidence === "low" || link.confidence === "medium"),
  );
  const linked =
    loose.length > 0 ? ` The link of ${listed(spans(codes(loose)))} to the other accounts is less than high.` : "";
  return {
    text: `Who sent the messages, and from where, is not proved by what the client holds.${linked}`,
    sources: [placeName("accounts"), ...spans(codes(loose))],
  };
}

function threats(snapshot: PacketSnapshot): Point[] {
  if (acts(snapshot).length === 0) return [];
  const points: Point[] = [];
  if (tagged(snapshot, "violence", "property", "intimate_image", "gain").length === 0)
    points.push({ text: "No incident is marked as a threat.", sources: spans(codes(acts(snapshot))) });
  if (factsOf(snapshot).knowledge.length === 0)
    points.push({ text: "No fact shows that the sender knew the words were feared.", sources: [placeName("facts")] });
  return points;
}

function matter(snapshot: PacketSnapshot): Point[] {
  if (docketOf(snapshot)) return [];
  return [{ text: `${sentence(label(snapshot, "docketNone"))}.`, sources: [placeName("numbers")] }];
}

function accounts(snapshot: PacketSnapshot): Point[] {
  const noId = snapshot.accounts.filter((account) => !account.platformId);
  if (noId.length === 0) return [];
  return [{ text: `The platform id of ${listed(codes(noId))} is not recorded.`, sources: spans(codes(noId)) }];
}

function bareActs(snapshot: PacketSnapshot): Point[] {
  const bare = acts(snapshot).filter((incident) => incident.exhibits.length === 0);
  const flagged = snapshot.exhibits.filter((exhibit) => exhibit.flags.length > 0);
  return [
    ...(bare.length > 0
      ? [{ text: `No exhibit shows ${listed(spans(codes(bare)))}.`, sources: spans(codes(bare)) }]
      : []),
    ...(flagged.length > 0
      ? [
          {
            text: `${listed(spans(codes(flagged)))} ${flagged.length === 1 ? "lacks" : "lack"} a web address, account id or time.`,
            sources: spans(codes(flagged)),
          },
        ]
      : []),
  ];
}

function elements(snapshot: PacketSnapshot): Point[] {
  const open = snapshot.pairs.flatMap(({ code, elements: all }) => {
    const count = all.filter((element) => element.shownBy.length === 0 && !/^none noted/i.test(element.gap)).length;
    return count > 0 ? [{ code, count }] : [];
  });
  if (open.length === 0) return [];
  const messages = open.map((charge) => `${charge.code} has ${countOf(charge.count, "element")} without a fact`);
  return [{ text: `${listed(messages)}.`, sources: [placeName("elements")] }];
}

function preservation(snapshot: PacketSnapshot): Point[] {
  const held = heldAccounts(snapshot);
  const bare = snapshot.accounts.filter((account) => !held.has(account.code));
  if (bare.length === 0) return [];
  return [
    {
      text: `Nothing shows that ${listed(spans(codes(bare)))} ${bare.length === 1 ? "is" : "are"} preserved.`,
      sources: [placeName("numbers")],
    },
  ];
}

/** Law that was not read, or not read well, and on which something rests. */
function law(snapshot: PacketSnapshot): Point[] {
  if (!isWorded(snapshot)) return [{ text: "The law of these two countries was not read.", sources: ["product rule"] }];
  const unsure = snapshot.pairs.filter((pair) => !pair.other.yearsVerified);
  if (unsure.length === 0) return [];
  const messages = [...new Set(unsure.map((pair) => pair.other.provision))];
  return [{ text: `The maximum of ${listed(messages)} was not verified.`, sources: codes(unsure) }];
}
