import { linkExhibit } from "@/lib/casework/incidents/link-exhibit";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { listExhibitChoices, listIncidents } from "@/lib/casework/incidents/queries";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { mailOf } from "../../fixtures/mails/write";
import { addExhibit } from "../exhibit";
import { freshBytes } from "../files";
import { occurrence, type Played, tryTo } from "./random-case";

/** Files of a few bytes, a mail now and then, more of what happened, and links between them. */
export async function playExhibits(played: Played): Promise<void> {
  const { dice, caseId, on, opened } = played;
  for (let left = dice.below(3); left > 0; left -= 1) {
    await tryTo(() => addExhibit(on(dice.below(opened)), caseId, freshBytes(60), aboutIt(played)));
  }
  if (dice.chance(0.15)) await tryTo(() => keepMail(played));
  const accounts = await listAccountChoices(on(0), caseId);
  for (let left = dice.below(3); left > 0; left -= 1) {
    const accountId = dice.chance(0.7) ? dice.pick(accounts).id : undefined;
    await tryTo(() => logIncident(on(dice.below(opened)), { caseId, accountId, ...occurrence(dice, played) }));
  }
  const exhibits = await listExhibitChoices(on(0), caseId);
  const incidents = await listIncidents(on(0), caseId);
  for (const exhibit of exhibits) {
    if (dice.chance(0.7)) {
      await tryTo(() => linkExhibit(on(0), { caseId, incidentId: dice.pick(incidents).id, exhibitId: exhibit.id }));
    }
  }
}

function aboutIt({ dice, day, opened, playbook }: Played) {
  const isDated = dice.chance(0.6);
  return {
    description: dice.pick(["A message on a screen", "A page with the account", "A post"]),
    method: "screenshot",
    sourceUrl: dice.chance(0.4) ? "https://example.com/post" : undefined,
    capturedAt: isDated ? `${day(opened)}T10:0${dice.below(10)}` : undefined,
    capturedZone: isDated ? playbook.home.zone : undefined,
  };
}

/** The address that a server saw, at a time that stands in the mail. */
async function keepMail({ dice, caseId, on, opened, org }: Played): Promise<void> {
  const ip = `203.0.113.${1 + dice.below(250)}`;
  const bytes = mailOf(
    [`Received: from pc (cpe.example [${ip}]) by mx.example; Tue, 17 Nov 2026 2${dice.below(4)}:10:01 +0200`],
    [`I see you ${dice.next()}`],
  );
  const about = { fileName: "mail.eml", method: "email_original", description: "A mail with a threat" };
  const { exhibitId } = await addExhibit(on(dice.below(opened)), caseId, bytes, about);
  await inspectExhibit(org.service(), { exhibitId });
}
