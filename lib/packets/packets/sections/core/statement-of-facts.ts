import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { actLine, acts, codes, docketOf, docketReferences, docketText } from "../facts";
import { wordingPara } from "../pair-words";
import { type Section, sectionHead } from "../section";
import { swornCodes, swornText } from "../shared/statements";
import { para, sourcesOf } from "../source-column";
import { at, formatDate, spans, stop } from "../words";

/**
 * The facts as somebody would swear them: the docket and its stage, then acts and what the sender was told, in the order
 * of time, each sentence with its source: the paragraph of the sworn statement first, then the exhibit.
 */
export const statementOfFacts: Section = {
  id: "request",
  build: ({ snapshot }) => [
    ...sectionHead("facts"),
    ...docketParas(snapshot),
    stagePara(snapshot),
    ...narrative(snapshot),
    ...snapshot.case.clientFacts.map((fact) => para(stop(fact.text), sourcesOf(fact.sources))),
    ...snapshot.case.harm.map((fact) => para(stop(fact.text), sourcesOf(fact.sources))),
    ...screenParas(snapshot),
  ],
};

/** Acts and the other facts that show what the sender knew, in one order. */
function narrative(snapshot: PacketSnapshot): Block[] {
  const list = acts(snapshot);
  if (list.length === 0) return [para("No incident is recorded in this case.", ["case record"])];
  const shown = new Set(codes(list));
  const known = factsOf(snapshot).knowledge.filter(({ code }) => !shown.has(code));
  const moments = [
    ...list.map((act) => ({
      at: act.at,
      block: para(actLine(snapshot, act), sourcesOf([...act.statements, ...act.exhibits], act.code)),
    })),
    ...known.map((fact) => ({
      at: fact.at,
      block: para(
        [strong(`${fact.code}. `), `On ${at(fact.at, snapshot.zones.home)}: ${stop(fact.text)}`],
        sourcesOf(
          [...fact.sources.filter(isStatement), ...fact.sources.filter((code) => !isStatement(code))],
          fact.code,
        ),
      ),
    })),
  ];
  const none =
    factsOf(snapshot).knowledge.length === 0
      ? [
          para("No fact is recorded that shows what the sender knew: told to stop, blocked, answered, come back.", [
            "case record",
          ]),
        ]
      : [];
  return [...moments.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ block }) => block), ...none];
}

const isStatement = (code: string): boolean => code.startsWith("ST");

function docketParas(snapshot: PacketSnapshot): Block[] {
  const docket = docketOf(snapshot);
  const swear = swornText(snapshot);
  const swornPara = swear ? [para(swear, sourcesOf(swornCodes(snapshot)))] : [];
  if (!docket) {
    const open = codes(docketReferences(snapshot));
    return [...wordingPara(snapshot, "docketMissing", { codes: open }), ...swornPara];
  }
  const issued = docket.issuedOn ? `, registered on ${formatDate(docket.issuedOn)}` : "";
  const fills = { docket: docketText(docket), issued };
  return [...wordingPara(snapshot, "docketKnown", { codes: [docket.code], fills }), ...swornPara];
}

function stagePara(snapshot: PacketSnapshot): Block {
  const { stage } = snapshot.case;
  if (stage) return para(stage.text, sourcesOf(stage.sources));
  return para("The stage of the matter is not recorded: the officer or the prosecutor will state it.", ["case record"]);
}

function screenParas(snapshot: PacketSnapshot): Block[] {
  const { screened } = snapshot.case;
  const key = screened === true ? "screenClear" : screened === false ? "screenFound" : "screenOpen";
  return wordingPara(snapshot, key, { codes: spans(codes(acts(snapshot))) });
}
