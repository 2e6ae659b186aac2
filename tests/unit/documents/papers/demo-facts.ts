import { timesOf } from "@/lib/documents/papers/times/rules";
import type { DocumentFacts, FactItem } from "@/lib/documents/papers/types";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";

/** A case as the demonstration tells it. Everybody in it is invented. */

type Told = { at: string; account: "x" | "instagram"; words: string | null; what: string; exhibits: string | null };

const accounts: Record<Told["account"], Record<string, string | null>> = {
  instagram: {
    platform: "Instagram",
    company: "Meta Platforms, Inc.",
    handle: "harrow.example.one",
    platformId: "17841400000000142",
    url: "https://www.instagram.com/harrow.example.one",
    displayName: "Harrow",
  },
  x: {
    platform: "X",
    company: "X Corp.",
    handle: "@harrow_example2",
    platformId: "1580000000000000142",
    url: null,
    displayName: null,
  },
};

const acts: Told[] = [
  {
    at: "2026-09-25T19:14:00Z",
    account: "instagram",
    words: "“I know where you wait for the bus. I will be there.”",
    what: "A message that names the bus stop the client uses.",
    exhibits: "E-01",
  },
  {
    at: "2026-10-03T20:47:00Z",
    account: "x",
    words: "“Everyone at your work will see these by Friday.”",
    what: "A picture of the client was posted, with a demand to answer.",
    exhibits: "E-02, E-03",
  },
  {
    at: "2026-10-06T04:31:00Z",
    account: "x",
    words: "“You cannot block all of me.”",
    what: "A new account wrote after the first one was blocked.",
    exhibits: null,
  },
];

const knowledge: Told[] = [
  {
    at: "2026-09-27T06:02:00Z",
    account: "instagram",
    words: null,
    what: "The client told the account to stop and then blocked it.",
    exhibits: "E-01",
  },
];

type Writing = Pick<DocumentTemplate, "jurisdiction" | "voice">;

const item = (told: Told, i: number, writing: Writing): FactItem => {
  const { platform = null, handle = null, platformId = null } = accounts[told.account];
  const { words, what, exhibits } = told;
  const here = "Africa/Johannesburg";
  const there = "America/New_York";
  const first = writing.jurisdiction === "US" ? there : here;
  const [one, other] = writing.voice?.calls === "I" ? [here, here] : [first, first === here ? there : here];
  const at = timesOf(writing).both(new Date(told.at), one, other);
  const values = { number: `I-${i + 1}`, at, platform, account: handle, platformId, url: null, words, what, exhibits };
  return { code: `I-${i + 1}`, values };
};

const reference = (kind: string, number: string, issuer: string, date: string): FactItem => ({
  code: kind,
  values: { kind, number, issuer, date },
});

const instagram = accounts.instagram;

const home = "Africa/Johannesburg";
const shown = [
  ["Direct messages about the bus stop"],
  ["Post with a picture of the client"],
  ["Profile page with the account number"],
] as const;
const codes = shown.map((_, i) => `E-0${i + 1}`);
const sha256 = (i: number) => String(i + 1).repeat(64);

/** The case as a paper to that country writes it: days, clocks and whose clock is first. */
export function demoFactsFor(writing: Writing): DocumentFacts {
  const times = timesOf(writing);
  const capturedAt = times.instant(new Date("2026-10-09T08:06:00Z"), home);
  return {
    values: {
      "client.name": "Nomsa Voorbeeld",
      "client.identityNumber": "800101 5009 087",
      "client.phone": "+27 82 000 0001",
      "client.email": "nomsa@mail.example",
      "client.address": "12 Voorbeeld Street, Nergensdorp",
      "client.pseudonym": "Honeybush",
      "author.name": "Thandi Nergens",
      "organisation.name": "Kestrel Advocacy Trust",
      "organisation.deskEmail": "desk@kestrel.example",
      "organisation.deskPhone": "+27 00 000 0147",
      "case.code": "CD-26-0142",
      "case.matter": "Threats of violence and images shared from two accounts abroad",
      "case.home": "South Africa",
      "case.there": "United States",
      today: times.date("2026-11-24"),
      "subject.name": "Jordan Sample",
      "subject.place": "Columbus, Ohio",
      "subjects.names": "Jordan Sample",
      "subjects.places": "Columbus, Ohio",
      "subjects.emails": "harrow@mail.example (probable)",
      ...Object.fromEntries(Object.entries(instagram).map(([key, value]) => [`account.${key}`, value])),
      "refusal.office": "Voorbeeldfontein Community Service Centre",
      "refusal.officer": "Constable A. Voorbeeld",
      "refusal.forceNumber": "0000003-3",
      "refusal.at": times.instant(new Date("2026-10-10T12:20:00Z"), home),
      "refusal.words": "“He is in America. We cannot open a case for Facebook things.”",
      "refusal.witnesses": null,
      "refusal.step": "Report at Community Service Centre",
      "reference.cas": "Voorbeeldfontein CAS 214/10/2026",
      "reference.cas.issuer": "Voorbeeldfontein",
      "reference.cas.date": times.date("2026-10-12"),
      "reference.ic3": "I-EXAMPLE-0142",
    },
    lists: {
      incidents: [...acts, ...knowledge].map((told, i) => item(told, i, writing)),
      acts: acts.map((told, i) => item(told, i, writing)),
      knowledge: knowledge.map((told, i) => item(told, acts.length + i, writing)),
      exhibits: shown.map(([description], i) => ({
        code: codes[i] ?? "",
        values: { number: codes[i] ?? "", description, capturedAt, method: "Screenshot", url: null, sha256: sha256(i) },
      })),
      accounts: Object.entries(accounts).map(([code, values]) => ({ code, values })),
      identifiers: [
        {
          code: "1",
          values: {
            whose: "Subject 1",
            kind: "E-mail address",
            value: "harrow@mail.example",
            confidence: "Probable",
            reason: "It wrote the threat",
            shownIn: "E-01",
          },
        },
      ],
      references: [
        reference("CAS number", "Voorbeeldfontein CAS 214/10/2026", "Voorbeeldfontein", times.date("2026-10-12")),
        reference("IC3 submission ID", "I-EXAMPLE-0142", "IC3", times.date("2026-10-13")),
      ],
      captures: codes.map((number) => ({
        code: number,
        values: {
          number,
          at: capturedAt,
          method: "Screenshot",
          by: "the client",
          device: "The client's telephone; its own program",
          clock: "Clock of the device; right when compared",
        },
      })),
      hashes: codes.map((number, i) => ({
        code: number,
        values: {
          number,
          sha256: sha256(i),
          size: "412 kB",
          received: `${times.instant(new Date("2026-10-09T09:00:00Z"), home)}, by S-01`,
          lines: "4",
          checked: times.instant(new Date("2026-11-24T06:00:00Z"), home),
        },
      })),
      stamps: [],
      mails: [],
    },
  };
}

export const demoFacts = demoFactsFor({ jurisdiction: "ZA", voice: null });
