import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

const cape = "westerncape.gov.za/service/reporting-crime";
const text24B = "Films and Publications Act 65 of 1996 s 24B (acts.co.za)";
const general = "General knowledge";

/** Where an image of a person under 18 is reported in South Africa (domain reference 0, 1.1, 1.5, 2.2, 10.1 and 12.8). */
export const minors: LawNote = {
  key: "za-image-of-minor",
  section: "12.8",
  jurisdiction: "ZA",
  topic: "image_of_minor",
  title: "South Africa",
  routes: [
    {
      agency: "saps_fcs",
      act: "Report it to the police with the address, the account and the time alone. Record the CAS number.",
      references: ["cas"],
      sources: [cite("Route for a minor: SAPS FCS; no upload.", "Domain reference 12.8", "G", "C")],
    },
    {
      agency: "saps_station",
      act: "Any station takes the sworn statement. Hand over no copy and no print of the image.",
      references: ["cas"],
      sources: [cite("Statement, docket and registration on CAS at any station; free.", cape, "V")],
    },
    {
      agency: "fpb",
      act: "Complain, so that the Board may have it taken down. Give the exact address of the page.",
      references: ["fpb"],
      sources: [cite("Any person may complain; the Board may issue a take-down notice.", "legalbrief.co.za", "V2")],
    },
  ],
  items: [
    {
      text: "Having or passing on child sexual abuse material is an offence. It is to be reported as soon as possible.",
      sources: [
        cite("Duty to report as soon as possible.", text24B, "V"),
        cite("The sections of the Sexual Offences Act 32 of 2007.", general, "G"),
      ],
    },
    fact(
      "A provider of internet access must give the identity of the publisher to the Board or to SAPS.",
      "Films and Publications Act 65 of 1996 s 18F(6) (acts.co.za)",
      "V",
    ),
    fact(
      "Personal information of a child: a competent person consents, or another ground of s 35 holds. Keep the guardian’s record.",
      "POPIA ss 34 and 35",
      "G",
    ),
  ],
};
