import { t } from "@/lib/platform/language/translate";
import "server-only";
import { asOdd } from "@/lib/casework/references/as-odd";
import { readReference } from "@/lib/casework/references/rules";
import { sameNumbers } from "@/lib/casework/references/same-numbers";
import type { ReadReference } from "@/lib/casework/references/types";
import { writeReference } from "@/lib/casework/references/write-reference";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { findReadableHandover } from "../access";
import { NumberHandover } from "../input";
import { noteEvent } from "../note-event";
import { firstZone, numberKinds } from "../rules";

/**
 * The officer records the number under which the matter runs with them; it joins the case's references.
 * @throws AppError invalid at `kind`, `raw` or `station`; conflict at `raw` when the number is recorded already
 */
export const numberHandover = command({
  needs: "handover.answer",
  input: NumberHandover,
  async run(ctx, { handoverId, kind, raw, station, issuedOn, keepAsTyped }) {
    const { handover } = await findReadableHandover(ctx, handoverId);
    if (!numberKinds().some((numberKind) => numberKind.key === kind)) {
      throw new AppError("invalid", t("Choose what kind of number this is."), {
        kind: t("Choose a kind from the list."),
      });
    }
    const law = await readLaw(ctx);
    const today = civilDate(ctx.now, firstZone);
    const read = readReference(kind, raw, { today, station: station || undefined }, law);
    if (!read)
      throw new AppError("invalid", t("The number is missing."), { raw: t("Type the number as it was issued.") });
    if (read.warnings.length > 0 && keepAsTyped !== "on") throw asOdd(read, null);
    const id = newId();
    await keepNumber(ctx, handover, { id, read, issuedOn: issuedOn || null });
    await noteEvent(ctx, handover, "numbered", read.display);
    await enqueue(ctx, "ladder.advance", { caseId: handover.caseId });
    return {
      value: { id },
      audit: [
        { action: "handover.numbered", subjectId: handoverId, caseId: handover.caseId, detail: { kind } },
        { action: "reference.recorded", subjectId: id, caseId: handover.caseId, detail: { kind, state: "issued" } },
      ],
    };
  },
});

type Numbered = { id: string; read: ReadReference; issuedOn: string | null };

/** A number that another case also has is accepted; the owner of that case and the supervisors are notified. */
async function keepNumber(
  ctx: TxCtx,
  handover: { id: string; caseId: string },
  { id, read, issuedOn }: Numbered,
): Promise<void> {
  const { id: handoverId, caseId } = handover;
  const { kind, raw, canonical, keys } = read;
  const same = await sameNumbers(ctx, { kind, canonical });
  if (same.some((reference) => reference.caseId === caseId)) {
    const message = t("This number is recorded already.");
    throw new AppError("conflict", message, { raw: message });
  }
  const warnings = read.warnings.map((warning) => warning.code);
  const how = { state: "issued" as const, receivedVia: "portal", receivedOn: civilDate(ctx.now, "UTC") };
  await writeReference(ctx, { id, caseId, handoverId, kind, raw, canonical, keys, issuedOn, warnings, ...how });
}
