import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { anewNotice, anewShort, copyNotice, draftNotice, draftStamp } from "../fixed-text";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { particulars } from "./section";
import { labelled } from "./source-column";
import { dayOf } from "./words";

/**
 * The plan with the version's status on every page: the word across it, the running head, at the foot whom to ask, the
 * first line of the cover.
 * An approved version that still counts gets none.
 */
export function stampStanding(plan: DocumentPlan, snapshot: PacketSnapshot): DocumentPlan {
  const standing = standingOf(snapshot);
  if (!standing) return plan;
  const { word, label, text: message, more, title } = standing;
  const anew = snapshot.packet.laidOutAnew ? ` ${anewShort}` : "";
  const row = labelled(label, [`${message}.`, ...more].filter(Boolean).join(" "));
  return {
    ...plan,
    watermark: word,
    blocks: withRow(plan.blocks, row),
    foot: `${message}.${anew} ${askWhether(snapshot)}`,
    head: { ...plan.head, leftRest: ` · version ${snapshot.packet.version}, ${message}` },
    meta: { ...plan.meta, title: `${plan.meta.title}, ${title}` },
  };
}

/** The number to ask whether a version counts, on each page that says that this one does not. */
function askWhether({ org, packet }: Pick<PacketSnapshot, "org" | "packet">): string {
  const ways = [org.liaisonPhone, org.liaisonEmail].filter(Boolean);
  // The line is short: with what is said of the layout, one way has to do.
  if (packet.laidOutAnew && ways[0]) return `Ask which stands: ${ways[0]}`;
  return ways.length > 0 ? `Ask which version stands: ${ways.join(", ")}` : "Ask the organisation which version stands";
}

/** `word`: across the page. `said`: in the running head. */
type Standing = { word: string; label: string; text: string; more: readonly string[]; title: string };

/** Null while it counts. A version that was both replaced and withdrawn is shown as withdrawn. */
export function standingOf({ packet, zones }: Pick<PacketSnapshot, "packet" | "zones">): Standing | null {
  const { withdrawn, superseded, copyOf, laidOutAnew, approval } = packet;
  const copy = copyOf ? [copyNotice(copyOf), ...(laidOutAnew ? [anewNotice] : [])] : [];
  if (withdrawn) {
    const word = "WITHDRAWN";
    const message = `${word} on ${dayOf(withdrawn.at, zones.home)}`;
    return { word, label: "Withdrawn", text: message, more: [withdrawn.reason, ...copy], title: "withdrawn" };
  }
  if (superseded) {
    const word = "SUPERSEDED";
    const message = `${word} by version ${superseded.version} on ${dayOf(superseded.at, zones.home)}`;
    return { word, label: "Superseded", text: message, more: ["Do not act on it.", ...copy], title: "superseded" };
  }
  if (approval) return null;
  return { word: draftStamp, label: "State", text: draftStamp, more: [draftNotice], title: "not approved" };
}

/** The first row of the cover's table; a cover whose table has its own header gets a line above it. */
function withRow(blocks: readonly Block[], row: ReturnType<typeof labelled>): Block[] {
  const at = blocks.findIndex(({ b }) => b === "table");
  const table = blocks[at];
  if (table?.b === "table" && table.columns.length === 2 && table.columns.every(({ head }) => head === undefined)) {
    return blocks.with(at, { ...table, rows: [row, ...table.rows] });
  }
  return blocks.toSpliced(blocks.findIndex(({ b }) => b === "box") + 1, 0, particulars([row], 46));
}
