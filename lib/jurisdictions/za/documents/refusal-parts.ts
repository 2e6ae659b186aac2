import {
  afterNumber,
  beforeNumber,
  boxed,
  type PaperDraft,
  point,
  sign,
} from "@/lib/jurisdictions/common/documents/blocks";
import { affectsHere, docketOpens, duty, obIsNoDocket, threats15 } from "./sources";

/** What all complaints about a refusal have in common. */

export const complaint = {
  kind: "refusal_complaint",
  jurisdiction: "ZA",
  about: "refusal",
  steps: ["refusal-branch"],
  form: "paper",
  signers: ["client", "advocate"],
  whoMaySend: "Client or advocate",
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
  law: ["za-cca-15"],
} satisfies Partial<PaperDraft>;

export const whatHappened = [
  ...beforeNumber(
    point(
      "On {refusal.at} the complainant, {client.name}, went to {refusal.office} to report a crime and to make a sworn statement.",
      docketOpens,
    ),
  ),
  ...afterNumber(point("The complainant, {client.name}, reported a crime. The docket is {reference.cas}.")),
  point(
    "The report is about this: {case.matter}. It was done over the internet, to a person in {case.home}. The suspect is believed to be in another country: {case.there}.",
  ),
  ...beforeNumber(
    point(
      "The member who attended was {refusal.officer}, force number {refusal.forceNumber}. No case docket was registered and no CAS number was given.",
    ),
  ),
  ...afterNumber(
    point(
      "This was refused or not answered: {refusal.step}. It was at {refusal.office}, on {refusal.at}. The member spoken to was {refusal.officer}, force number {refusal.forceNumber}.",
    ),
  ),
  point("The member said: {refusal.words}"),
  point("Present were: {refusal.witnesses}"),
];

export const theDuty = [
  ...beforeNumber(
    point(
      "National Instruction 3 of 2011 of the Service says that a member must take a comprehensive affidavit, and that every complaint gets immediate attention.",
      duty.affidavit,
      duty.attention,
    ),
    point(
      "A member may not send the complainant to another station, even when the crime happened elsewhere. It is no ground for refusal that the suspect's name is not known, or that the matter is “not serious enough”. A failure to keep to the instruction is disciplinary.",
      duty.noSendingAway,
      duty.noGround,
      duty.discipline,
    ),
  ),
  ...afterNumber(
    point(
      "National Instruction 3 of 2011 of the Service says that every complaint gets immediate attention. A failure to keep to the instruction is disciplinary.",
      duty.attention,
      duty.discipline,
    ),
  ),
  point(
    "The suspect is abroad, but that is no ground either. Under section 24 of the Cybercrimes Act 19 of 2020 the courts here can try an offence of the Act that affects a person in South Africa. Section 15 of the Act makes it an offence to send a data message that threatens a person with violence or with damage to property.",
    affectsHere,
    threats15,
  ),
  ...beforeNumber(
    point(
      "An entry in the occurrence book is not a docket. It starts no investigation and gives no CAS number.",
      obIsNoDocket,
    ),
  ),
];

export const general = boxed(
  "What is said about the suspect is alleged by the complainant. It has not been tested by a court.",
);

export const signature = sign("Complainant, or the person who acts for the complainant", "Full names", "Place", "Date");
