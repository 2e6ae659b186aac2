import "server-only";
import { amendReference } from "@/lib/casework/references/commands/amend-reference";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { listReferences } from "@/lib/casework/references/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import type { NumberAct } from "./story-types";

/** Records, corrects or seals something about a number from outside. */
export async function playNumberAct(ctx: Ctx, caseId: string, act: NumberAct): Promise<unknown> {
  const on = officeToday(ctx.now);
  if ("awaited" in act) {
    return recordReference(ctx, { caseId, kind: act.awaited, state: "not_yet_issued", note: act.note });
  }
  if ("amend" in act) {
    return amendReference(ctx, { referenceId: await newest(ctx, caseId, act.amend), raw: act.raw, reason: act.why });
  }
  if ("secret" in act) {
    const referenceId = await newest(ctx, caseId, act.secret);
    return storeSecret(ctx, { referenceId, label: act.label, secret: act.words });
  }
  return recordReference(ctx, {
    caseId,
    kind: act.number,
    raw: act.raw ?? `CAS ${act.serial}/${Number(on.slice(5, 7))}/${on.slice(0, 4)}`,
    station: act.station,
    issuer: act.issuer,
    issuedOn: on,
    receivedVia: act.via,
    receivedOn: on,
    seenDuplicate: "on",
    keepAsTyped: act.odd ?? false,
  });
}

async function newest(ctx: Ctx, caseId: string, kind: string): Promise<string> {
  const [found] = (await listReferences(ctx, caseId)).filter((reference) => reference.kind === kind);
  if (!found) throw new Error(`The story has no number of the kind ${kind} yet.`);
  return found.id;
}
