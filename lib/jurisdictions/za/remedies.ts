import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { Remedy } from "@/lib/jurisdictions/types";
import { powers } from "./powers";

const pha = "PHA 17 of 2011 (acts.co.za ss 2, 3, 4, 9)";

/** South African civil and administrative remedies (domain reference 2.4 and 1.5), and the powers behind them. */
export const remedies: Remedy[] = [
  {
    key: "za-pha",
    kind: "remedy",
    jurisdiction: "ZA",
    title: "Protection from harassment order",
    citation: "Protection from Harassment Act 17 of 2011",
    rules: [
      fact(
        "Who: any person who alleges harassment. No relationship is needed; a child may apply unaided; someone with a material interest may apply with the complainant's written consent (s 2(3)).",
        pha,
        "V",
      ),
      fact(
        "Where: the magistrate's court where the complainant or the respondent lives or works, or where the harassment happened. So someone abroad can apply where the respondent lives.",
        "rambuda.co.za",
        "V2",
      ),
      fact(
        "Forms: application and affidavits to the clerk (s 2(7)); interim order Form 3, J62; direction to a provider Form 5, J74; urgent application after hours (s 2(5)).",
        `${pha}; copies of J62 and J74`,
        "V",
      ),
      fact(
        "Interim order: without hearing the respondent, when there is prima facie harassment, harm is likely without an order at once, and notice would defeat it (s 3(2)). It is served with the application; the respondent shows cause on the return date (s 3(3)).",
        pha,
        "V",
      ),
      fact(
        "Return date: not less than 10 days after service; the respondent may anticipate on 24 hours' notice.",
        "PHA s 3",
        "G",
        "C",
      ),
      fact(
        "Unknown harasser: the court adjourns and directs the provider to give by affidavit the communications identity number, name, ID number, address and anything that helps to identify (s 4(1)), within 5 ordinary court days of service (s 4(3)(a)). The court may add 5 more (Form 10).",
        `${pha}; Form 10`,
        "V",
      ),
      fact("Sections 5 and 6: the court may order SAPS to find the name and address.", "gov.za statement", "V2"),
      fact(
        "Final order: on default with proof of service and prima facie case (s 9(1)), or after a hearing on a balance of probabilities (s 9(4)). A respondent without a lawyer may not cross-examine directly (s 9(3)).",
        pha,
        "V",
      ),
      fact(
        "Address: the complainant's home and work address is left out of the order unless needed (s 10(4), printed on J62).",
        "PHA s 10(4); copy of J62",
        "V",
      ),
      fact(
        "Limits of s 4: it reaches South African providers. A US platform will normally insist on US process.",
        "General knowledge",
        "G",
      ),
      fact("Duration: 5 years unless set aside or another period is given.", "General knowledge", "G", "C"),
    ],
    inForce: "yes",
    inForceFrom: "2013-04-27",
    inForceUntil: null,
    sources: [
      cite(
        "In force since 27 April 2013; amended 14 April 2023.",
        "lawlibrary.org.za/akn/za/act/2011/17/eng@2023-04-14",
        "V",
      ),
    ],
  },
  {
    key: "za-dva",
    kind: "remedy",
    jurisdiction: "ZA",
    title: "Domestic violence order",
    citation: "Domestic Violence Act 116 of 1998, as amended by Act 14 of 2021",
    rules: [
      fact("Needs a domestic relationship; dating counts.", "GG 48419; ellipsis.co.za", "V"),
      fact(
        "New: controlling and coercive behaviour, spiritual abuse, elder abuse, sexual harassment and a wider meaning of harassment. The application may be e-mailed to the court.",
        "GG 48419; polity 2023-04-17",
        "V",
      ),
      {
        text: "s 5B: direction to a provider to identify the sender and to say whether it can remove or disable access. Tariff R150 for each request.",
        sources: [cite("s 5B.", "acts.co.za DVA s 5B", "V"), cite("Tariff.", "ellipsis.co.za", "V2")],
      },
      fact("Return date: the same 10-day rule as the PHA.", "DVA s 5(5)", "G", "C"),
    ],
    inForce: "partly",
    inForceFrom: "2023-04-14",
    inForceUntil: null,
    sources: [cite("As amended in force since 14 April 2023, except s 6A.", "Proclamation 117, GG 48419", "V")],
  },
  {
    key: "za-equality-court",
    kind: "remedy",
    jurisdiction: "ZA",
    title: "Equality Court",
    citation: "PEPUDA 4 of 2000 ss 10, 11",
    rules: [fact("Hate speech or harassment on protected grounds.", "General knowledge", "G")],
    inForce: "yes",
    inForceFrom: null,
    inForceUntil: null,
    sources: [cite("ss 10 and 11.", "General knowledge", "G")],
  },
  {
    key: "za-ecta-77",
    kind: "remedy",
    jurisdiction: "ZA",
    title: "Take-down notice to a South African host",
    citation: "Electronic Communications and Transactions Act 25 of 2002 s 77",
    rules: [
      fact("For content hosted in South Africa, through the provider or ISPA.", "ECTA s 77", "G"),
      fact(
        "The notice gives the complainant's name and address, a signature, the right infringed, the material, the remedial action wanted, contact details, good faith and a statement of truth.",
        "ECTA s 77",
        "G",
      ),
    ],
    inForce: "yes",
    inForceFrom: null,
    inForceUntil: null,
    sources: [cite("s 77.", "General knowledge", "G")],
  },
  ...powers,
];
