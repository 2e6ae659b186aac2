import { cite } from "@/lib/jurisdictions/common/cite";
import type { DualCriminalityDraft } from "@/lib/jurisdictions/types";
import { analysis, need } from "../paired-elements";

const began = cite(
  "In force since 1 December 2021.",
  "lawlibrary.org.za/akn/za/act/2020/19; Proclamation R42 of 2021",
  "V",
);
const threat = cite(
  "A reasonable person with the same information would see it as a threat.",
  "cybercrimesact.co.za",
  "V",
);
const intimidation = cite("Violence or threats to compel or induce.", "Intimidation Act 72 of 1982 s 1(1)(a)", "V");

const reasonable = need(
  "A reasonable person with the same information would see the message as a threat; what the sender knew is not asked",
  ["ask"],
  ["za-cca-15"],
  [threat],
);
const compel = need("Meant to make a person do or not do something", ["ask"], ["za-intim"], [intimidation]);
const sinceCyber = (offences: string[]) =>
  need("The act is not earlier than 1 December 2021", ["act_from:2021-12-01"], offences, [began]);

/** The same table in reverse, for the second pair (domain reference section 4, rows marked reverse). */
export const dualCriminality: DualCriminalityDraft[] = [
  {
    key: "reverse-2261a2",
    home: ["us-2261a2"],
    there: ["za-pha-18", "za-cca-15", "za-ci", "za-dva-17", "za-intim"],
    thereText: "PHA breach; Cybercrimes Act s 15; crimen injuria; DVA; Intimidation Act s 1(1)(a)",
    extraElement: "South Africa has no single stalking offence: split it by act",
    elements: [
      need("There is no single stalking offence: each act is charged as what it was", ["ask"]),
      need("A harassment protection order was in force on the day of the act", ["ask"], ["za-pha-18"]),
      need("A domestic violence order was in force on the day of the act", ["ask"], ["za-dva-17"]),
      sinceCyber(["za-cca-15"]),
      reasonable,
      need("A serious violation of dignity or privacy", ["ask"], ["za-ci"]),
      compel,
    ],
    content: "yes",
    contentText: "Through CPA s 205 or RICA",
    sources: [analysis],
  },
  {
    key: "reverse-875c",
    home: ["us-875c"],
    there: ["za-cca-15", "za-intim"],
    thereText: "Cybercrimes Act s 15; common-law assault by threat; Intimidation Act s 1(1)(a)",
    extraElement: "Only the reasonable-person test",
    elements: [sinceCyber(["za-cca-15"]), reasonable, compel],
    content: "yes",
    contentText: "Yes",
    sources: [analysis],
  },
  {
    key: "reverse-223h",
    home: ["us-223h"],
    there: ["za-cca-16", "za-fpa-18f", "za-sorma-11a"],
    thereText: "Cybercrimes Act s 16; FPA s 18F; Sexual Offences Act 11A",
    extraElement: "None",
    elements: [
      sinceCyber(["za-cca-16"]),
      need("The person shown did not consent", ["home_element:1"]),
      need("Intends to cause harm", ["ask"], ["za-fpa-18f"], [cite("Text of s 18F.", "acts.co.za s 18F", "V")]),
    ],
    content: "yes",
    contentText: "Yes",
    sources: [analysis],
  },
  {
    key: "reverse-1030",
    home: ["us-1030"],
    there: ["za-cca-2", "za-cca-3", "za-cca-5-6", "za-cca-7"],
    thereText: "Cybercrimes Act ss 2, 3, 5, 6, 7",
    extraElement: "None",
    elements: [
      sinceCyber(["za-cca-2", "za-cca-3", "za-cca-5-6", "za-cca-7"]),
      need("Access, interception, interference or use of a password, unlawfully and intentionally", ["home_element:0"]),
    ],
    content: "yes",
    contentText: "Yes",
    sources: [analysis],
  },
];
