import type { DraftContent } from "../input";
import { packetKinds } from "../labels";
import { emergencyFrom } from "../snapshot/danger";
import type { CaseRecord } from "../snapshot/read-case";
import type { PacketKindKey } from "../types";

/**
 * A draft as the assessment of danger proposes it: imminent danger makes a message urgent and answers what an emergency
 * asks, where nobody wrote an answer.
 */
export function withDanger(
  start: Partial<DraftContent>,
  { kind, record }: { kind: PacketKindKey; record: CaseRecord },
): Partial<DraftContent> {
  const assessed = emergencyFrom(record);
  if (!assessed) return start;
  const { asks } = packetKinds[kind];
  const { ncbAsk, emergency } = start;
  const none = { who: "", nature: "", whyNow: "", data: "", noTime: "" };
  const written = Object.fromEntries(Object.entries(emergency ?? {}).filter(([, text]) => text !== ""));
  return {
    ...start,
    ...(asks.includes("ncb") && ncbAsk ? { ncbAsk: { ...ncbAsk, priority: "urgent" as const } } : {}),
    ...(asks.includes("emergency") ? { emergency: { ...none, ...assessed, ...written } } : {}),
  };
}
