import {
  aside,
  ask,
  boxed,
  heading,
  line,
  mustAsk,
  mustLine,
  type PaperDraft,
  paper,
  para,
  point,
  sign,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import {
  affectsHere,
  allocation,
  anyStation,
  dpciContacts,
  dpciFits,
  feedback,
  followUp,
  intimate16,
  letterOfRequest,
  ncbRoute,
  notInForce,
  prosecutor,
  searchInForce,
  threats15,
  usPreservation,
} from "./sources";

const letter = {
  jurisdiction: "ZA",
  about: "case",
  form: "paper",
  signers: ["client", "advocate"],
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
} satisfies Partial<PaperDraft>;

const alleged = boxed(
  "What is said about the suspect is alleged by the complainant. It has not been tested by a court.",
);

const docket = [
  mustLine("CAS number", "{reference.cas}", anyStation, {
    hint: "With the name of the station: the number starts again every month",
  }),
  line("Station", "{reference.cas.issuer}"),
  line("Complainant", "{client.name}"),
  line("Our reference", "{case.code}"),
];

const reply = [
  line("Please reply to", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}", {
    hint: "Only a way that is safe for the client",
  }),
  sign("Complainant, or the person who acts for the complainant", "Full names", "Date"),
];

export const policeLetters = [
  paper({
    ...letter,
    key: "za-detective-follow-up",
    kind: "follow_up_letter",
    title: "Request for an update",
    purpose: "Every 14 days, once the detective is named.",
    steps: ["detective"],
    addressee: ["The Investigating Officer", "South African Police Service, {reference.cas.issuer}"],
    whoMaySend: "Client or advocate",
    blocks: [
      aside(
        "14 days is our own rhythm. The client is entitled to feedback; report a changed address or telephone number too.",
        followUp,
        feedback,
      ),
      ...docket,
      heading("What is asked"),
      para("Please let us know, in a few words, where the investigation stands:"),
      point("Are the sworn statement and its annexures in the docket?"),
      point("What has been done so far, and what is the next step?"),
      point(
        "Has anybody asked the companies to preserve the accounts below? The preservation and disclosure directions of the Cybercrimes Act (sections 41 to 44) are not in force on the text that we read, so the request goes through United States authorities, or to the company as a courtesy.",
        notInForce,
        usPreservation,
      ),
      point(
        "Will INTERPOL NCB Pretoria be asked to write to the United States? We can give a briefing for that message.",
        ncbRoute,
      ),
      point("Has the docket been to the prosecutor? If so, what was decided, and why?", prosecutor),
      point("Can search and seizure under the Cybercrimes Act help here?", searchInForce),
      heading("What is new"),
      ask(
        "What happened since the last letter? Give date and time, the account and the exhibit for each. If nothing happened, write “Nothing new since” and the date.",
      ),
      table("accounts", "The accounts"),
      table("identifiers", "What else points to the subject"),
      table("references", "Numbers known so far"),
      para("We ask for a reply within 14 days.", followUp),
      ...reply,
    ],
  }),
  paper({
    ...letter,
    key: "za-detective-escalation",
    kind: "follow_up_letter",
    title: "Request to the station commander: no word from the detective",
    purpose: "After 30 days without a word, or when no detective was named.",
    steps: ["detective"],
    addressee: ["The Station Commander", "South African Police Service, {reference.cas.issuer}"],
    whoMaySend: "Client or advocate",
    blocks: [
      aside("30 silent days is our own rule.", followUp),
      ...docket,
      heading("What has been asked"),
      mustAsk(
        "What was asked, and when",
        "On which days did you ask the detective, how, and what was answered? If no detective was named, say on which days you asked for the name.",
        followUp,
      ),
      point(
        "A docket is allocated on the next working day, as it was described to us. The victim is entitled to feedback from the investigating officer.",
        allocation,
        feedback,
      ),
      heading("What is asked"),
      point("The name, rank and telephone number of the investigating officer."),
      point("A short report on the investigation, and on what is planned."),
      point("If the docket was closed or sent to the prosecutor: the reason and the decision, in writing.", prosecutor),
      point("If the station cannot carry it: that it is referred to the unit that can.", dpciFits),
      table("references", "Numbers known so far"),
      ...reply,
    ],
  }),
  paper({
    ...letter,
    key: "za-dpci-referral",
    kind: "dpci_request",
    title: "Request to refer the docket to the DPCI",
    purpose: "When the matter is serious, organised or of high value, or stands still at the station.",
    steps: ["dpci"],
    law: ["za-cca-15", "za-cca-16"],
    addressee: [
      "The Investigating Officer and the Station Commander",
      "South African Police Service, {reference.cas.issuer}",
    ],
    whoMaySend: "Client or advocate asks the station; only police refer",
    blocks: [
      aside(
        "The DPCI is reached through the station or police to police. Its contacts were not verified, so none is shown.",
        dpciFits,
        dpciContacts,
      ),
      aside("When the client lives abroad, give this to the officer at home, who asks police to police.", dpciFits),
      ...docket,
      alleged,
      heading("What is asked"),
      point(
        "Please refer this docket to the Directorate for Priority Crime Investigation, or say in writing why not.",
        dpciFits,
      ),
      heading("Why"),
      mustLine("The ground", "", dpciFits, {
        choices: [
          "Serious",
          "Organised: more than one victim or more than one sender",
          "High value",
          "Not progressing at the station",
        ],
      }),
      mustAsk(
        "The facts that carry the ground",
        "Which facts show it? For example: several victims, the same method, sums of money, a group, or the dates on which nothing was done.",
        dpciFits,
      ),
      heading("What happened"),
      table("acts", "The acts, from the first to the last"),
      point(
        "The acts affect a person in South Africa, so the courts here can try them (Cybercrimes Act 19 of 2020, section 24).",
        affectsHere,
      ),
      point(
        "Offences to think of: section 15 (threats) and section 16 (intimate images) of that Act.",
        threats15,
        intimate16,
      ),
      table("accounts", "The accounts"),
      table("identifiers", "What else points to the subject"),
      table("references", "Numbers known so far"),
      point("Please let us know the enquiry number of the DPCI when there is one."),
      ...reply,
    ],
  }),
  paper({
    ...letter,
    key: "za-letter-rogatory-note",
    kind: "letter_rogatory_note",
    title: "Facts for a letter rogatory",
    purpose: "For the prosecutor, when the treaty does not fit. The court sends it; we only give the facts.",
    steps: ["letter-rogatory"],
    addressee: ["The Prosecutor, or the attorney for the government"],
    whoMaySend: "Court only",
    sendableByUs: false,
    signers: ["advocate"],
    blocks: [
      boxed(
        "For the prosecutor. Only a court can send a letter rogatory. This paper asks nothing of any court.",
        letterOfRequest.rogatory,
      ),
      boxed(
        "It goes from court to court through diplomatic channels. It is the slowest way and the last resort. No date of an answer is promised.",
        letterOfRequest.rogatory,
      ),
      aside(
        "To confirm: section 2 of the Act was not read in full. The prosecutor decides on form and ground.",
        letterOfRequest.iccma2,
      ),
      ...docket,
      alleged,
      heading("The ground in law"),
      point(
        "From South Africa, section 2 of the International Co-operation in Criminal Matters Act 75 of 1996: a court in pending proceedings, or a judge or magistrate on application during an investigation, may issue a letter of request. It is sent by the Director-General, and directly when it is urgent.",
        letterOfRequest.iccma2,
        letterOfRequest.centralAuthority,
      ),
      ask("Why does the treaty not fit, or what did the prosecutor say about it?"),
      ask("Which proceedings or investigation is it for, and at what stage are they?"),
      heading("What is needed from abroad"),
      ask(
        "Which evidence, from whom and for which period? Name one thing in each sentence: a record, a witness, a question to a witness.",
      ),
      table("accounts", "The accounts and the companies that hold them"),
      table("acts", "The acts that the evidence is about"),
      table("exhibits", "Evidence that is held here"),
      table("references", "Numbers known so far"),
      sign("Prepared by", "Full names", "Date"),
    ],
  }),
];
