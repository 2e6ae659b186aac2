import { listExhibitChoices } from "@/lib/casework/incidents/queries";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listIdentifiers } from "@/lib/casework/subjects/identifiers/queries";
import { removeIdentifier } from "@/lib/casework/subjects/identifiers/remove-identifier";
import { identifierKinds } from "@/lib/casework/subjects/identifiers/types";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { accountOf, type Dice, type Played, tryTo } from "./random-case";

/** More subjects, more accounts, and what points to them: each sure or unsure, with a proof or without. */
export async function playBoard(played: Played): Promise<void> {
  const { dice, caseId, on, day } = played;
  if (dice.chance(0.25)) await addSubject(on(0), { caseId, allegedName: dice.chance(0.5) ? "Second" : undefined });
  const subjects = await listSubjects(on(0), caseId);
  const exhibits = await listExhibitChoices(on(0), caseId);
  if (dice.chance(0.3)) {
    const more = accountOf(dice, dice.below(1_000_000), 7, day(3));
    await tryTo(() => linkAccount(on(1), { caseId, subjectId: dice.pick(subjects).id, ...more }));
  }
  for (let left = dice.below(4); left > 0; left -= 1) {
    const kind = dice.pick(identifierKinds);
    const confidence = dice.pick(["confirmed", "probable", "possible"]);
    const proof = exhibits.length > 0 && dice.chance(0.5) ? dice.pick(exhibits).id : undefined;
    await tryTo(() =>
      addIdentifier(on(0), {
        caseId,
        subjectId: dice.pick(subjects).id,
        kind,
        value: typedValue(kind, dice),
        confidence,
        exhibitId: proof,
        linkReason: dice.chance(0.5) ? "It wrote the threat" : undefined,
        keepConfirmed: dice.chance(0.5) ? "on" : undefined,
      }),
    );
  }
  const known = await listIdentifiers(on(0), caseId);
  if (known.length > 0 && dice.chance(0.2)) {
    await tryTo(() => removeIdentifier(on(0), { caseId, identifierId: dice.pick(known).id, seen: "on" }));
  }
}

function typedValue(kind: (typeof identifierKinds)[number], dice: Dice): string {
  const number = 1000 + dice.below(8999);
  if (kind === "phone") return dice.pick([`+1 614 555 ${number}`, `082 555 ${number}`]);
  if (kind === "email") return `Watcher.${number}@stalker.example`;
  if (kind === "wallet") return `0x52908400098527886E0F7030069857D2E416${number}`;
  return kind === "address" ? `${number} Sample Road, Columbus` : `A tattoo of the number ${number}`;
}
