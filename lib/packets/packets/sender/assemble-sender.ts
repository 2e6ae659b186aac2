import { createHash } from "node:crypto";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { type WrittenDocument, writeDocument } from "@/lib/platform/pdf/write-document";
import { planLetters } from "../letters/plan-letters";
import { citedLaws } from "../sections/assemble-packet";
import { nameLaws } from "../sections/name-laws";
import { lawsOf } from "../sections/pair-words";
import { checked, lines, overrides, releases } from "../sections/preflight-result";
import { cells, particulars, table } from "../sections/section";
import { isLawNumber, labelled } from "../sections/source-column";
import { stampStanding } from "../sections/standing";
import { onWall } from "../sections/words";
import type { PacketSnapshot, PreparedExhibit } from "../snapshot/snapshot";
import { markedSources, type WordedSource } from "./marked-sources";

/**
 * What the sender keeps of a packet and no receiver gets: the checks with their reasons, the releases, the letters that
 * were not drafted, and how well each source of law was read. A pure function of its facts.
 */
export async function* assembleSender(
  snapshot: PacketSnapshot,
  exhibits: readonly PreparedExhibit[],
): AsyncGenerator<Uint8Array, WrittenDocument> {
  return yield* writeDocument(planSender(snapshot, exhibits), { image: noImages, attachments: [] });
}

function planSender(snapshot: PacketSnapshot, exhibits: readonly PreparedExhibit[]): DocumentPlan {
  const { packet, org } = snapshot;
  const cited = citedLaws(snapshot, exhibits);
  const own = nameLaws([...cover(snapshot), ...preflight(snapshot), ...notDrafted(snapshot)], lawsOf(snapshot));
  const laws = [...lawsOf(snapshot).values()].filter(({ no }) => cited.has(no) || own.used.has(no));
  const title = `${packet.no} v${packet.version}, sender’s copy`;
  const plan: DocumentPlan = {
    blocks: [...own.value, ...nameLaws(markedSources(laws, inWords(snapshot)), lawsOf(snapshot)).value],
    head: { left: packet.no, leftRest: ` · version ${packet.version}`, right: "SENDER’S COPY · not to be handed out" },
    foot: "Stays with the organisation. No part of the packet.",
    meta: {
      title,
      author: org.name,
      language: "en-ZA",
      at: new Date(packet.builtAt),
      id: createHash("sha256")
        .update(JSON.stringify(["sender", snapshot]))
        .digest()
        .subarray(0, 16),
    },
  };
  return stampStanding(plan, snapshot);
}

/** Of the offences, each once. */
function inWords({ charges, pairs }: PacketSnapshot): WordedSource[] {
  const all = [
    ...charges.flatMap(({ provision, sources }) => sources.map((source) => ({ provision, source }))),
    ...pairs.map(({ other }) => ({ provision: other.provision, source: other.law })),
  ].filter(({ source }) => !isLawNumber(source) && source !== "case record");
  return [...new Map(all.map((one) => [`${one.provision} ${one.source}`, one])).values()];
}

function cover({ packet, org, zones, receivers }: PacketSnapshot): Block[] {
  const approval = packet.approval
    ? `${packet.approval.by}, ${onWall(packet.approval.at, zones.home)}`
    : "not yet approved";
  return [
    { b: "section", short: "Sender’s copy" },
    { b: "kicker", text: "STAYS WITH THE ORGANISATION" },
    { b: "title", text: "Sender’s copy", small: true },
    {
      b: "lead",
      text: `What was checked before ${packet.no}, version ${packet.version}, was sent. Do not hand it out.`,
    },
    particulars(
      [
        labelled("Packet", `${packet.no}, version ${packet.version}, built ${onWall(packet.builtAt, zones.home)}`),
        labelled("For", receivers.map(({ name }) => name).join("; ") || "No receiver recorded."),
        labelled("Prepared by", `${org.name}, ${packet.preparedBy}`),
        labelled("Approved by", approval),
      ],
      46,
    ),
  ];
}

/** Each line of the receiver’s checklist with its result, overrides with their reasons, and the releases. */
function preflight(snapshot: PacketSnapshot): Block[] {
  return [
    { b: "h1", no: "", title: "Preflight result", anchor: "preflight", short: "Preflight result" },
    checked(snapshot),
    ...overrides(snapshot),
    ...lines(snapshot),
    ...releases(snapshot),
  ];
}

function notDrafted(snapshot: PacketSnapshot): Block[] {
  const { notOffered } = planLetters(snapshot);
  if (notOffered.length === 0) return [];
  return [
    { b: "h3", title: "Letters that were not drafted" },
    table(
      [
        [30, "Letter"],
        [60, "Provider"],
        [80, "Why"],
      ] as const,
      notOffered.map(({ kind, entity, why }) => cells(kind, entity, why)),
    ),
  ];
}

async function noImages(): Promise<never> {
  throw new Error("the sender’s copy has no images");
}
