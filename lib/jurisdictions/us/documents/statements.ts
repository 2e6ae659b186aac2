import {
  apart,
  aside,
  ask,
  type Block,
  boxed,
  each,
  heading,
  line,
  mustAsk,
  mustLine,
  type PaperDraft,
  paper,
  point,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { certificates, localPolice, order, s1746, threat } from "./sources";

const base = {
  jurisdiction: "US",
  about: "case",
  form: "paper",
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
} satisfies Partial<PaperDraft>;

const actsAndKnowledge: Block[] = [
  heading("What happened"),
  point(
    "I tell it from the first event to the last. The words between quotation marks are the words as they were sent. Each time names its time zone.",
  ),
  each(
    "acts",
    "On {at}, on {platform}, from the account {account} (account number {platformId}): {what} The words were: {words} Web address: {url}. Shown in {exhibits}.",
  ),
  heading("What the sender knew"),
  each("knowledge", "On {at}: {what} Shown in {exhibits}."),
  mustAsk(
    "Whether the sender was told to stop",
    "Did you tell the sender to stop or block the sender? When, how, and what came after that: new accounts, new messages, words such as “I know that you are scared”?",
    threat.counterman,
  ),
  heading("What it has done to me"),
  ask(
    "What are you afraid of, and why? What did you change in your life because of it? Name sleep, health, work, family and costs, with dates. Who saw it?",
    threat.s2261A,
  ),
];

const declaration: Block[] = [
  aside(
    "To confirm: the wording of section 1746 was not read. Let counsel compare the sentence before it is signed.",
    s1746,
  ),
  {
    kind: "oath",
    heading: "Declaration (28 USC 1746)",
    lines: [
      "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.",
    ],
    blanks: ["Signature", "Name in full", "Executed at (place)", "Date"],
  },
];

const who: Block[] = [
  heading("Who I am"),
  mustLine("Full name", "{client.name}", s1746),
  line("Age and occupation", ""),
  point(
    "I make this statement about what was done to me. My address and telephone number are on a separate confidential sheet.",
  ),
  mustAsk(
    "How the declarant knows the facts",
    "How do you know what you say here? For example: “The messages came to my own telephone and I read them myself.”",
    s1746,
  ),
  heading("The person and the accounts"),
  ask(
    "Who do you think it is, and what makes you think so? Where does this person live? If you do not know, say so. Do not guess.",
  ),
  table("accounts", "The accounts from which it came"),
  table("identifiers", "What else points to the person"),
];

const sheet: Block[] = [
  apart("Home address", "{client.address}"),
  apart("Telephone", "{client.phone}"),
  apart("E-mail", "{client.email}"),
  apart("Safe way and safe hours to reach the client", ""),
];

const kept: Block[] = [
  heading("Exhibits"),
  point(
    "The exhibits are listed with their SHA-256 values. Two files with the same value are the same file, byte by byte.",
    certificates,
  ),
  ask("Where are the originals, who took each picture of the screen, when, and on which device?"),
  { kind: "annexures", mark: "A" },
];

export const statements = [
  paper({
    ...base,
    key: "us-declaration-1746",
    kind: "sworn_declaration",
    title: "Declaration of {client.name}",
    purpose: "A statement for police, prosecutors or a court in the United States, signed without a notary.",
    steps: ["sworn-declaration", "us-police-report", "state-protective-order"],
    addressee: [],
    signers: ["client"],
    whoMaySend: "Client signs; client, advocate or counsel gives it on",
    blocks: [
      aside("Read it with the client, sentence by sentence. The client signs only what the client knows.", s1746),
      ...who,
      ...actsAndKnowledge,
      heading("Other reports"),
      table("references", "Numbers that I was given"),
      point("I am willing to testify about what I say here."),
      ...kept,
      ...declaration,
      ...sheet,
    ],
  }),
  paper({
    ...base,
    key: "us-police-report-facts",
    kind: "us_police_report_facts",
    law: ["us-875c", "us-2261a2"],
    title: "Facts for a local police report",
    purpose: "To read out on the non-emergency line or to copy into the online form of the department.",
    steps: ["us-police-report"],
    addressee: ["The police department or sheriff"],
    signers: ["client", "advocate"],
    whoMaySend: "Client",
    notifiesSubject: "An officer may speak to the subject. Ask the client first.",
    blocks: [
      aside(
        "Ask for the report number and the name and badge number of the officer, and record both on the same day.",
        localPolice,
      ),
      aside("Ask the client first: an officer may go and speak to the subject."),
      heading("In three sentences"),
      mustAsk(
        "The report in three sentences",
        "Who is the victim and where, who is reported and where, and what was done? Put the worst act first, with its date and its words.",
        localPolice,
      ),
      line("Where the subject is believed to live, and why", "{subjects.places}"),
      heading("The victim"),
      line("Name", "{client.name}"),
      line("Safe contact", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}", {
        hint: "A contact that is safe for the client",
      }),
      heading("The person reported"),
      line("Name, if known", "{subjects.names}", { hint: "Alleged. Write “unknown” if it is not known" }),
      table("accounts", "Accounts"),
      table("identifiers", "What else points to the person"),
      heading("What happened"),
      table("acts", "Each act, from the first to the last"),
      table("knowledge", "What the sender knew"),
      ask(
        "What is the danger now: weapons, travel, knowledge of the home or the work, others who help? Say what is known and what is not.",
      ),
      heading("Federal offences to think of"),
      point(
        "18 USC 875(c): a threat over a border to injure a person. The sender must at least have been reckless about how the words would be taken.",
        threat.s875c,
        threat.counterman,
      ),
      point("18 USC 2261A(2): two or more acts with intent that cause fear or substantial distress.", threat.s2261A),
      aside(
        "State law on stalking, threats, images and extortion differs by state. Let the officer say which fits.",
        order.state,
      ),
      heading("Other numbers"),
      line("CAS number", "{reference.cas}"),
      line("IC3 submission ID", "{reference.ic3}"),
      table("references", "All numbers known so far"),
      heading("What is asked"),
      point("A report with a number, and the name of the officer who has it."),
      point("That the officer asks the companies to preserve the accounts before they vanish."),
      table("exhibits", "Evidence that is held and can be shown"),
      line("Report number", "", { hint: "Fill in when it is given" }),
      line("Officer and badge number", ""),
      line("Our reference", "{case.code}"),
      ...sheet,
    ],
  }),
  paper({
    ...base,
    key: "us-po-statement",
    kind: "us_order_statement",
    law: ["us-po"],
    title: "Statement of {client.name} for a state protective order",
    purpose: "For counsel or the court of the state where the subject lives. Every state has its own forms.",
    steps: ["state-protective-order"],
    addressee: ["The Clerk of the Court", "State court, as counsel advises"],
    signers: ["client", "counsel"],
    whoMaySend: "Client, usually with counsel",
    notifiesSubject: "The order must be served on the subject, so the subject will know.",
    blocks: [
      aside(
        "To confirm with counsel of that state: which kind of order fits, who may ask from abroad, whether a hearing by video is possible, the fee, and the form.",
        order.state,
      ),
      boxed(
        "An order made in another country is not enforced in the United States as such. This statement asks for an order there.",
        order.notForeign,
      ),
      heading("The court"),
      mustLine("State and county, and why there", "", order.state, {
        hint: "Where the respondent lives, or where it was done: this differs by state",
      }),
      mustLine("Kind of order", "", order.state, {
        choices: ["Domestic violence", "Stalking", "Civil harassment", "Sexual assault", "As counsel advises"],
      }),
      ...who,
      heading("The respondent"),
      mustLine("Name of the respondent", "{subject.name}", order.served, {
        hint: "The order must be served on a named person",
      }),
      mustLine("Where the respondent can be served", "{subject.place}", order.served),
      ask("What is or was the relationship between the two? If there is none, say so.", order.state),
      ...actsAndKnowledge,
      heading("Why an order is needed now"),
      mustAsk(
        "Immediate danger",
        "What is likely to happen before a hearing if no temporary order is made? Which facts show it?",
        order.state,
      ),
      heading("What the court is asked to order"),
      mustAsk(
        "The order that is asked for",
        "Name each act to be forbidden: any contact, by any account or through others; publishing pictures or details; coming near. What a court there may forbid differs by state: ask counsel.",
        order.state,
      ),
      heading("Other orders and cases"),
      ask(
        "Is there any other order or case, in any country? Give the court, number, date and whether it was served. An order from another country is named here as a fact, not as an order to be enforced.",
        order.notForeign,
      ),
      table("references", "Numbers known so far"),
      boxed(
        "Once it was served, and the respondent had notice and a chance to be heard, the order is enforced in every state without registration.",
        order.served,
        order.guide,
      ),
      line("Date of service", "", { hint: "Record it: enforcement in other states depends on it" }),
      ...kept,
      ...declaration,
      ...sheet,
    ],
  }),
];
