import type { ComparedOne } from "./compared";

const texts = (list: readonly { text: string }[]): string[] => list.map((entry) => entry.text);

const record = "changed in the record";
const redrafted = "redrafted";
const one = (section: string, heading: string, what: string, why: string, of: ComparedOne["of"]): ComparedOne => ({
  section,
  heading,
  what,
  why,
  of,
});

export const comparedOnes: readonly ComparedOne[] = [
  one("Brief", "Cover", "What the matter is", record, ({ case: matter }) => matter.matter),
  one("Brief", "Cover", "How to reach the liaison desk", record, ({ org }) => [
    org.name,
    org.liaisonEmail,
    org.liaisonPhone,
  ]),
  one("1", "Summary", "What is known of the client", record, ({ case: matter }) => texts(matter.clientFacts)),
  one("Brief", "Summary", "What is urgent", redrafted, ({ case: matter }) => texts(matter.urgent)),
  one("Brief", "Summary", "What is weak", redrafted, ({ case: matter }) => texts(matter.weak)),
  one(
    "Brief",
    "Danger",
    "Whether there is danger",
    record,
    ({ case: { danger } }) =>
      danger && [
        danger.answer,
        danger.reason,
        danger.acts.map(({ incident }) => incident),
        danger.steps,
        danger.reviewOn,
      ],
  ),
  one("1", "Stage", "The stage of the matter", redrafted, ({ case: matter }) => matter.stage?.text),
  one(
    "1",
    "Screening",
    "The screening for anything military or political",
    redrafted,
    ({ case: matter }) => matter.screened,
  ),
  one("1", "Harm", "The harm", record, ({ case: matter }) => texts(matter.harm)),
  one("3.2", "Purpose", "The purpose", redrafted, ({ request }) => texts(request.purpose)),
  one("4", "Subject", "What is known of the subject", record, ({ case: matter }) => [
    matter.subjectIdentity?.text,
    matter.subjectIdentifiers.map(({ kind, value }) => [kind, value]),
  ]),
  one("6.5", "Certification", "The certification wanted", redrafted, ({ request }) => request.certification?.text),
  one("6.3", "Confidentiality", "The reason for secrecy", redrafted, ({ request }) => request.secrecy?.text),
  one("6.4", "Urgency", "The urgency", redrafted, ({ request }) => texts(request.urgency)),
  one(
    "B",
    "Zones",
    "The second time zone",
    record,
    ({ zones }) => zones.other && [zones.other.zone, zones.other.reason.text],
  ),
  one(
    "A",
    "Exhibits",
    "Whether files of the case may be handed out",
    record,
    ({ case: matter }) => matter.filesStopped,
  ),
  one("1", "Message to the bureau", "What is asked of the bureau", redrafted, ({ ncb }) => ncb),
  one(
    "Brief",
    "Emergency",
    "The emergency",
    redrafted,
    ({ emergency }) =>
      emergency && [emergency.who, emergency.nature, emergency.whyNow, emergency.data, emergency.noTime],
  ),
  one(
    "1",
    "Refusal",
    "The refusal",
    record,
    ({ refusal }) =>
      refusal && [
        refusal.code,
        refusal.step,
        refusal.office,
        refusal.officer,
        refusal.at,
        refusal.words,
        refusal.authority,
      ],
  ),
];
