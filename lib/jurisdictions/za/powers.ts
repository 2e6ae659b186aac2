import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { Fact, LegalSource, Remedy } from "@/lib/jurisdictions/types";

const act = "Cybercrimes Act 19 of 2020";
const status = cite("In force since 1 December 2021.", "lawlibrary.org.za/akn/za/act/2020/19", "V");
const notYet = [
  cite("Not in force on the text read.", "lawlibrary.org.za/akn/za/act/2020/19; Proclamation R42 of 2021", "V"),
  cite("Still true today.", "No later proclamation was found", "C"),
];

function power(
  key: string,
  title: string,
  section: string,
  inForce: Remedy["inForce"],
  rules: Fact[],
  sources: LegalSource[],
): Remedy {
  const inForceFrom = inForce === "no" || !section.startsWith(act) ? null : "2021-12-01";
  return {
    key,
    kind: "power",
    jurisdiction: "ZA",
    title,
    citation: section,
    rules,
    inForce,
    inForceFrom,
    inForceUntil: null,
    sources,
  };
}

/** Powers of police and courts that matter to a request, with their status (domain reference 2.3 and 2.5). */
export const powers: Remedy[] = [
  power(
    "za-cca-26-40",
    "Search and seizure",
    `${act} ss 26-40(2)`,
    "partly",
    [
      fact(
        "Standard operating procedures; search and seizure with a warrant, on an oral application, by consent, without a warrant; duty to assist; duty not to disclose.",
        "Cybercrimes Act ss 26-40",
        "G",
      ),
      fact("Left out: ss 38(1)(d)-(f) and 40(3)-(4).", "lawlibrary.org.za/akn/za/act/2020/19", "V"),
    ],
    [status],
  ),
  power(
    "za-cca-20-23",
    "Cybercrimes Act protection order",
    `${act} ss 20-23`,
    "no",
    [
      fact(
        "Not in force: use the Protection from Harassment Act or the Domestic Violence Act.",
        "lawlibrary.org.za",
        "V",
      ),
    ],
    notYet,
  ),
  power(
    "za-cca-41",
    "Expedited preservation direction",
    `${act} s 41`,
    "no",
    [
      fact(
        "A designated police official, on reasonable grounds, serves it on a person, provider or financial institution.",
        "Text of s 41(1)-(3) (acts.co.za)",
        "V",
      ),
      fact("21 days.", "s 41(3)", "C"),
    ],
    notYet,
  ),
  power(
    "za-cca-42",
    "Preservation of evidence direction",
    `${act} s 42`,
    "no",
    [
      fact(
        "A magistrate or judge, on written application of police. At most 90 days; breach: fine or 3 years.",
        "acts.co.za s 42",
        "V",
      ),
    ],
    notYet,
  ),
  power(
    "za-cca-44",
    "Disclosure of data direction",
    `${act} s 44`,
    "no",
    [
      fact(
        "The application names the officer, the addressee, the data and format and the grounds, with a copy of the preservation direction.",
        "acts.co.za s 44",
        "V",
      ),
    ],
    notYet,
  ),
  power(
    "za-cca-45",
    "Public data, and data given freely",
    `${act} s 45`,
    "yes",
    [
      fact(
        "Police may receive and use data that is publicly available, and data that a lawful holder gives of free will.",
        "Cybercrimes Act s 45",
        "G",
      ),
    ],
    [status],
  ),
  power(
    "za-cca-53",
    "Proof by affidavit of a skilled person",
    `${act} s 53`,
    "yes",
    [fact("Certain facts are proved by the affidavit of a person with special skills.", "Cybercrimes Act s 53", "G")],
    [status],
  ),
  power(
    "za-cca-46-51",
    "Assistance to and from other countries",
    `${act} ss 46-51`,
    "no",
    [
      fact(
        "Foreign assistance by way of the National Commissioner, the NDPP and a designated judge.",
        "lawlibrary.org.za/akn/za/act/2020/19",
        "V",
      ),
      fact(
        "s 49: duty to comply with the designated judge's order under s 48(6); breach: fine or 2 years.",
        "acts.co.za s 49",
        "V",
      ),
    ],
    notYet,
  ),
  power(
    "za-cca-52",
    "Point of contact, 24/7",
    `${act} s 52`,
    "no",
    [fact("A designated point of contact at all hours.", "lawlibrary.org.za/akn/za/act/2020/19", "V")],
    notYet,
  ),
  power(
    "za-cca-54",
    "Providers and banks report",
    `${act} s 54`,
    "no",
    [fact("Within 72 hours.", "Secondary sources", "V2")],
    notYet,
  ),
  power(
    "za-cpa-205",
    "In the meantime: subpoena and directions",
    "CPA 51 of 1977 s 205; RICA 70 of 2002; ICCMA 75 of 1996",
    "yes",
    [
      fact(
        "A subpoena under CPA s 205, directions under RICA, and requests under the ICCMA serve until the rest begins.",
        "justice.gov.za/ilr/ilr.html names CPA, POCA and RICA",
        "V",
        "G",
      ),
    ],
    [cite("In force.", "justice.gov.za/ilr/ilr.html", "V", "G")],
  ),
  power(
    "za-iccma",
    "Letters of request and foreign requests",
    "International Co-operation in Criminal Matters Act 75 of 1996",
    "yes",
    [
      fact(
        "s 1: the Director-General is that of Justice; the appropriate government body of the foreign state makes and receives requests.",
        "derechos.org; info.gov.za (opening of the Act)",
        "V",
      ),
      fact(
        "s 2(1): in pending proceedings the court may issue a letter of request if examination abroad is necessary in the interests of justice.",
        "ICCMA s 2",
        "G",
      ),
      fact(
        "s 2(2): for an investigation a judge in chambers or magistrate may, on application: reasonable grounds that an offence was committed here, or to determine that; an investigation under way; information abroad necessary in the interests of justice.",
        "ICCMA s 2",
        "G",
      ),
      fact(
        "s 2(3)-(4): it goes to the Director-General, who passes it to the foreign court or body; urgent ones directly.",
        "ICCMA s 2",
        "G",
      ),
      fact("s 5: evidence obtained is admissible as a deposition.", "ICCMA s 5", "G"),
      fact(
        "ss 7-8: a foreign request goes to the Director-General, the Minister approves, a magistrate examines and subpoenas.",
        "ICCMA ss 7-8",
        "G",
      ),
      fact("s 27: the President may conclude agreements on legal assistance.", "Parliamentary memo", "V"),
      fact("No treaty is needed for South Africa to assist.", "justice.gov.za/ilr/ilr.html", "V"),
    ],
    [cite("Commenced 1 January 1998; ss 2-8 are general knowledge.", "info.gov.za, Act 75 of 1996", "V", "G")],
  ),
];
