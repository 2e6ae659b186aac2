import { houseLaw, type Law, loadLaw } from "@/lib/jurisdictions/rules";
import type { LegalSource, PlaybookDraft, PlaybookStepDraft, ReferenceKind } from "@/lib/jurisdictions/types";

const sources: LegalSource[] = [
  { text: "Made up for a test.", source: "Nowhere", marks: ["G"], checkedOn: "2026-11-24" },
];

function step(key: string, change: Partial<PlaybookStepDraft>): PlaybookStepDraft {
  return {
    key,
    title: key,
    side: "home",
    act: `Do ${key}`,
    summary: `About ${key}`,
    whoMaySend: "Client",
    whoIcon: "user",
    sendableByUs: true,
    prerequisites: [],
    produces: { references: [] },
    doneWhen: [{ by: "outcome" }],
    waitsOn: "office",
    clocks: [],
    notNeeded: [],
    skippable: true,
    optional: false,
    climbs: "done",
    notifiesSubject: null,
    agencies: [],
    guidance: ["One.", "Two."],
    ifStalled: "Ask.",
    ifRefused: "Ask again.",
    sources,
    ...change,
  };
}

const number = (key: string, short: string, jurisdiction: string): ReferenceKind => ({
  key,
  label: `${short} number`,
  short,
  issuer: short,
  jurisdiction,
  parser: { shape: "free_text", maxLength: 40 },
  words: [short],
  hint: "Made up.",
  example: "1",
  sources,
});

const steps = [
  step("tell-warden", { produces: { references: ["warden"] }, doneWhen: [{ by: "reference", anyOf: ["warden"] }] }),
  step("hail-isle", {
    side: "there",
    doneWhen: [{ by: "submitted" }],
    climbs: "submitted",
    clocks: [{ code: "X-HAIL", from: { event: "begun" }, idle: "5 working days" }],
  }),
  step("seal", {
    whoMaySend: "Warden only",
    whoIcon: "lock",
    sendableByUs: false,
    prerequisites: [{ need: "reference", anyOf: ["warden"], opens: "when the warden's number is recorded" }],
    produces: { references: ["isle"], packet: "seal_pack" },
    doneWhen: [{ by: "reference", anyOf: ["isle"] }],
    waitsOn: "isle court",
  }),
  step("isle-court", {
    side: "there",
    sendableByUs: false,
    whoIcon: "lock",
    prerequisites: [{ need: "step", step: "seal", at: "done", opens: "when the isle has numbered it" }],
  }),
];

/** A pair of countries that do not exist, two levels high, with a number, a clock and a calendar of its own. */
export const inventedPlaybook: PlaybookDraft = {
  pair: "XA-XB",
  version: 3,
  publishedOn: "2026-11-24",
  home: { code: "XA", name: "Aland", zone: "Asia/Kathmandu", demonym: "Alander" },
  there: { code: "XB", name: "Bisle", zone: "Pacific/Chatham", demonym: "Bislander" },
  levels: [
    {
      key: "low",
      name: "Say it",
      rows: [{ home: "tell-warden", crossing: { kind: "direct", label: "Direct" }, there: "hail-isle" }],
    },
    {
      key: "high",
      name: "Seal it",
      rows: [
        {
          home: "seal",
          crossing: {
            kind: "bridge",
            sign: "landmark",
            title: "Seal to seal",
            later: "Wardens only",
            open: "Pack given",
            crossed: "Crossed",
          },
          there: "isle-court",
        },
      ],
    },
  ],
  steps: Object.fromEntries(steps.map((each) => [each.key, each])),
};

export const inventedLaw: Law = loadLaw({
  ...houseLaw,
  referenceKinds: [number("warden", "Warden", "XA"), number("isle", "Isle", "XB")],
  agencies: [],
  clocks: [
    {
      code: "X-HAIL",
      title: "Hail answered",
      trigger: "the hail",
      limit: { amount: 5, unit: "working_days" },
      limitText: "5 working days",
      kind: "P",
      sense: "deadline",
      calendar: "XA",
      alertsAfter: [],
      renewal: null,
      enabled: true,
      afterwards: "Hail again.",
      sources,
    },
  ],
  calendars: {
    XA: {
      holidays: [{ name: "Lantern Day", rule: { on: "fixed", month: 11, day: 25 } }],
      weekendRule: "none",
      proclaimed: [],
    },
  },
  documents: [],
  notes: [],
  remedies: [],
  dualCriminality: {},
  playbooks: [inventedPlaybook],
});
