import {
  afterNumber,
  aside,
  ask,
  beforeNumber,
  boxed,
  heading,
  line,
  mustAsk,
  mustLine,
  paper,
  point,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { complaint, general, signature, theDuty, whatHappened } from "./refusal-parts";
import {
  duty,
  dva18,
  ipidList,
  ipidNotRefusal,
  laterRoutes,
  reg17,
  reg17ack,
  reg17consent,
  secretariatContacts,
} from "./sources";

const authority = {
  process: "secretariat",
  why: "Whoever lodges the complaint for the client must have the client's written consent.",
  source: reg17consent,
};

const complainant = [
  heading("The complainant"),
  mustLine("Name", "{client.name}", reg17),
  mustLine("Identity number", "{client.identityNumber}", reg17),
  mustLine("Contact details", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}", reg17, {
    hint: "A contact that is safe for the client. The organisation's desk may stand here when it acts for the client",
  }),
  line("Lodged by", "{author.name}, {organisation.name}", {
    hint: "Leave empty when the client lodges it in person",
  }),
];

const acknowledged = [
  point("Please acknowledge this complaint in writing within five working days.", reg17ack),
  line("Our reference", "{case.code}"),
];

/** The rungs outside the police service. */
export const outsideRefusals = [
  paper({
    ...complaint,
    key: "za-refusal-secretariat",
    title: "Complaint under regulation 17",
    purpose:
      "When the police service itself did not put it right. In writing and signed; the client's consent when we lodge it.",
    rung: "civilian-secretariat",
    addressee: ["Civilian Secretariat for Police Service, or the provincial secretariat"],
    authority,
    blocks: [
      aside(
        "To confirm: addresses and numbers of the Secretariat were not verified. Take them from its own site or office.",
        secretariatContacts,
      ),
      aside("When the organisation lodges it, attach the written consent that the client signed.", reg17consent),
      general,
      ...complainant,
      heading("Nature and basis of the complaint"),
      ...beforeNumber(
        point(
          "This is a complaint about the service of members of the South African Police Service at {refusal.office}. A report of a crime was not taken and registered. It is made under regulation 17 of the Civilian Secretariat for Police Service Regulations, 2016.",
          reg17,
        ),
      ),
      ...afterNumber(
        point(
          "This is a complaint about the service of members of the South African Police Service at {refusal.office}. A docket that is registered, {reference.cas}, is not attended to. It is made under regulation 17 of the Civilian Secretariat for Police Service Regulations, 2016.",
          reg17,
        ),
      ),
      ...whatHappened,
      heading("The duty that was not kept"),
      ...theDuty,
      heading("Relevant information"),
      mustAsk(
        "Relevant information",
        "Tell the earlier complaints in order: shift commander, station commander, cluster or province, national complaints centre. For each: the day, how it was sent, what was answered. Say which were left out and why.",
        reg17,
      ),
      table("references", "Numbers known so far"),
      table("exhibits", "Evidence that is held and can be shown"),
      heading("Recourse sought"),
      mustAsk(
        "Recourse sought",
        "What do you ask the Secretariat to do? For example: have it put right; have the failure looked into; tell the complainant the outcome in writing.",
        reg17,
      ),
      ...acknowledged,
      heading("Attached"),
      point("Copies of the earlier complaints, with proof that each was sent."),
      point("A copy of the sworn statement."),
      point("The complainant's written consent, when another person lodges this complaint.", reg17consent),
      signature,
    ],
  }),
  paper({
    ...complaint,
    key: "za-refusal-dva",
    title: "Complaint under section 18 of the Domestic Violence Act",
    purpose:
      "Only when there is or was a domestic relationship, and a member did not do what that Act asks of the police.",
    rung: "civilian-secretariat",
    addressee: ["Civilian Secretariat for Police Service, or the provincial secretariat"],
    authority,
    blocks: [
      aside(
        "To confirm: section 18 was not read in the text. Let counsel look at this complaint before it goes.",
        dva18,
      ),
      general,
      ...complainant,
      heading("Nature and basis of the complaint"),
      point(
        "A member of the South African Police Service did not meet the duties of the Domestic Violence Act 116 of 1998. Under section 18 of that Act such a failure is misconduct and is reported to the Secretariat.",
        dva18,
      ),
      mustAsk(
        "The domestic relationship",
        "What is or was the relationship between the complainant and the suspect, and since when? Dating counts too.",
        dva18,
      ),
      ...whatHappened,
      mustAsk(
        "What the member did not do",
        "What did you ask the member to do because of the domestic violence, and what was not done? Keep to what was said and done.",
        dva18,
      ),
      heading("Relevant information"),
      ask(
        "Is there a protection order, or was one applied for? Name the court, the number and the date, and attach a copy.",
      ),
      table("references", "Numbers known so far"),
      heading("Recourse sought"),
      mustAsk("Recourse sought", "What do you ask the Secretariat to do?", reg17),
      ...acknowledged,
      signature,
    ],
  }),
  paper({
    ...complaint,
    key: "za-refusal-ipid",
    title: "Complaint to the Independent Police Investigative Directorate",
    purpose: "Only for crime or serious misconduct by police. A bare refusal to open a case goes to the Secretariat.",
    rung: "ipid",
    addressee: ["Independent Police Investigative Directorate"],
    blocks: [
      boxed(
        "It fits when a member caused a death, assaulted or tortured somebody, raped, fired a firearm, or was corrupt.",
        ipidList,
      ),
      boxed(
        "It does not fit when a member only refused to take a report. Such a complaint normally goes to the Civilian Secretariat.",
        ipidNotRefusal,
      ),
      aside(
        "To confirm: whether a matter falls under section 28 is for counsel to say. Addresses were not verified.",
        ipidNotRefusal,
        secretariatContacts,
      ),
      general,
      heading("The complainant"),
      line("Name", "{client.name}"),
      line("Contact details", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}", {
        hint: "A contact that is safe for the client",
      }),
      heading("Which matter"),
      mustLine("The matter", "", ipidList, {
        choices: ["Death", "Assault", "Torture", "Rape by police", "Discharge of a firearm", "Corruption"],
      }),
      heading("What happened"),
      mustAsk(
        "What the member did",
        "What did the member do, where and when? Who saw it? Is there an injury, a medical report, a picture, a payment? Keep to what was seen and heard.",
        ipidList,
      ),
      ...whatHappened,
      heading("What is asked"),
      point(
        "That the matter is registered and looked into, and that the complainant is told the number and the outcome.",
      ),
      table("exhibits", "Evidence that is held and can be shown"),
      line("Our reference", "{case.code}"),
      signature,
    ],
  }),
  paper({
    ...complaint,
    key: "za-refusal-later",
    title: "Summary of a refusal, for a later route",
    purpose: "When every earlier rung was climbed. Ask counsel first: the route decides what else is needed.",
    rung: "later",
    signers: ["client", "advocate", "counsel"],
    addressee: [],
    blocks: [
      aside(
        "Ask counsel before it goes out. The police ombudsman serves the Western Cape only. The High Court needs counsel and papers of its own.",
        laterRoutes,
      ),
      mustLine("To which office", "", laterRoutes, {
        choices: [
          "Public Protector",
          "South African Human Rights Commission",
          "Western Cape Police Ombudsman (that province only)",
          "High Court, through counsel",
        ],
      }),
      general,
      heading("The complainant"),
      line("Name", "{client.name}"),
      line("Contact details", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}"),
      heading("What happened"),
      ...whatHappened,
      heading("The duty that was not kept"),
      ...theDuty,
      heading("Each earlier complaint, in order"),
      mustAsk(
        "The earlier complaints",
        "For each rung: to whom, on which day, how it was sent, by when an answer was due, what came. Start with the shift commander and end with the Secretariat.",
        laterRoutes,
      ),
      table("references", "Numbers known so far"),
      heading("What the delay has done"),
      ask(
        "What did the client lose by the delay: evidence that is gone, harm that went on, costs? Keep to facts that can be shown.",
      ),
      heading("What is asked"),
      ask("What should this office do, and by when?"),
      point("That the failure to keep to the instruction is looked into.", duty.discipline),
      table("exhibits", "Evidence that is held and can be shown"),
      line("Our reference", "{case.code}"),
      signature,
    ],
  }),
];
