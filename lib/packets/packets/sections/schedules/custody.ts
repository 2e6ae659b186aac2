import type { Block } from "@/lib/platform/pdf/blocks";
import { mono } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotExhibit } from "../../snapshot/snapshot";
import { codes } from "../facts";
import { wordingPara } from "../pair-words";
import { cells, type Section, scheduleHead, table } from "../section";
import { para, sourcesOf } from "../source-column";
import { countOf, dayOf, listed, sentence, shortHash, spans, utc } from "../words";
import { filesBlocks } from "./files";

/** What the custody ledger holds: which hashes were computed again, the clocks, each file with its hash, one ledger in full. */
export const custody: Section = {
  id: "annex-a",
  build: ({ snapshot }) =>
    snapshot.exhibits.length === 0
      ? []
      : [
          ...scheduleHead("custody"),
          opening(snapshot),
          ...sealed(snapshot),
          clocks(snapshot),
          ...wordingPara(snapshot, "F10"),
          ...filesBlocks(snapshot),
          ...ledger(snapshot),
        ],
};

function opening(snapshot: PacketSnapshot): Block {
  const { exhibits } = snapshot;
  if (exhibits.length === 0) return para("This version has no exhibit.", ["custody ledger"]);
  const again = exhibits.filter((exhibit) => exhibit.rehashed);
  const wrong = again.filter((exhibit) => !exhibit.rehashed?.same);
  const newest = again
    .map((exhibit) => exhibit.rehashed?.at ?? "")
    .sort()
    .at(-1);
  const checked =
    again.length === 0
      ? "No hash was computed again for this version."
      : `${again.length === exhibits.length ? "Each hash" : `The hash of ${again.length} of ${exhibits.length}`} was computed again, last on ${dayOf(newest ?? snapshot.packet.builtAt, snapshot.zones.home)}, and ${wrong.length === 0 ? "was the same" : `differed for ${codes(wrong).join(", ")}`}.`;
  const masked = exhibits.some((exhibit) => exhibit.files.some((file) => file.kind === "masked copy"))
    ? "; a masked copy has its own"
    : "";
  const text = `${sentence(countOf(exhibits.length, "exhibit"))}. Each hash is the SHA-256 of the original file as received${masked}. ${checked}`;
  return para(text, ["custody ledger"]);
}

/** One paragraph for the exhibits of which the same is to be said. */
function sealed(snapshot: PacketSnapshot): Block[] {
  const groups = new Map<string, string[]>();
  for (const { code, sealedWhy, inAnnex } of snapshot.exhibits.filter((exhibit) => exhibit.sealed)) {
    const text = `the original is sealed${sealedWhy ? ` (${sealedWhy})` : ""} and ${inAnnex?.as ? "lies in the sealed annex; without it, it is" : "is"} shown only to an officer or prosecutor who signs for it. The served pages show a copy.`;
    groups.set(text, [...(groups.get(text) ?? []), code]);
  }
  return [...groups].map(([text, list]) =>
    para(`${listed(spans(list))}: ${text}`, sourcesOf([...spans(list), "sealed annex"])),
  );
}

function clocks(snapshot: PacketSnapshot): Block {
  const known = [...new Set(snapshot.exhibits.map((exhibit) => exhibit.timeSource).filter(Boolean))];
  const text =
    known.length > 0
      ? `Clocks: ${known.join("; ")}.`
      : "Clocks: how the clocks of the devices were checked is not recorded.";
  return para(text, sourcesOf(["custody ledger"]));
}

/** The longest ledger in full, so that a reader sees what a ledger contains. */
function ledger(snapshot: PacketSnapshot): Block[] {
  const longest = [...snapshot.exhibits].sort((a, b) => b.custody.length - a.custody.length)[0];
  if (!longest || longest.custody.length === 0) return [];
  const rows = longest.custody.map((event) =>
    cells(String(event.no), event.action, [mono(utc(event.at))], event.by, [mono(shortHash(event.hash))]),
  );
  return [
    { b: "h3", title: `Custody events, one exhibit in full: ${longest.code}` },
    table(
      [
        [12, "No."],
        [36, "Action"],
        [50, "At (UTC)"],
        [42, "By"],
        [30, "Chain hash, short"],
      ] as const,
      rows,
      true,
    ),
    para(`The hash was computed on receipt. ${nextEvents(snapshot, longest)}`, ["custody ledger"]),
  ];
}

/** Events recorded when the version is stored cannot be in the table that the version prints. */
function nextEvents({ packet }: PacketSnapshot, { rehashed }: SnapshotExhibit): string {
  const into = `put in packet ${packet.no}, version ${packet.version}`;
  if (!rehashed?.same) return `Recorded after these: ${into}.`;
  return `Recorded after these: hash computed again at ${utc(rehashed.at)}, identical; ${into}.`;
}
