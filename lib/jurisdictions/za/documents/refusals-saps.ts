import {
  afterNumber,
  apart,
  aside,
  ask,
  beforeNumber,
  heading,
  line,
  mustAsk,
  mustLine,
  paper,
  para,
  point,
  sign,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { complaint, general, signature, theDuty, whatHappened } from "./refusal-parts";
import { duty, nationalMinimum, nationalPhone, ownTimes, provincial, rungRoute } from "./sources";

const replyTo = [
  heading("Reply"),
  line("Please reply to", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}", {
    hint: "Only a way that is safe for the client. Leave the client's own number out if in doubt",
  }),
  line("Our reference", "{case.code}"),
];

/** The first four rungs, inside the police service. */
export const sapsRefusals = [
  paper({
    ...complaint,
    key: "za-refusal-shift-commander",
    title: "Note to the shift commander",
    purpose: "Hand it over at the counter, on the same day, before you leave the station.",
    rung: "shift-commander",
    addressee: ["The Shift Commander, or Commander of the Community Service Centre", "{refusal.office}"],
    blocks: [
      aside(
        "Ask for the shift commander by rank. Give one copy and keep one with the date, the time and the name of whoever takes it. Stay calm and polite. Leave if it is not safe.",
        duty.affidavit,
      ),
      aside(
        "To confirm: title and full text of the instruction were not read. Do not quote it word by word.",
        duty.titleOpen,
      ),
      ...beforeNumber(para("Commander, please have this report taken and registered now.")),
      ...afterNumber(para("Commander, please have docket {reference.cas} attended to.")),
      mustLine("Name and rank of the member", "{refusal.officer}", duty.affidavit, {
        hint: "As on the name tag. If it was refused: “would not give a name”",
      }),
      mustLine("Force number", "{refusal.forceNumber}", duty.affidavit, { hint: "If it was refused, say so" }),
      mustLine("Date and time", "{refusal.at}", duty.affidavit),
      line("What the member said", "{refusal.words}"),
      heading("The duty"),
      ...theDuty,
      heading("What I ask you to do now"),
      ...beforeNumber(
        point("Have the sworn statement taken, and the docket opened and registered."),
        point("Give me the CAS number, or tell me when it comes by SMS."),
      ),
      ...afterNumber(
        point("Give me the name of the detective in this docket, with a telephone number."),
        point("Tell me what was done in it so far, and what is done next."),
      ),
      point("If you decide otherwise, please write your reason, your name and your force number below."),
      sign("Shift commander: received", "Name and rank", "Force number", "Date and time", "Decision and reason"),
      signature,
    ],
  }),
  paper({
    ...complaint,
    key: "za-refusal-station-commander",
    title: "Complaint to the station commander",
    purpose:
      "When the shift commander did not help, no CAS number came, or nobody works on the docket. In writing, with a copy of the statement.",
    rung: "station-commander",
    addressee: ["The Station Commander", "South African Police Service", "{refusal.office}"],
    blocks: [
      aside("Attach a copy of the sworn statement, or of the draft when nobody would take the oath.", rungRoute),
      general,
      heading("What happened"),
      ...whatHappened,
      ...beforeNumber(
        ask(
          "Did you ask for the shift commander? Who was it, at what time, and what was the answer? If nobody could be reached, say so.",
          rungRoute,
        ),
      ),
      ...afterNumber(
        ask(
          "When and how did you ask, and what was answered? Name each day, the person and the words. If nothing was answered, say so.",
          rungRoute,
        ),
      ),
      heading("The duty"),
      ...theDuty,
      heading("What is asked"),
      ...beforeNumber(
        point(
          "That the sworn statement is taken, that a docket is opened and registered, and that the CAS number is given.",
        ),
        point("That the name, rank and telephone number of the detective are given once the docket is allocated."),
        point(
          "That the reason is given in writing, with the name of the member who decides, if the report is still refused.",
        ),
      ),
      ...afterNumber(
        point("That the name, rank and telephone number of the detective in {reference.cas} are given."),
        point("That it is said in writing what was done in this docket so far, what is done next, and by when."),
        point("That the reason is given in writing, with the name of the member who decides, if it is still refused."),
      ),
      point(
        "Please answer within three working days. If no answer comes, the complaint goes on to the cluster or district commander and the province.",
        ownTimes,
        rungRoute,
      ),
      heading("Attached"),
      point("A copy of the sworn statement, and the list of its annexures."),
      table("exhibits", "Evidence that is held and can be shown"),
      ...replyTo,
      signature,
      apart("Complainant's telephone", "{client.phone}"),
      apart("Complainant's address", "{client.address}"),
    ],
  }),
  paper({
    ...complaint,
    key: "za-refusal-cluster",
    title: "Complaint: the station commander did not put it right",
    purpose: "When the station commander was silent or refused. With the first letter and proof that it was sent.",
    rung: "cluster-province",
    addressee: [
      "The Cluster or District Commander",
      "The Provincial Complaints Co-ordinator, Management Intervention",
      "South African Police Service",
    ],
    blocks: [
      aside("Attach the letter to the station commander and the proof that it was sent.", rungRoute, provincial),
      general,
      heading("What happened"),
      ...whatHappened,
      heading("What was done since"),
      mustAsk(
        "The first complaint and what came of it",
        "On which day and how was the letter given to the station commander? Who took it? What was answered, when and by whom? If nothing was answered, say so.",
        rungRoute,
      ),
      heading("The duty"),
      ...theDuty,
      heading("What is asked"),
      ...beforeNumber(
        point(
          "That the station is told to take the sworn statement, to open and register the docket and to give the CAS number.",
        ),
      ),
      ...afterNumber(
        point(
          "That the station is told to name the detective in {reference.cas}, and to say in writing what was done in this docket and what is done next.",
        ),
      ),
      point("That the complainant is told who follows this up, with a telephone number."),
      point("That the failure to keep to the instruction is looked into.", duty.discipline),
      point(
        "Please answer within seven days. After that the complaint goes to the National Service Complaints Centre.",
        ownTimes,
      ),
      heading("Attached"),
      point("The letter to the station commander, and the proof that it was sent."),
      point("A copy of the sworn statement."),
      table("references", "Numbers known so far"),
      ...replyTo,
      signature,
      apart("Complainant's telephone", "{client.phone}"),
      apart("Complainant's address", "{client.address}"),
    ],
  }),
  paper({
    ...complaint,
    key: "za-refusal-national-complaints",
    title: "Service complaint",
    purpose: "When cluster and province did not put it right. It gives the least data that the centre asks for.",
    rung: "national-complaints",
    addressee: ["SAPS National Service Complaints Centre"],
    blocks: [
      aside(
        "To confirm: the telephone number and e-mail address of the centre were not verified. Ask SAPS head office.",
        nationalPhone,
      ),
      general,
      heading("The complainant"),
      mustLine("Full name", "{client.name}", nationalMinimum),
      mustLine("Identity number", "{client.identityNumber}", nationalMinimum),
      mustLine("Addresses", "", nationalMinimum, {
        hint: "The centre asks for it. Where the home address must stay secret, give the address of the organisation and say so",
      }),
      mustLine("Telephone", "{organisation.deskPhone}", nationalMinimum, {
        hint: "A number that is safe for the client",
      }),
      mustLine("E-mail", "{organisation.deskEmail}", nationalMinimum, {
        hint: "An address that is safe for the client",
      }),
      heading("The station"),
      mustLine("Province", "", nationalMinimum),
      mustLine("Station", "{refusal.office}", nationalMinimum),
      line("Case number, if any", "{reference.cas}", { hint: "CAS number. Write “none was given” when there is none" }),
      line("Occurrence-book number, if any", "{reference.ob}", { hint: "It is not a case number" }),
      mustLine("Members involved", "{refusal.officer}, force number {refusal.forceNumber}", nationalMinimum),
      heading("What happened"),
      ...whatHappened,
      mustAsk(
        "What was done since",
        "Tell the earlier complaints in order: to whom, on which day, what was answered. Attach each letter.",
        nationalMinimum,
      ),
      heading("The duty"),
      ...theDuty,
      heading("What is asked"),
      ...beforeNumber(
        point(
          "That the docket is opened and registered and the CAS number given, and that the complainant is told the outcome in writing.",
        ),
      ),
      ...afterNumber(
        point(
          "That docket {reference.cas} is attended to, and that the complainant is told in writing what was done in it.",
        ),
      ),
      point(
        "Please answer within 14 days. After that the complaint goes to the Civilian Secretariat for Police Service.",
        ownTimes,
      ),
      ...replyTo,
      signature,
    ],
  }),
];
