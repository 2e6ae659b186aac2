import type { DocumentFacts, FactItem } from "@/lib/documents/papers/types";

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
    at: "25 Sep 2026, 21:14 SAST · 25 Sep 2026, 15:14 EDT",
    account: "instagram",
    words: "“I know where you wait for the bus. I will be there.”",
    what: "A message that names the bus stop the client uses.",
    exhibits: "E-01",
  },
  {
    at: "3 Oct 2026, 22:47 SAST · 3 Oct 2026, 16:47 EDT",
    account: "x",
    words: "“Everyone at your work will see these by Friday.”",
    what: "A picture of the client was posted, with a demand to answer.",
    exhibits: "E-02, E-03",
  },
  {
    at: "6 Oct 2026, 06:31 SAST · 6 Oct 2026, 00:31 EDT",
    account: "x",
    words: "“You cannot block all of me.”",
    what: "A new account wrote after the first one was blocked.",
    exhibits: null,
  },
];

const knowledge: Told[] = [
  {
    at: "27 Sep 2026, 08:02 SAST · 27 Sep 2026, 02:02 EDT",
    account: "instagram",
    words: null,
    what: "The client told the account to stop and then blocked it.",
    exhibits: "E-01",
  },
];

const item = (told: Told, i: number): FactItem => {
  const { platform = null, handle = null, platformId = null } = accounts[told.account];
  const { at, words, what, exhibits } = told;
  const values = { number: `I-${i + 1}`, at, platform, account: handle, platformId, url: null, words, what, exhibits };
  return { code: `I-${i + 1}`, values };
};

const reference = (kind: string, number: string, issuer: string, date: string): FactItem => ({
  code: kind,
  values: { kind, number, issuer, date },
});

const exhibit = (number: number, description: string): FactItem => ({
  code: `E-0${number}`,
  values: {
    number: `E-0${number}`,
    description,
    capturedAt: "9 Oct 2026, 10:06 SAST",
    method: "Screenshot",
    url: null,
    sha256: String(number).repeat(64),
  },
});

const instagram = accounts.instagram;

export const demoFacts: DocumentFacts = {
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
    today: "24 Nov 2026",
    "subject.name": "Jordan Sample",
    "subject.place": "Columbus, Ohio",
    "subjects.names": "Jordan Sample",
    "subjects.places": "Columbus, Ohio",
    "subjects.emails": "harrow@mail.example (probable)",
    ...Object.fromEntries(Object.entries(instagram).map(([key, value]) => [`account.${key}`, value])),
    "refusal.office": "Voorbeeldfontein Community Service Centre",
    "refusal.officer": "Constable A. Voorbeeld",
    "refusal.forceNumber": "0000003-3",
    "refusal.at": "10 Oct 2026, 14:20 SAST",
    "refusal.words": "“He is in America. We cannot open a case for Facebook things.”",
    "refusal.witnesses": null,
    "refusal.step": "Report at Community Service Centre",
    "reference.cas": "Voorbeeldfontein CAS 214/10/2026",
    "reference.cas.issuer": "Voorbeeldfontein",
    "reference.cas.date": "12 Oct 2026",
    "reference.ic3": "I-EXAMPLE-0142",
  },
  lists: {
    incidents: [...acts, ...knowledge].map(item),
    acts: acts.map(item),
    knowledge: knowledge.map((told, i) => item(told, acts.length + i)),
    exhibits: [
      exhibit(1, "Direct messages about the bus stop"),
      exhibit(2, "Post with a picture of the client"),
      exhibit(3, "Profile page with the account number"),
    ],
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
      reference("CAS number", "Voorbeeldfontein CAS 214/10/2026", "Voorbeeldfontein", "12 Oct 2026"),
      reference("IC3 submission ID", "I-EXAMPLE-0142", "IC3", "13 Oct 2026"),
    ],
  },
};
