import { openCase } from "@/lib/casework/cases/commands/open-case";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";

export const safeContact = {
  channel: "WhatsApp text only",
  hours: "weekdays 09:00 to 15:00",
  zone: "Africa/Johannesburg",
  voicemail: "no",
  deviceSeenBy: "A sister sees the phone at weekends",
  codeWord: "blue kettle",
  never: "No calls\nNo e-mail",
  subjectLine: "Say only: library books",
};

export const newClient = (pseudonym: string) => ({
  pseudonym,
  name: "Nomvula Dlamini",
  identityNumber: "800101 5009 087",
  phone: "+27 82 555 0101",
  email: "Nomvula@mail.example ",
  address: "1 Voorbeeld Street, Testville",
  safeContact,
  // Many clients of a test share these details.
  somebodyElse: "on",
  somebodyElseWhy: "Another client of the same tests",
});

export const account = {
  platform: "instagram",
  handle: "@night.owl.example",
  platformId: "178414000000001",
  confidence: "confirmed",
  firstSeenOn: "2026-09-01",
};

export const incident = {
  kind: "act",
  nature: "threat_violence",
  when: "2026-10-13T10:06",
  zone: "Africa/Johannesburg",
  words: "I know your street",
  what: "A direct message with a threat",
  account: "0",
};

let counter = 0;

/** What the form sends, with a client of its own. */
export function caseForm(over: Record<string, unknown> = {}) {
  counter += 1;
  return {
    id: newId(),
    client: newClient(`Testbird ${counter} ${newId().slice(-6)}`),
    pair: "ZA-US",
    risk: "high",
    matter: "Threats from an account abroad",
    accounts: [account],
    incidents: [incident],
    ...over,
  };
}

/** A case with one account and one act, owned by who opens it. */
export async function openSample(ctx: Ctx, over: Record<string, unknown> = {}) {
  return openCase(ctx, caseForm(over));
}
