import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { particulars } from "./section";
import { labelled } from "./source-column";
import { dayOf } from "./words";

/** The plan of a version that was withdrawn: the word on every page, the day in the running head, the reason on the cover. */
export function stampWithdrawn(plan: DocumentPlan, { packet, zones }: PacketSnapshot): DocumentPlan {
  if (!packet.withdrawn) return plan;
  const said = `WITHDRAWN on ${dayOf(packet.withdrawn.at, zones.home)}`;
  return {
    ...plan,
    watermark: "WITHDRAWN",
    blocks: withRow(plan.blocks, `${said}. ${packet.withdrawn.reason}`.trim()),
    head: { ...plan.head, leftRest: ` · version ${packet.version}, ${said}` },
    meta: { ...plan.meta, title: `${plan.meta.title}, withdrawn` },
  };
}

/** The first line of the cover's table; a cover whose table has a head of its own gets a line above it. */
function withRow(blocks: readonly Block[], text: string): Block[] {
  const row = labelled("Withdrawn", text);
  const at = blocks.findIndex(({ b }) => b === "table");
  const table = blocks[at];
  if (table?.b === "table" && table.columns.length === 2 && table.columns.every(({ head }) => head === undefined)) {
    return blocks.with(at, { ...table, rows: [row, ...table.rows] });
  }
  return blocks.toSpliced(blocks.findIndex(({ b }) => b === "box") + 1, 0, particulars([row], 46));
}
