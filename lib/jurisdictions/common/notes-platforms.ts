import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

/** What holds for all platforms, and what works across them (domain reference 8). */
export const platformNotes: LawNote[] = [
  {
    key: "platforms-all",
    section: "8",
    jurisdiction: "",
    title: "Reports to platforms",
    items: [
      fact(
        "Victims and organisations report in the product or by web form. Portals are for police with a government e-mail address only.",
        "Platform pages and practice",
        "G",
      ),
      fact(
        "Ticket forms are mostly undocumented. Keep the raw text and a screenshot of the confirmation; never check them by a pattern.",
        "Platform pages and practice",
        "G",
      ),
      fact(
        "Keep with each report: the platform and its legal entity, the route, who sent it, the addresses, the numeric account id, the category chosen, the time in UTC, the acknowledgement, the reference, the decision, its day and the last day to appeal.",
        "Practice",
        "G",
      ),
    ],
  },
  {
    key: "intimate-images-across-platforms",
    section: "8",
    jurisdiction: "",
    title: "Intimate images across platforms",
    items: [
      {
        text: "StopNCII.org: 18 and over. The hash is made on the device and the picture never leaves it. It gives a case number and a PIN.",
        sources: [
          cite("18 and over; hash on the device.", "StopNCII.org", "V2"),
          cite("Case number and PIN.", "Practice", "G"),
        ],
      },
      fact("takeitdown.ncmec.org: under 18, worldwide, anonymous.", "takeitdown.ncmec.org", "V2"),
      fact(
        "A TAKE IT DOWN request on every covered platform starts the 48 hours.",
        "47 USC 223a (uscode.house.gov)",
        "V",
      ),
      fact(
        "Helplines: CCRI Image Abuse Helpline and NDVH in the US, GBV Command Centre in South Africa. Their numbers were not verified, so none is shown.",
        "Open point 5 of the reference",
        "C",
      ),
    ],
  },
  {
    key: "order-of-work",
    section: "8",
    jurisdiction: "",
    title: "Order of work",
    items: [
      fact(
        "Capture first; then preservation by police if an account may vanish; then the platform report. Removal first destroys evidence.",
        "Practice",
        "G",
      ),
      fact(
        "Preservation is for police only. In urgent cases of intimate images capture and removal go side by side, and the loss is noted.",
        "Practice",
        "G",
      ),
    ],
  },
];
