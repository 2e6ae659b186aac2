/**
 * The numbered parts of a dossier: the core, then the schedules. `anchor` is what pages, questions of officers and the
 * checklist name them by; it does not change when a number does.
 */
export const places = {
  facts: { no: "1", title: "Statement of facts", anchor: "request" },
  elements: { no: "2", title: "The offences, element by element", anchor: "dual" },
  sought: { no: "3", title: "What is sought, and why", anchor: "standards" },
  accounts: { no: "4", title: "The accounts and who used them", anchor: "identity" },
  numbers: { no: "5", title: "Reference numbers", anchor: "references" },
  handling: { no: "6", title: "Authority, secrecy, urgency, form of proof", anchor: "handling" },
  adoption: { no: "7", title: "Adoption by the requesting authority", anchor: "adoption" },
  exhibits: { no: "A", title: "Exhibits", anchor: "exhibits" },
  chronology: { no: "B", title: "Chronology", anchor: "chronology" },
  custody: { no: "C", title: "Custody, files and hashes", anchor: "annex-a" },
  certificates: { no: "D", title: "Draft certificates", anchor: "certificates" },
  law: { no: "E", title: "Law relied on", anchor: "annex-b" },
  verify: { no: "F", title: "How to verify this packet, and receipt", anchor: "verify" },
  changes: { no: "G", title: "What changed since the version before", anchor: "changes" },
} as const;

export type Place = keyof typeof places;

const isSchedule = (no: string): boolean => /^[A-Z]$/.test(no);

/** `section 4`, `Schedule A`: as a sentence or a source column refers to it. */
export function placeName(place: Place): string {
  const { no } = places[place];
  return isSchedule(no) ? `Schedule ${no}` : `section ${no}`;
}
