import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { fixedLines } from "../fixed-text";
import type { PacketSnapshot } from "../snapshot/snapshot";
import type { PacketKindKey } from "../types";
import { brief } from "./brief/brief";
import { docketAsked } from "./docket/asked";
import { docketCover, shortContents } from "./docket/cover";
import { diary } from "./docket/diary";
import { filing, index } from "./docket/index-and-receipt";
import { annexures, statements } from "./docket/papers";
import { exhibitPages } from "./exhibits/exhibit-pages";
import { coverAndFields } from "./interpol/cover-and-fields";
import { evidenceAndReply } from "./interpol/evidence-and-reply";
import { factsAndIdentifiers } from "./interpol/facts-and-identifiers";
import { mlaSections } from "./mla-sections";
import { clocksAndEmergency } from "./preservation/clocks-and-emergency";
import { coverAndWhy } from "./preservation/cover-and-why";
import { refusalCover, refusalFacts } from "./refusal/cover-and-facts";
import { ladderAndAuthority } from "./refusal/ladder-and-authority";
import { letters, proofAndReply } from "./refusal/letter-and-reply";
import { lawRelied } from "./schedules/law";
import type { Section } from "./section";
import { filesAnnex, sourcesUsed } from "./short/sources";
import { wordsOfPair } from "./short/words";

/** How a kind of packet is composed. A new kind needs one of these and a checklist. */
export type KindPlan = {
  sections: readonly Section[];
  /** In the running head and in the title of the file. */
  title: (snapshot: PacketSnapshot) => string;
  /** At the foot of every page. */
  foot: string;
  classification: string;
  /** Replaces the section `annex-b`, made of the law that the other sections cite. */
  sources: (laws: readonly PacketLaw[]) => Block[];
  /** A section that must fit on so many pages, under an anchor that is its id; its texts are shortened until it does. */
  fits: { section: Section; pages: number } | null;
};

const served = { classification: "CONFIDENTIAL · served part", sources: sourcesUsed, fits: null };
const sources: Section = { id: "annex-b", build: () => [] };

export const kindPlans: Record<PacketKindKey, KindPlan> = {
  mla_dossier: {
    ...served,
    sections: mlaSections,
    title: () => "MLA pre-request dossier",
    foot: fixedLines.foot,
    sources: lawRelied,
    fits: { section: brief, pages: 2 },
  },
  interpol_briefing: {
    ...served,
    sections: [coverAndFields, factsAndIdentifiers, evidenceAndReply, sources, filesAnnex, exhibitPages],
    title: () => "INTERPOL briefing",
    foot: fixedLines.feet.interpol,
  },
  preservation_briefing: {
    ...served,
    sections: [coverAndWhy, clocksAndEmergency, sources, filesAnnex, exhibitPages],
    title: () => "Preservation briefing",
    foot: fixedLines.feet.preservation,
  },
  docket_pack: {
    ...served,
    sections: [
      docketCover,
      docketAsked,
      shortContents,
      statements,
      annexures,
      diary,
      index,
      filing,
      sources,
      filesAnnex,
      exhibitPages,
    ],
    title: (snapshot) => wordsOfPair(snapshot).docket.title,
    foot: fixedLines.feet.docket,
  },
  refusal_complaint: {
    ...served,
    sections: [
      refusalCover,
      refusalFacts,
      ladderAndAuthority,
      letters,
      proofAndReply,
      sources,
      filesAnnex,
      exhibitPages,
    ],
    title: () => "Refusal complaint",
    foot: fixedLines.feet.refusal,
  },
};
