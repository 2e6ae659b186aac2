import type { Block } from "@/lib/platform/pdf/blocks";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { byWhen } from "../brief/by-when";
import { roomOf } from "../brief/room";
import { acts, codes, docketOf } from "../facts";
import type { Section } from "../section";
import { wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { listed, spans } from "../words";

/** What the officer is asked to do with the pack, how far the matter is, and by when it matters. */
export const docketAsked: Section = {
  id: "asked",
  build: ({ snapshot }) => [
    { b: "h3", title: "What the officer is asked to do" },
    ...steps(snapshot),
    stage(snapshot),
    // Why it is urgent is the request’s; here the days alone.
    ...byWhen({ ...snapshot, case: { ...snapshot.case, urgent: [] } }, roomOf(0)),
  ],
};

function steps(snapshot: PacketSnapshot): Block[] {
  const { police } = wordsOfPair(snapshot);
  const number = docketOf(snapshot);
  const unsworn = snapshot.statements.length > 0 ? acts(snapshot).filter((act) => act.statements.length === 0) : [];
  const bare = factsOf(snapshot).preservation.filter(({ held }) => !held);
  const first = number
    ? `File these papers and exhibits in the ${police.file}, and return the receipt on the last page of section 5.`
    : `Register the matter and give the number: ${police.caseNumber}. Then file these papers and exhibits.`;
  return [
    para(first, number ? [number.code] : ["case record"]),
    ...(snapshot.statements.length === 0
      ? [para("Take the client’s statement under oath: none is on file.", ["case record"])]
      : []),
    ...(unsworn.length > 0
      ? [para(`Take a supplementary statement on ${listed(spans(codes(unsworn)))}.`, sourcesOf(spans(codes(unsworn))))]
      : []),
    ...(bare.length > 0
      ? [
          para(
            `Ask the providers to preserve the records of ${listed(spans(bare.map(({ account }) => account)))}.`,
            sourcesOf(spans(bare.map(({ account }) => account))),
          ),
        ]
      : []),
  ];
}

function stage({ case: { stage: found } }: PacketSnapshot): Block {
  if (found) return para(found.text, sourcesOf(found.sources));
  return para("How far the matter is: not recorded. The officer will state it.", ["case record"]);
}
