import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft } from "@/lib/jurisdictions/types";

const pha = "PHA 17 of 2011 ss 2, 3, 4, 9, 10 (acts.co.za)";

/** Level 3, there side: the harassment order where the respondent lives, and the direction that finds a name. */
export const investigateThere: PlaybookStepDraft[] = [
  {
    key: "protection-order",
    title: "Harassment order, PHA",
    side: "there",
    act: "Help the client apply where the respondent lives",
    summary: "Magistrate's court of the respondent's area",
    whoMaySend: "Client, or another with written consent",
    whoIcon: "users",
    sendableByUs: true,
    prerequisites: [{ need: "count", of: "incidents", atLeast: 1, opens: "when the first incident is logged" }],
    produces: { references: ["protection_order_application", "protection_order"], document: "pha_facts" },
    doneWhen: [{ by: "reference", anyOf: ["protection_order"] }, { by: "outcome" }],
    waitsOn: "court",
    clocks: [
      { code: "T-PHA-RET", from: { event: "date_on_paper" }, idle: "Date on the order", dateWord: "Return date" },
    ],
    notNeeded: [],
    skippable: true,
    optional: true,
    notifiesSubject: "The order and the application are served on the subject, so the subject will know.",
    agencies: ["magistrate"],
    guidance: [
      "Any person who is harassed can apply; no relationship is needed. The court where the respondent lives or works will do.",
      "Someone with a material interest may apply for the client with the client's written consent.",
      "Application and affidavits go to the clerk. An affidavit from abroad is signed at a South African mission, or before a notary with an apostille.",
      "The order leaves out the client's home and work address unless the court needs it.",
      "A breach is an offence there: a fine or up to 5 years.",
      "A US order does not bind there, and this one does not bind in the United States.",
    ],
    ifStalled: "Ask the clerk for the return date. Urgent applications are heard after hours too.",
    ifRefused: "Ask for the reasons. The client may apply again with more facts.",
    sources: [
      cite("Who may apply, forms J62 and J74, interim order, address left out.", pha, "V"),
      cite("The court where the respondent lives or works.", "rambuda.co.za", "V2"),
      cite("Breach: fine or 5 years.", "gov.za statement, April 2013", "V2"),
      cite("Affidavit signed abroad.", "General knowledge", "G"),
      cite("Return date not less than 10 days after service.", "PHA s 3", "G", "C"),
    ],
  },
  {
    key: "provider-direction",
    title: "Direction to a provider, PHA s 4",
    side: "there",
    act: "Ask the court to direct the provider",
    actWhenOverdue: "Ask the clerk for the provider's affidavit",
    summary: "The provider names the sender to the court",
    whoMaySend: "Court only",
    whoIcon: "lock",
    sendableByUs: false,
    prerequisites: [
      {
        need: "reference",
        anyOf: ["protection_order_application"],
        opens: "when the application number is recorded, if the harasser is unknown",
      },
    ],
    produces: { references: [], document: "provider_direction" },
    doneWhen: [{ by: "outcome" }],
    waitsOn: "provider",
    clocks: [
      {
        code: "T-PHA-ECSP",
        from: { event: "date_on_paper" },
        idle: "5 court days from service",
        dateWord: "Affidavit due",
      },
    ],
    notNeeded: [],
    skippable: true,
    optional: true,
    notifiesSubject: null,
    agencies: ["magistrate"],
    guidance: [
      "When the harasser is unknown the court adjourns and directs the provider to answer by affidavit.",
      "It gives the communications identity number, name, ID number, address and anything that helps to identify.",
      "The provider has 5 court days from service. The court may add 5 more on application (Form 10).",
      "It reaches providers in South Africa. A US platform will normally insist on US process.",
      "The court may also order SAPS to find the name and address.",
    ],
    ifStalled: "Ask the clerk whether the direction was served and when the affidavit is due.",
    ifRefused: "Ask the court for an order that SAPS finds the name and address.",
    sources: [
      cite("What the provider gives; 5 ordinary court days; 5 more.", "PHA s 4(1), s 4(3)(a); Form 10", "V"),
      cite("ss 5 and 6: SAPS may be ordered to investigate.", "gov.za statement", "V2"),
      cite("A US platform insists on US process.", "General knowledge", "G"),
    ],
  },
];
