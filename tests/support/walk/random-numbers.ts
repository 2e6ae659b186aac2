import { amendReference as writeReference } from "@/lib/casework/references/commands/amend-reference";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { listReferences } from "@/lib/casework/references/queries";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { renewPreservation } from "@/lib/escalation/preservation/renew-preservation";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { newId } from "@/lib/platform/ids";
import { seeing } from "../seeing";
import { type Played, tryTo } from "./random-case";

const amendReference = seeing(writeReference, "referenceId");

/** Numbers from outside, as people send them; what providers keep; what the client allows. */
export async function playNumbers(played: Played): Promise<void> {
  const { dice } = played;
  for (let left = dice.below(5); left > 0; left -= 1) await record(played);
  if (dice.chance(0.2)) await change(played);
  if (dice.chance(0.5)) await keep(played);
  if (dice.chance(0.4)) await release(played);
}

/** What a number of this kind may look like, with some that are none. */
export function typed(kind: string, { dice, day, opened }: Played): string {
  const n = 100 + dice.below(800);
  const [year = "", month = ""] = day(dice.below(opened)).split("-");
  const odd = ["will be sent later", "pending", "12"];
  const cas = [
    `CAS ${n}/${Number(month)}/${year}`,
    `Yeoville CAS ${n}/${month}/${year}`,
    `cas no ${n}-${month}-${year}`,
  ];
  if (dice.chance(kind === "cas" ? 0.4 : 0.1)) return dice.pick(odd);
  if (kind === "cas") return dice.pick(cas);
  if (kind === "ic3") return `I2610${150000000 + n}`;
  return dice.pick([`REF-${n}-${year}`, `${n}/${year}`, `A${n}B${n}`]);
}

async function record(played: Played): Promise<void> {
  const { dice, caseId, day, on, opened, playbook } = played;
  const ofSteps = Object.values(playbook.steps).flatMap((step) => step.produces.references);
  const any = dice.pick(
    ofSteps.length > 0 ? ofSteps : houseLaw.referenceKinds.map((referenceKind) => referenceKind.key),
  );
  // The number on which most others hang, and the only one with a form that can be missed.
  const kind = ofSteps.includes("cas") && dice.chance(0.4) ? "cas" : any;
  const ago = dice.below(opened);
  if (dice.chance(0.2)) {
    await tryTo(() => recordReference(on(ago), { caseId, kind, state: "not_yet_issued", note: "Asked for" }));
    return;
  }
  await tryTo(() =>
    recordReference(on(dice.below(ago + 1)), {
      caseId,
      kind,
      state: "issued",
      raw: typed(kind, played),
      issuer: dice.chance(0.5) ? dice.pick(houseLaw.platforms).name : undefined,
      issuedOn: dice.chance(0.7) ? day(ago) : undefined,
      receivedVia: dice.pick(["sms", "phone", "email"]),
      seenDuplicate: "on",
      keepAsTyped: dice.chance(0.9) ? "on" : undefined,
    }),
  );
}

async function change(played: Played): Promise<void> {
  const { dice, caseId, on } = played;
  const all = await listReferences(on(0), caseId);
  if (all.length === 0) return;
  const { id: referenceId, kind } = dice.pick(all);
  await tryTo(() =>
    dice.chance(0.5)
      ? withdrawReference(on(0), { referenceId, reason: "It was never ours" })
      : amendReference(on(0), {
          referenceId,
          raw: typed(kind, played),
          receivedVia: "sms",
          reason: "A slip",
          keepAsTyped: "on",
          seenDuplicate: "on",
        }),
  );
}

async function keep({ dice, caseId, day, on, opened }: Played): Promise<void> {
  const account = dice.pick(await listAccountChoices(on(0), caseId));
  const numbers = (await listReferences(on(0), caseId)).filter((reference) => reference.kind === "preservation");
  const asked = dice.below(opened);
  const answer = dice.pick(["accepted", "accepted", "refused", "none"]);
  const answered = day(dice.below(asked + 1));
  const id = newId();
  const wasRecorded = await tryTo(() =>
    recordPreservation(on(0), {
      id,
      caseId,
      accountId: account.id,
      askedBy: "Yeoville station",
      askedOn: day(asked),
      acceptedOn: answer === "accepted" ? answered : undefined,
      refusedOn: answer === "refused" ? answered : undefined,
      expiresOn: answer === "accepted" && dice.chance(0.4) ? day(-dice.below(120) + 20) : undefined,
      referenceId: numbers.length > 0 && dice.chance(0.6) ? dice.pick(numbers).id : undefined,
    }),
  );
  if (wasRecorded && dice.chance(0.3)) {
    await tryTo(() => renewPreservation(on(0), { caseId, preservationId: id, answer: "renewed", on: day(0) }));
  }
}

async function release({ dice, caseId, day, on, opened }: Played): Promise<void> {
  const ago = dice.below(Math.min(opened, 60));
  let releaseId = "";
  const wasGranted = await tryTo(async () => {
    const granted = await grantRelease(on(ago), {
      caseId,
      recipientRole: "investigating_officer",
      recipient: "Investigating officer",
      purpose: "The docket",
      which: "all",
      identity: dice.chance(0.5) ? "on" : undefined,
      crossBorderBasis: "Consent",
      signedOn: day(ago),
      expiresOn: dice.chance(0.5) ? day(-dice.below(60) + 10) : undefined,
    });
    releaseId = granted.id;
  });
  if (wasGranted && dice.chance(0.2)) {
    await tryTo(() => revokeRelease(on(0), { caseId, releaseId, reason: "The client said so" }));
  }
}
