import {
  aside,
  ask,
  heading,
  line,
  mustAsk,
  mustLine,
  paper,
  point,
} from "@/lib/jurisdictions/common/documents/blocks";
import { base, ending, facts, notAbroad, respondent } from "./order-parts";
import { domestic } from "./sources";

export const domesticOrder = paper({
  ...base,
  key: "za-dva-facts",
  kind: "dva_facts",
  law: ["za-dva"],
  title: "Facts for a protection order under the Domestic Violence Act",
  purpose: "Where there is or was a domestic relationship, dating included.",
  about: "case",
  authority: {
    process: "harassment_order",
    why: "We apply for a client only with the client's written consent, under this Act as under the Harassment Act.",
    source: domestic.other,
  },
  blocks: [
    aside(
      "The Act as amended is in force since 14 April 2023. The application may be e-mailed to the court.",
      domestic.inForce,
    ),
    aside("To confirm: the application form of the court was not read.", domestic.formUnread),
    notAbroad,
    heading("A. The complainant"),
    mustLine("Full names", "{client.name}", domestic.inForce),
    line("Identity or passport number", "{client.identityNumber}"),
    line("Which court", ""),
    point(
      "My home and work address are on a separate sheet. For my safety I ask that they are kept out of what the respondent receives.",
    ),
    heading("B. The domestic relationship"),
    mustAsk(
      "The domestic relationship",
      "What is or was the relationship with the respondent, from when to when? Dating counts. Are there children?",
      domestic.relationship,
    ),
    heading("C. If another person applies for the complainant"),
    line("Name and capacity", "", { hint: "Leave empty when the client applies in person" }),
    line("The complainant's written consent is attached", "", {
      choices: ["Yes", "Not needed: the complainant applies"],
      sources: [domestic.other],
    }),
    ...respondent("D"),
    ...facts("E"),
    heading("F. The kind of abuse"),
    ask(
      "Which of these fits, and which facts above show it: controlling or coercive behaviour, spiritual abuse, elder abuse, sexual harassment, harassment?",
      domestic.grounds,
    ),
    heading("G. Why an order is needed at once"),
    mustAsk(
      "Why an order is needed at once",
      "Which harm is likely if no order is made before the respondent is heard? Why now? What did the respondent do when told before?",
      domestic.interim,
    ),
    aside(
      "To confirm with the clerk or counsel: the test for an interim order under this Act was not read.",
      domestic.interim,
    ),
    heading("H. What the court is asked to order"),
    mustAsk(
      "The order that is asked for",
      "Which acts should be forbidden, and what else is needed: no contact by any account, no publishing, no coming near?",
      domestic.inForce,
    ),
    heading("I. Direction to a provider (section 5B)"),
    point(
      "The complainant asks the court to direct the electronic communications service provider below to identify the sender, and to say whether it can remove the message or disable access to it (section 5B).",
      domestic.direction,
    ),
    ask(
      "For each provider in South Africa: its name and address, the number or account, and the exact dates and times in SAST. If none is needed, write “No direction is asked for”.",
    ),
    aside("A provider may ask R150 for each request.", domestic.tariff),
    aside("To confirm: the 10-day rule for the return date. Read it on the order itself.", domestic.returnDate),
    ...ending,
  ],
});
