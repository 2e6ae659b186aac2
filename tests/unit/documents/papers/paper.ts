import type { DocumentFacts, FactItem } from "@/lib/documents/papers/types";
import { documentTemplateSchema } from "@/lib/law/jurisdictions/document-types";

const source = { text: "A test's own rule", source: "nowhere", marks: ["G"], checkedOn: "2026-11-24" } as const;

/** A template with a piece of every kind. */
export function makeTemplate(change: Record<string, unknown> = {}) {
  return documentTemplateSchema.parse({
    key: "statement",
    kind: "affidavit",
    title: "Statement of {client.name}",
    jurisdiction: "",
    purpose: "To try the filling.",
    about: "case",
    steps: ["sworn-statement"],
    form: "paper",
    addressee: ["The commander", "{reference.cas.issuer}"],
    signers: ["client"],
    whoMaySend: "Nobody",
    sendableByUs: true,
    notifiesSubject: null,
    authority: null,
    blocks: [
      { kind: "heading", text: "Who I am" },
      { kind: "numbered", text: "I am {client.name}, identity number {client.identityNumber}." },
      { kind: "numbered", text: "On {at} the account {account} wrote {words}: {exhibits}.", each: "incidents" },
      { kind: "prompt", text: "Say what it did to you.", must: { element: "the effect on you", source } },
      { kind: "field", label: "Number", value: "{reference.cas}", must: { element: "the CAS number", source } },
      { kind: "field", label: "Home address", value: "{client.address}", confidential: true },
      { kind: "table", of: "references", caption: "Numbers" },
      { kind: "annexures", mark: "A" },
      { kind: "oath", heading: "Oath", lines: ["I know and understand it."], blanks: ["Signature", "Stamp"] },
      { kind: "signature", who: "{client.name}", blanks: ["Date"] },
      { kind: "notice", text: "For the officer to send." },
    ],
    sources: [source],
    ...change,
  });
}

const incident = (number: number, at: string, words: string | null): FactItem => ({
  code: `I-${number}`,
  values: { number: `I-${number}`, at, account: "@crowbar", words, what: "A message.", exhibits: `E-0${number}` },
});

export const exhibit = (number: number): FactItem => ({
  code: `E-0${number}`,
  values: { number: `E-0${number}`, description: `Picture ${number}`, sha256: String(number).repeat(64) },
});

export function makeFacts(change: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    values: {
      "client.name": "Nomvula Voorbeeld",
      "client.identityNumber": null,
      "client.address": "14 Nergens Street",
    },
    lists: {
      incidents: [incident(1, "13 Oct 2026, 12:06 SAST · 13 Oct 2026, 06:06 EDT", "“I know where.”")],
      acts: [],
      knowledge: [],
      exhibits: [exhibit(1), exhibit(2)],
      accounts: [],
      identifiers: [],
      references: [],
    },
    ...change,
  };
}

export const nextIncident = incident(2, "14 Oct 2026, 08:00 SAST", null);
