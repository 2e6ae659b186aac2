import type { Block } from "@/lib/platform/pdf/blocks";
import { daysBetween } from "@/lib/platform/time/calendar";
import { accountOf } from "../sections/facts";
import { sentenceOf } from "../sections/pair-words";
import type { KeepRow } from "../sections/preservation/rows";
import { countOf } from "../sections/words";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { accountTable, isFindable, letterHead, matterLine, signature } from "./letter-blocks";
import type { Lacking } from "./types";

type Provider = { entity: string; isKnown: boolean; rows: readonly KeepRow[] };

/**
 * The request to one provider to keep what it has of its own accounts, with their renewal where it keeps them already.
 * It speaks of no other provider and of no other account.
 */
export function preservationLetter(snapshot: PacketSnapshot, { entity, isKnown, rows }: Provider): Block[] | Lacking {
  if (!isKnown) return { lacks: "The legal entity that answers for it is not recorded" };
  const found = rows.filter((row) => isFindable(accountOf(snapshot, row.account)));
  const renewable = found.filter((row) => row.state === "kept" && row.secondExpiresOn !== null);
  const fresh = found.filter((row) => row.state !== "kept");
  if (found.length === 0) return { lacks: "No id, web address or handle of its account is recorded" };
  if (fresh.length + renewable.length === 0) return { lacks: "What it keeps cannot be renewed again" };
  const ask = withDays(sentenceOf(snapshot, "F15")?.text ?? "", daysOf(snapshot, fresh[0]));
  const renewal = sentenceOf(snapshot, "keepRenewal")?.text ?? "";
  return [
    ...letterHead(entity, found.find((row) => row.route)?.route ?? null),
    { b: "paperTitle", text: "Request to preserve records" },
    { b: "text", text: matterLine(snapshot) },
    ...(fresh.length > 0 ? asking(snapshot, ask, fresh) : []),
    ...(renewable.length > 0 ? asking(snapshot, renewal, renewable) : []),
    { b: "keep", blocks: [...points(), signature(snapshot)] },
  ];
}

function asking(snapshot: PacketSnapshot, text: string, rows: readonly KeepRow[]): Block[] {
  return [
    { b: "text", text },
    ...rows.flatMap((row) => [
      ...(row.state === "kept" && row.reference
        ? [{ b: "text", text: `Your reference: ${row.reference}` } as const]
        : []),
      ...accountTable(snapshot, row),
    ]),
  ];
}

function points(): Block[] {
  return [
    "Please preserve these records as they are, even if the account is changed, closed or deleted.",
    "Please do not tell the account holder of this request: notice could lead to the loss of evidence.",
    "Please confirm your reference number, the date on which you received this letter, and the date on which the preservation ends.",
    "This letter does not ask you to disclose anything.",
  ].map((text, i) => ({ b: "item", no: `${i + 1}.`, text }));
}

/** The days of this provider's own rule, in place of the 90 of the reviewed sentence. */
function withDays(text: string, days: number | null): string {
  return days === null || days === 90 ? text : text.replace(/\b90 days\b/, countOf(days, "day"));
}

function daysOf({ preservation }: PacketSnapshot, row: KeepRow | undefined): number | null {
  if (!preservation || !row?.expiresOn || row.state === "expired") return null;
  return daysBetween(preservation.letterOn, row.expiresOn);
}
