import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";
import { minors } from "./notes-minors";
import { reporting } from "./notes-reporting";

const guide = "Reporting guide";

/** Bodies of facts for South Africa (domain reference 1 and 2.1). */
export const notes: LawNote[] = [
  ...reporting,
  minors,
  {
    key: "za-information-regulator",
    section: "1.4",
    jurisdiction: "ZA",
    title: "Complaint to the Information Regulator (POPIA)",
    items: [
      fact(
        "How: in writing, by Form 5 (2018 regulations) or in the eServices portal after registering a profile, or to POPIAComplaints@inforegulator.org.za.",
        `inforegulator.org.za/?p=7037; false bay college; itlawco.com; ${guide}`,
        "V",
      ),
      {
        text: "The forms were amended in 2025: the number of Form 5 may have changed.",
        sources: [cite("Form numbering after the amendment.", "Open point 15 of the reference", "C")],
      },
      fact(
        "Who may: the person concerned; someone acting for them; someone with a sufficient personal interest; anyone in the public interest.",
        "POPIA Regulations 2018 reg 7.1 as amended (beta.acts.co.za)",
        "V",
      ),
      fact("Help: the Regulator must help to put it in writing, and in another language.", "reg 7.3", "V"),
      fact(
        "Time: within three years of the grievance; only matters after 1 July 2021.",
        "thesmallbusinesssite.co.za (SEESA)",
        "V2",
      ),
      {
        text: "Clock: the responsible party may make submissions within 21 days of notice; an office that receives a complaint passes it on within 14 days.",
        sources: [
          cite("21 days.", "thesmallbusinesssite.co.za (SEESA)", "V2"),
          cite("14 days.", "POPIA Regulations 2018 reg 7.4", "V"),
        ],
      },
      fact("Contact: 010 023 5200; 0800 017 160; enquiries@inforegulator.org.za.", guide, "S"),
      fact(
        "Limits: personal and household use is excluded (s 6(1)(a)); the responsible party must be in South Africa or use means here (s 3). Weak against a private person in the United States, strong against an employer, site or data broker here.",
        "POPIA ss 3, 6(1)(a)",
        "G",
      ),
    ],
  },
  {
    key: "za-film-board",
    section: "1.5",
    jurisdiction: "ZA",
    title: "Film and Publication Board",
    items: [
      fact(
        "Any person may complain. The Board may issue a take-down notice and refer the matter to its enforcement committee.",
        "legalbrief.co.za",
        "V2",
      ),
      fact(
        "A provider must give the identity of the publisher to the Board or to SAPS.",
        "Films and Publications Act 65 of 1996 s 18F(6)",
        "V",
      ),
      fact(
        "For content hosted in South Africa: also a take-down notice under ECTA 25 of 2002 s 77, through the provider or ISPA.",
        "ECTA s 77",
        "G",
      ),
    ],
  },
  {
    key: "za-cca-in-force",
    section: "2.1",
    jurisdiction: "ZA",
    title: "Cybercrimes Act: what is in force",
    items: [
      fact(
        "In force since 1 December 2021: chapter 1; ss 2-19, 24, 25-37, 38(1)(a)-(c) and (2), 39, 40(1)-(2), 45, 53, 55-60.",
        "lawlibrary.org.za/akn/za/act/2020/19; Proclamation R42 of 2021, GG 45562",
        "V",
      ),
      {
        text: "Not in force on the text read: ss 20-23, 38(1)(d)-(f), 40(3)-(4), 41-44, 46-51, 52 and 54.",
        sources: [
          cite("Text read.", "lawlibrary.org.za/akn/za/act/2020/19; Proclamation R42 of 2021", "V"),
          cite("Still true today.", "No later proclamation was found", "C"),
        ],
      },
      fact(
        "Left out of the start: ss 11B, 11C, 11D and 56A(3)(c)-(e) that the Schedule inserts in the Sexual Offences Act.",
        "afriwise",
        "V2",
      ),
      fact(
        "Courts here may try the offence when, among others, the accused is arrested here, is a citizen or lives here, any part took place here, or it affects a person here.",
        "Cybercrimes Act 19 of 2020 s 24",
        "V",
      ),
      fact(
        "\u201cDisclose\u201d (s 13) means to send, to store where others can view, copy or download, or to send a link.",
        "Cybercrimes Act 19 of 2020 s 13",
        "V",
      ),
    ],
  },
];
