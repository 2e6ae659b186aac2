import { draftSaid, draftStamp } from "@/lib/packets/fixed-text";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { particulars } from "./section";
import { labelled } from "./source-column";
import { dayOf } from "./words";

/**
 * The plan with what the version is worth on every page: the word across it, the running head, the first line of the
 * cover. One that was approved and not withdrawn says nothing.
 */
export function stampStanding(plan: DocumentPlan, { packet, zones }: PacketSnapshot): DocumentPlan {
  if (packet.withdrawn) {
    const said = `WITHDRAWN on ${dayOf(packet.withdrawn.at, zones.home)}`;
    const row = labelled("Withdrawn", `${said}. ${packet.withdrawn.reason}`.trim());
    return stamped(plan, { word: "WITHDRAWN", row, said, version: packet.version, title: "withdrawn" });
  }
  if (packet.approval) return plan;
  const row = labelled("State", `${draftStamp}. ${draftSaid}`);
  return stamped(plan, { word: draftStamp, row, said: draftStamp, version: packet.version, title: "not approved" });
}

type Stamp = { word: string; row: ReturnType<typeof labelled>; said: string; version: number; title: string };

function stamped(plan: DocumentPlan, { word, row, said, version, title }: Stamp): DocumentPlan {
  return {
    ...plan,
    watermark: word,
    blocks: withRow(plan.blocks, row),
    head: { ...plan.head, leftRest: ` · version ${version}, ${said}` },
    meta: { ...plan.meta, title: `${plan.meta.title}, ${title}` },
  };
}

/** The first line of the cover's table; a cover whose table has a head of its own gets a line above it. */
function withRow(blocks: readonly Block[], row: ReturnType<typeof labelled>): Block[] {
  const at = blocks.findIndex(({ b }) => b === "table");
  const table = blocks[at];
  if (table?.b === "table" && table.columns.length === 2 && table.columns.every(({ head }) => head === undefined)) {
    return blocks.with(at, { ...table, rows: [row, ...table.rows] });
  }
  return blocks.toSpliced(blocks.findIndex(({ b }) => b === "box") + 1, 0, particulars([row], 46));
}
