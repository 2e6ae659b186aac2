import { written } from "@/lib/platform/language/written";
import "server-only";
import type { CaseRow } from "@/lib/escalation/ladder/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import type { LetterChannel, ProofKind } from "@/lib/escalation/letters/types";
import { writeLetter } from "@/lib/escalation/letters/write-letter";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import type { Packet } from "@/lib/packets/packets/access";
import { kindLabels } from "@/lib/packets/packets/labels";
import type { CivilDate } from "@/lib/platform/time/calendar";

type Sent = {
  day: CivilDate;
  channel: LetterChannel;
  officer: { name: string; rank: string; unit: string; agency: string };
  handoverId?: string;
  dispatchId?: string;
  proofKind?: ProofKind | null;
  proof?: string | null;
};

/** A packet that left is a letter of ours: it stands in the register of its case, at the step that it was made for. */
export async function registerLetter(ctx: TxCtx, found: CaseRow, packet: Packet, sent: Sent): Promise<void> {
  const { officer, ...rest } = sent;
  const { name, rank, unit, agency } = officer;
  const { code, version, kind } = packet;
  const steps = Object.values(playbookOf(found, await readLaw(ctx)).steps);
  await writeLetter(ctx, found, {
    ...rest,
    direction: "out",
    party: [`${rank} ${name}`.trim(), unit, agency].filter(Boolean).join(", "),
    summary: written(() => `Packet ${code}, version ${version}: ${kindLabels[kind] ?? kind}`),
    ourReference: code,
    stepKey: steps.find((step) => step.produces.packet === kind)?.key ?? null,
  });
}
