import { cite } from "@/lib/jurisdictions/common/cite";
import type { Process } from "@/lib/jurisdictions/types";

/** The processes that ask for written consent when somebody acts for the client (domain reference, finding 6). */
export const processes: Process[] = [
  {
    key: "harassment_order",
    jurisdiction: "ZA",
    title: "Protection order, applied for on behalf of the client",
    why: "Another person with a material interest may apply only with the complainant's written consent.",
    sources: [cite("Written consent of the complainant.", "PHA 17 of 2011 s 2(3)(b) (acts.co.za)", "V")],
  },
  {
    key: "secretariat",
    jurisdiction: "ZA",
    title: "Complaint to the Civilian Secretariat, lodged for the client",
    why: "Whoever lodges a complaint for another person needs that person's written consent.",
    sources: [
      cite(
        "Lodging for another needs that person's written consent.",
        "Civilian Secretariat for Police Service Regulations 2016, reg 17(2) (GN 1389; acts.co.za)",
        "V",
      ),
    ],
  },
  {
    key: "takedown",
    jurisdiction: "US",
    title: "TAKE IT DOWN notice, signed for the client",
    why: "The notice bears the signature of the person shown or of an authorised person.",
    sources: [cite("Signature of the person depicted or an authorised person.", "47 USC 223a (uscode.house.gov)", "V")],
  },
  {
    key: "ic3",
    jurisdiction: "US",
    title: "IC3 complaint, filed for the client",
    why: "Someone may file on the victim's behalf, in a block of the form for the filer. We keep the client's written authority for it.",
    sources: [
      cite("Victim or someone on the victim's behalf.", "ic3.gov copy; mirrors of the IC3 FAQ", "V2"),
      cite("Written authority for FBI and IC3 filing.", "Advocacy practice, domain reference 10.2", "G"),
    ],
  },
];
