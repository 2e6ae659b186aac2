import { expect, test } from "vitest";
import { notAgreedYet } from "@/lib/casework/clients/labels";
import type { ConsentView } from "@/lib/casework/consents/types";
import { type Given, missingOf } from "@/lib/oversight/missing/rules";

const agreed = {
  channel: "WhatsApp text only",
  hours: "weekdays",
  zone: "Africa/Johannesburg",
  voicemail: false,
  deviceSeenBy: "nobody",
  codeWord: null,
  never: [],
  subjectLine: "library books",
  reviewedOn: "2026-11-20",
};

const consent: ConsentView = {
  id: "c",
  ground: "consent",
  way: "read_back",
  words: null,
  purposes: ["help"],
  otherPurpose: null,
  givenOn: "2026-11-20",
  signature: null,
  signedName: null,
  guardianName: null,
  guardianRelation: null,
  guardianAgreed: null,
  noGuardian: null,
  exhibit: null,
  recordedBy: "Thandi Mokoena",
  recordedAt: new Date("2026-11-20T08:00:00Z"),
  withdrawn: null,
};

const whole: Given = {
  caseId: "1",
  clientId: "2",
  isDescribed: true,
  riskAssessed: true,
  clientIsMinor: false,
  safeContact: agreed,
  has: { name: true, identityNumber: true, phone: true, email: false, address: true },
  consent,
  statement: ["name", "identityNumber", "phone", "address"],
  incidents: [{ code: "I-1", isDated: true, hasAccount: true }],
  needsId: [],
  packet: { label: "For a packet (docket pack)", needs: [{ text: "An exhibit is kept", met: true, path: "evidence" }] },
};

const missing = (over: Partial<Given>) =>
  Object.fromEntries(missingOf({ ...whole, ...over }).map(({ key, facts }) => [key, facts.map(({ text }) => text)]));

test("a whole case misses nothing", () => {
  expect(missingOf(whole)).toEqual([]);
});

test("a case of three answers says what is missing for what, each with the place where it is added", () => {
  const { hours, deviceSeenBy, subjectLine } = notAgreedYet;
  const begun: Partial<Given> = {
    riskAssessed: false,
    safeContact: { ...agreed, hours, deviceSeenBy, subjectLine, reviewedOn: null },
    has: { name: false, identityNumber: false, phone: false, email: false, address: false },
    consent: null,
    incidents: [],
    packet: { label: "For a packet", needs: [{ text: "An exhibit is kept", met: false, path: "evidence" }] },
  };
  expect(missing(begun)).toEqual({
    contact: [
      "safe hours",
      "who else sees the device",
      "what a subject line may say",
      "a phone number or e-mail",
      "the risk",
    ],
    ground: ["consent, or another lawful ground"],
    statement: ["client's name", "client's identity number", "client's phone", "client's address", "an incident"],
    packet: ["an exhibit is kept"],
  });
  const links = missingOf({ ...whole, ...begun }).flatMap(({ facts }) => facts.map(({ href }) => href));
  expect(new Set(links)).toEqual(
    new Set([
      "/clients/2#safe-contact",
      "/clients/2#details",
      "/cases/1/settings#risk",
      "/cases/1/consent#record",
      "/cases/1/incidents#log",
      "/cases/1/evidence",
    ]),
  );
});

test("an incident without a time is missing for a statement, and one without an account for a packet", () => {
  const incidents = [
    { code: "I-1", isDated: true, hasAccount: false },
    { code: "I-2", isDated: false, hasAccount: false },
  ];
  expect(missing({ incidents })).toEqual({
    statement: ["when I-2 happened"],
    packet: ["from which account I-1 came"],
  });
});

test("a child needs a guardian who agrees, or a reason why there is none", () => {
  const ask = { ground: ["a guardian who agrees, or why there is none"] };
  expect(missing({ clientIsMinor: true })).toEqual(ask);
  const named = { ...consent, guardianName: "Busi", guardianAgreed: false };
  expect(missing({ clientIsMinor: true, consent: named })).toEqual(ask);
  expect(missing({ clientIsMinor: true, consent: { ...named, guardianAgreed: true } })).toEqual({});
  expect(missing({ clientIsMinor: true, consent: { ...consent, noGuardian: "Her mother threatens her." } })).toEqual(
    {},
  );
});
