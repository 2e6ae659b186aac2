import { pageOf, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { heldAccounts } from "../../facts/compute-facts";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import {
  accountOf,
  acts,
  codes,
  docketOf,
  docketText,
  exhibitCodes,
  lawOfAsked,
  referencesOf,
  shownBy,
  tagged,
} from "../facts";
import { label, sentenceOf } from "../pair-words";
import { placeName } from "../places";
import { askedOf } from "../shared/asked";
import { dangerStated, nothingRaised } from "../shared/danger";
import { countOf, dayOf, daysAtHome, listed, sentence, spans, stop } from "../words";

export type StandardRow = "subscriber" | "traffic" | "content" | "preservation" | "emergency";
export type StandardFacts = { facts: Rich[]; shownBy: string[]; gap: string };

/** What the record contains and lacks for one standard. No fact is added. */
export function standardFacts(snapshot: PacketSnapshot, row: StandardRow): StandardFacts {
  switch (row) {
    case "subscriber":
      return subscriber(snapshot);
    case "traffic":
      return traffic(snapshot);
    case "content":
      return content(snapshot);
    case "preservation":
      return preservation(snapshot);
    case "emergency":
      return emergency(snapshot);
  }
}

function subscriber(snapshot: PacketSnapshot): StandardFacts {
  const docket = docketOf(snapshot);
  const list = acts(snapshot);
  const used = snapshot.accounts.filter((account) => list.some((incident) => incident.account === account.code));
  const facts = [
    docket ? `${docketText(docket)} is recorded.` : "",
    used.length > 0 ? `${sentence(countOf(list.length, "act"))} came from ${listed(spans(codes(used)))}.` : "",
    used.length === 0
      ? "No account is linked to an act."
      : snapshot.case.subjectIdentity
        ? ""
        : "No name is known for any of them.",
  ];
  return {
    facts: [facts.filter(Boolean).join(" ")],
    shownBy: [...(docket ? [docket.code] : []), ...codes(list)],
    gap: docket ? "None." : `${sentence(label(snapshot, "docketNone"))}: an investigation is not shown.`,
  };
}

function traffic(snapshot: PacketSnapshot): StandardFacts {
  const list = acts(snapshot);
  const exact = list.filter((incident) => incident.exact);
  const last = list.at(-1);
  const newest = last ? `; the newest on ${dayOf(last.at, snapshot.zones.home)}` : "";
  const links = snapshot.accounts.filter((account) => account.link && account.link.confidence !== "first");
  const facts = [
    `${sentence(countOf(exact.length, "act"))} with ${exact.length === 1 ? "its time" : "their times"} to the second (${placeName("chronology")})${newest}.`,
    ...links.map((account) => `${account.code}: ${stop(account.link?.text ?? "")}`),
    "Material: the logs at those times can confirm or refute that one user in one place sent the messages. The client holds no such records.",
  ];
  const loose = unpreserved(snapshot);
  const inexact = list.length - exact.length;
  const laws = lawOfAsked(snapshot);
  const logsSentence = sentenceOf(snapshot, "logsShort");
  const short = logsSentence?.sources.some((source) => laws.includes(source)) ? logsSentence : null;
  const gaps = [
    inexact > 0 ? `${sentence(countOf(inexact, "act"))} without an exact time.` : "",
    loose.length === 0
      ? ""
      : `No preservation is recorded for ${listed(spans(loose))}; logs may be gone.${short ? ` ${short.text}` : ""}`,
  ];
  return {
    facts: facts.map((fact, i) => `${i + 1}. ${fact}`),
    shownBy: [...codes(list), ...exhibitCodes(list)],
    gap: gaps.filter(Boolean).join(" ") || "None.",
  };
}

/** Accounts whose logs are requested, or all, for which no preservation is recorded. */
function unpreserved(snapshot: PacketSnapshot): string[] {
  const asked = new Set(askedOf(snapshot).flatMap((ask) => (ask.class === "traffic" ? ask.accounts : [])));
  const held = heldAccounts(snapshot);
  return codes(snapshot.accounts).filter((code) => !held.has(code) && (asked.size === 0 || asked.has(code)));
}

function content(snapshot: PacketSnapshot): StandardFacts {
  const threats = tagged(snapshot, "violence", "intimate_image", "gain");
  const list = acts(snapshot);
  const last = list.at(-1);
  const first = list[0];
  const withId = list.filter((incident) => accountOf(snapshot, incident.account)?.platformId);
  const fact = (label: string, text: string): Rich => [strong(`${label}. `), text];
  const bare = threats.filter((incident) => incident.exhibits.length === 0);
  const crime = fact(
    "Crime",
    threats.length > 0 ? `Threats: ${listed(spans(codes(threats)))}.` : "No incident is marked as a threat.",
  );
  const fresh = fact(
    "Fresh",
    last
      ? `Newest act ${dayOf(last.at, snapshot.zones.home)}, ${countOf(daysAtHome(snapshot, last.at), "day")} before this version.`
      : "No act is recorded.",
  );
  const shown = threats.flatMap((incident) => [
    incident.code,
    ...shownBy(incident).filter((code) => code.startsWith("E-")),
  ]);
  return {
    facts: [
      crime,
      fact("Source", `The client received each message; ${countOf(snapshot.exhibits.length, "exhibit")} held.`),
      fact(
        "Link",
        `${withId.length} of ${list.length} ${list.length === 1 ? "act" : "acts"} came from an account known by its platform id.`,
      ),
      fresh,
      fact("What will be found", "The same threads, as the provider holds them."),
      fact("Limits", `Threads with the client only, ranges in ${placeName("sought")}.`),
    ],
    shownBy: shown,
    gap: [
      "Place and identity of the sender unproven.",
      bare.length > 0 ? `No exhibit for ${listed(spans(codes(bare)))}.` : "",
      first ? `Oldest act is ${countOf(daysAtHome(snapshot, first.at), "day")} old.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  };
}

function preservation(snapshot: PacketSnapshot): StandardFacts {
  const noId = snapshot.accounts.filter((account) => !account.platformId);
  const held = heldAccounts(snapshot);
  const loose = codes(snapshot.accounts).filter((code) => !held.has(code));
  const open = referencesOf(snapshot, "preservation").filter((reference) => reference.state !== "issued");
  const ids =
    snapshot.accounts.length === 0
      ? "No account is recorded."
      : noId.length === 0
        ? `Ids and handles are recorded for ${listed(spans(codes(snapshot.accounts)))}.`
        : `Id missing for ${listed(spans(codes(noId)))}.`;
  const briefing = snapshot.packet.preservationBriefing;
  return {
    facts: [[ids, briefing ? `Drafts are in the preservation briefing, ${briefing}.` : ""].filter(Boolean).join(" ")],
    shownBy: codes(snapshot.accounts),
    gap:
      open.length > 0
        ? `${listed(codes(open))} not yet issued.`
        : loose.length > 0
          ? `No preservation is recorded for ${listed(spans(loose))}.`
          : "None.",
  };
}

function emergency(snapshot: PacketSnapshot): StandardFacts {
  const stated = dangerStated(snapshot);
  const gap = "Whether danger is imminent is for the police.";
  if (!stated) return { facts: [nothingRaised], shownBy: [], gap };
  return { facts: [["As stated under Danger on page ", pageOf("brief"), "."]], shownBy: stated.sources, gap };
}
