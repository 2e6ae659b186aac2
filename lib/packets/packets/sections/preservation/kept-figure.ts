import { chartKept, type KeptWords } from "@/lib/escalation/preservation/chart-kept";
import type { ChartedKeep } from "@/lib/escalation/preservation/types";
import { rooms } from "@/lib/platform/charts/marks";
import { plotSpans } from "@/lib/platform/charts/plot-spans";
import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import { formatDate } from "@/lib/platform/text/format";
import { factsOf } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { referencesOf } from "../facts";
import { wordsOfPair } from "../short/words";
import { lawInBrackets } from "../source-column";
import { civilDate } from "../words";
import { type KeepRow, rowsOf } from "./rows";

const words: Omit<KeptWords, "about" | "requestName"> = {
  title: "What is kept of each account, against the time of a request",
  kept: "kept by the provider",
  possible: "possible with a request or a renewal",
  risk: "may be gone",
  request: "time of a request",
  today: "Today",
  more: (rows) => `${rows} more accounts in the table`,
  dateText: formatDate,
};

/** The accounts of the table as bars, with the time of a request from state to state below them. */
export function keptFigure(snapshot: PacketSnapshot): Block[] {
  const rows = rowsOf(snapshot);
  if (rows.length === 0) return [];
  const { gap, mayTakeMonths } = wordsOfPair(snapshot).preservation;
  const sent = [...referencesOf(snapshot, "letter_of_request"), ...referencesOf(snapshot, "central_authority")];
  const sentOn = sent.flatMap((reference) => reference.issuedOn ?? []).toSorted()[0] ?? null;
  const time = mayTakeMonths ? "months to over a year" : "for a time that is not known";
  const keeps = rows.map((row) => keepOf(snapshot, row));
  const about = `${keeps.map(({ name, note }) => `${name}: ${note}`).join(". ")}. A request runs ${time}; no date is promised`;
  const input = chartKept(
    keeps,
    {
      sentOn,
      mayTakeMonths,
      text: `${sentOn ? `sent on ${formatDate(sentOn)}` : "if sent today"}: ${time}, no date promised`,
    },
    civilDate(snapshot.packet.builtAt, snapshot.zones.home),
    { ...words, requestName: "Request", about: `${about}.` },
  );
  const known = mayTakeMonths ? `${words.title}. That a request takes ${time} is general knowledge` : words.title;
  return [
    {
      b: "chart",
      chart: plotSpans(input, rooms.print),
      caption: [strong("Figure. "), known, ...lawInBrackets(gap.sources), ". The arrow means that it may take longer."],
    },
  ];
}

function keepOf(snapshot: PacketSnapshot, row: KeepRow): ChartedKeep {
  const { account, state, expiresOn, secondExpiresOn } = row;
  const isKept = state === "kept" || state === "expired";
  const from = factsOf(snapshot).preservation.find((fact) => fact.account === account)?.runsFrom ?? null;
  const end = isKept && expiresOn ? `kept until ${formatDate(expiresOn)}` : "";
  const possible = secondExpiresOn ?? expiresOn;
  const more = possible && possible !== (isKept ? expiresOn : null) ? formatDate(possible) : "";
  const bare = more ? `nothing kept yet; with a request until ${more}` : "nothing kept yet";
  return {
    name: account,
    note: isKept ? `${end || "kept"}${more ? `, with a renewal until ${more}` : ""}` : bare,
    from: isKept ? from : null,
    until: isKept ? expiresOn : null,
    possibleUntil: possible,
  };
}
