import {
  aside,
  ask,
  boxed,
  heading,
  line,
  mustAsk,
  mustLine,
  paper,
  point,
  sign,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { base, ending, facts, notAbroad, respondent } from "./order-parts";
import { harassment, knowledge } from "./sources";

const applicant = [
  heading("A. The complainant"),
  mustLine("Full names", "{client.name}", harassment.clerk),
  line("Identity or passport number", "{client.identityNumber}"),
  mustLine("Which court, and why this one", "", harassment.where, {
    hint: "Where the complainant or the respondent lives or works, or where it happened",
  }),
  boxed(
    "The complainant's home and work address are on a separate sheet. The complainant asks that they are left out of the order (section 10(4)).",
    harassment.address,
  ),
];

const representative = [
  heading("B. If another person applies for the complainant"),
  line("Name and capacity", "", { hint: "Leave empty when the client applies in person" }),
  line("The material interest of that person", "", { sources: [harassment.other] }),
  line("The complainant's written consent is attached", "", {
    choices: ["Yes", "Not needed: the complainant applies"],
    sources: [harassment.other],
  }),
];

const urgency = [
  heading("E. Why an order is needed before the respondent is heard"),
  point(
    "The complainant asks for an interim order before the respondent is heard. The facts for each of the three grounds:",
    harassment.interim,
  ),
  mustAsk(
    "1. Prima facie harassment",
    "1. Which facts above show that the respondent is harassing or has harassed the complainant?",
    harassment.interim,
  ),
  mustAsk(
    "2. Harm without an immediate order",
    "2. Which harm is likely if no order is made at once? Why now?",
    harassment.interim,
  ),
  mustAsk(
    "3. Notice would defeat the protection",
    "3. What would the respondent do if told beforehand? What did the respondent do when told before?",
    harassment.interim,
  ),
];

export const protectionOrderPapers = [
  paper({
    ...base,
    key: "za-pha-facts",
    kind: "pha_facts",
    law: ["za-pha"],
    title: "Facts for a protection order under the Protection from Harassment Act",
    purpose: "For anyone who is harassed; no relationship is needed. To copy into the court's form and the affidavit.",
    about: "case",
    authority: {
      process: "harassment_order",
      why: "Another person may apply only with a material interest and the complainant's written consent.",
      source: harassment.other,
    },
    blocks: [
      aside(
        "Go to the clerk of the court with it. It can be asked for after hours when it is urgent.",
        harassment.clerk,
      ),
      aside(
        "To confirm: the application form of the court was not read. These headings follow sections 2 to 10 of the Act.",
        harassment.formUnread,
      ),
      aside("Any person may apply. A child may apply unaided.", harassment.who),
      notAbroad,
      ...applicant,
      ...representative,
      ...respondent("C"),
      ...facts("D"),
      aside("What the respondent knew also counts in the United States.", knowledge),
      ...urgency,
      heading("F. What the court is asked to forbid"),
      mustAsk(
        "The order that is asked for",
        "Which acts should be forbidden? Name each: writing to the complainant by any account; writing about the complainant; publishing the complainant's details or pictures; having others do it; coming near the home or the work.",
        harassment.clerk,
      ),
      heading("G. If the respondent is not known: direction to a provider (section 4)"),
      point(
        "The complainant asks the court to adjourn and to direct the electronic communications service provider below to give, by affidavit, the electronic communications identity number, the name, identity number and address of the sender, and anything else that helps to identify the sender (section 4(1)).",
        harassment.direction,
      ),
      line("Is the direction asked for?", "", {
        choices: ["Yes", "No: the respondent is known"],
        hint: "If not, take this part out",
      }),
      ask(
        "For each provider in South Africa: its name and address, the telephone number, e-mail address or account, and the exact dates and times of the messages in SAST. If there is none here, write “No provider in South Africa is known”.",
      ),
      aside(
        "The provider has five ordinary court days from service to answer. The court may add five more on application (Form 10).",
        harassment.fiveDays,
      ),
      aside(
        "A direction reaches providers in South Africa. A company in the United States will normally ask for US process.",
        harassment.reach,
      ),
      point(
        "If no provider can name the respondent, the complainant asks that the South African Police Service is ordered to find out name and address (sections 5 and 6).",
        harassment.police,
      ),
      aside(
        "An interim order is served with the application, and the respondent may show cause on the return date.",
        harassment.served,
      ),
      aside(
        "To confirm: return date not less than 10 days after service; five years unless the court sets another time. Read both on the order itself.",
        harassment.returnDate,
        harassment.duration,
      ),
      aside("Forms: interim order J62 (Form 3), direction to a provider J74 (Form 5).", harassment.forms),
      ...ending,
    ],
  }),
  paper({
    ...base,
    key: "za-pha-direction",
    kind: "provider_direction",
    law: ["za-pha"],
    title: "Facts for a direction to a provider (section 4)",
    purpose: "When the harasser is not known: one paper for each account or number at a provider in South Africa.",
    about: "account",
    steps: ["protection-order", "provider-direction"],
    authority: null,
    blocks: [
      aside("It goes with the application for the order. The form of the direction is J74 (Form 5).", harassment.forms),
      aside("A company in the United States will normally ask for US process.", harassment.reach),
      heading("The provider"),
      mustLine("Electronic communications service provider", "{account.platform}", harassment.direction, {
        hint: "The company in South Africa and its address",
      }),
      heading("The sender"),
      mustLine("Account, telephone number or e-mail address", "{account.handle}", harassment.direction),
      line("Account number (id)", "{account.platformId}"),
      line("Web address", "{account.url}"),
      line("Name shown", "{account.displayName}"),
      heading("The messages"),
      table("acts", "What was sent, with date and time"),
      heading("What the provider is to give, by affidavit"),
      point("The electronic communications identity number from which it was sent.", harassment.direction),
      point(
        "The name, identity number and address of the person to whom that number is assigned.",
        harassment.direction,
      ),
      point("Anything else that helps to identify the sender.", harassment.direction),
      boxed("Five ordinary court days from service; five more on application (Form 10).", harassment.fiveDays),
      { kind: "annexures", mark: "A" },
      line("Our reference", "{case.code}"),
      sign("Complainant", "Full names", "Date"),
    ],
  }),
];
