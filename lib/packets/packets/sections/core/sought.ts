import type { Block } from "@/lib/platform/pdf/blocks";
import { pageOf, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts, codes, exhibitCodes, lawOfAsked } from "../facts";
import { pairWordsOf, wordingPara } from "../pair-words";
import { placeName } from "../places";
import { type Section, sectionHead, subheading } from "../section";
import { askedOf, classesAsked, itemNumbers } from "../shared/asked";
import { para, sourcesOf } from "../source-column";
import { listed, sentence, spans, stop } from "../words";
import { standardsBlocks } from "./standards";

/** Provider, class and range of each item; why the data is needed; the standard of each class with the facts that meet it. */
export const sought: Section = {
  id: "standards",
  build: ({ snapshot }) => [
    ...sectionHead("sought"),
    ...items(snapshot),
    ...purpose(snapshot),
    ...standardsBlocks(snapshot),
  ],
};

function items(snapshot: PacketSnapshot): Block[] {
  const asked = askedOf(snapshot);
  const laws = lawOfAsked(snapshot);
  const reach = pairWordsOf(snapshot).providerReach;
  const outside = laws.flatMap((law) => reach[law] ?? []);
  const named =
    outside.length > 0 ? ` that the providers name for users ${listed(outside)}` : " recorded for each provider";
  const head = [
    subheading("3.1", "Holder, records, range"),
    ...(asked.length === 0 || classesAsked(snapshot).size > 0
      ? wordingPara(snapshot, "soughtOpening", { fills: { named }, codes: laws })
      : [para("Every time is in UTC. Nothing is sought on any other account or person.", ["brief"])]),
  ];
  if (asked.length === 0) {
    return [
      ...head,
      para(
        "No item is drafted in this version. The lines are for the prosecutor: holder, records, account, range in UTC.",
        ["case record"],
      ),
      { b: "freeLines", count: 4 },
    ];
  }
  return [
    ...head,
    para(
      [
        `${sentence(itemNumbers(asked))}, with holder, account, records, range and process: page `,
        pageOf("brief"),
        ".",
      ],
      ["brief"],
    ),
    ...(classesAsked(snapshot).has("content") ? [clientIds(snapshot)] : []),
  ];
}

/** Whether messages with the client can be found hangs on the client’s own id: the annex has what is recorded. */
function clientIds({ case: { clientIds: known } }: PacketSnapshot): Block {
  const { inAnnex, notRecorded } = known;
  const has = inAnnex.length > 0 ? `The client’s own id on ${listed(inAnnex)} is in the sealed annex.` : "";
  const lacks =
    notRecorded.length > 0 || inAnnex.length === 0
      ? `The client’s own account ids${notRecorded.length > 0 ? ` on ${listed(notRecorded)}` : ""} are not recorded; what was exchanged with them is found only once the client gives them.`
      : "";
  return para([has, lacks].filter(Boolean).join(" "), ["F3", "sealed annex"]);
}

function purpose(snapshot: PacketSnapshot): Block[] {
  const written = snapshot.request.purpose;
  const accounts = spans(codes(snapshot.accounts));
  const incidents = spans(codes(acts(snapshot)));
  const fills = { accounts: accounts.join(", ") || "the accounts" };
  return [
    subheading("3.2", "Why the data is needed"),
    ...(written.length > 0
      ? written.map((statement) => para(statement.text, sourcesOf(spans(statement.sources))))
      : wordingPara(snapshot, "purpose", { fills, codes: [...incidents, ...accounts] })),
    ...whyEachClass(snapshot),
    ...snapshot.accounts.map((account) => nexus(snapshot, account)),
  ];
}

/** What each requested class of data can show that the client’s own documents cannot. */
function whyEachClass(snapshot: PacketSnapshot): Block[] {
  const asked = classesAsked(snapshot);
  const list = acts(snapshot);
  const parts = [
    asked.has("subscriber")
      ? `Subscriber records: ${snapshot.accounts.length > 0 ? "who registered the accounts is not known to the client" : "no account is recorded"}.`
      : "",
    asked.has("traffic") && list.length > 0
      ? `Logs: the addresses and times at the moments of ${listed(spans(codes(list)))} can confirm or refute that one person in one place used the accounts.`
      : "",
    asked.has("content")
      ? `Content: the client holds ${snapshot.exhibits.length === 0 ? "no copy in this packet" : `copies (${placeName("exhibits")})`}; the copy of the provider shows whether they are complete.`
      : "",
  ].filter(Boolean);
  if (parts.length === 0) return [];
  return [
    para(parts.join(" "), sourcesOf([placeName("chronology"), placeName("accounts"), ...spans(exhibitCodes(list))])),
  ];
}

/** How one account is linked to the matter: its acts, its link to the previous account, the request about it. */
function nexus(snapshot: PacketSnapshot, account: PacketSnapshot["accounts"][number]): Block {
  const own = codes(acts(snapshot).filter((incident) => incident.account === account.code));
  const asked = itemNumbers(askedOf(snapshot).filter(({ accounts }) => accounts.includes(account.code)));
  const sent = own.length > 0 ? `sent ${listed(spans(own))}.` : "sent no act that is recorded.";
  const link = account.link?.text ? ` ${stop(account.link.text)}` : " No link to another account is recorded.";
  const rest = asked ? ` Asked for in ${asked}.` : " Nothing is asked for on it.";
  return para(
    [strong(`${account.code}, ${account.platform}: `), `${sent}${link}${rest}`],
    sourcesOf([account.code, ...spans(own), ...spans(account.shownBy)]),
  );
}
