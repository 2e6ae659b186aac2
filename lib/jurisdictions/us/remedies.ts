import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { Remedy } from "@/lib/jurisdictions/types";

const tida = "47 USC 223a (uscode.house.gov; customsmobile; policyrisk)";
const general = "General knowledge";
const open = { jurisdiction: "US", inForce: "yes", inForceUntil: null } as const;

/** United States civil remedies and the notice that a platform must act on (domain reference 3.2 and 3.3). */
export const remedies: Remedy[] = [
  {
    ...open,
    key: "us-223a-notice",
    kind: "remedy",
    title: "TAKE IT DOWN notice and removal",
    citation: "47 USC 223a, TAKE IT DOWN Act",
    rules: [
      fact(
        "A process had to exist by 19 May 2026. Removal as soon as possible, at most 48 hours after a valid request, with reasonable efforts to remove known identical copies.",
        tida,
        "V",
      ),
      fact(
        "A valid request is in writing and has (i) the physical or electronic signature of the person depicted or an authorised person.",
        tida,
        "V",
      ),
      fact("(ii) It identifies the depiction, with information reasonably sufficient to locate it.", tida, "V"),
      fact(
        "(iii) It states briefly and in good faith that it was published without consent, with any relevant facts.",
        tida,
        "V",
      ),
      fact("(iv) It gives contact information.", tida, "V"),
      {
        text: "Covered: a public website, service or app that primarily provides a forum for user content, or regularly publishes or hosts intimate images without consent. Not: broadband providers, e-mail, sites of mainly preselected content. Private cloud and closed messaging are doubtful.",
        sources: [
          cite("Covered platform.", tida, "V"),
          cite("What is left out.", "commlawgroup.com", "V2"),
          cite("Private cloud and closed messaging.", general, "G"),
        ],
      },
      {
        text: "Enforced by the FTC as an unfair or deceptive practice, non-profits too. No private right of action. The FTC's page for late removal was not found.",
        sources: [
          cite("Enforcement.", tida, "V"),
          cite("No private right of action.", general, "G"),
          cite("Complaint page.", "Open point 13 of the reference", "C"),
        ],
      },
      fact("On the text the person depicted need not be in the US.", "Reading of the text", "G"),
      fact(
        "A digital forgery cannot be told from the real thing by a reasonable person. Cartoonish fakes fall outside.",
        "47 USC 223a, definition",
        "V2",
      ),
    ],
    inForceFrom: "2026-05-19",
    sources: [cite("The duty is live since 19 May 2026.", "Pub. L. 119-12; 47 USC 223a", "V")],
  },
  {
    ...open,
    key: "us-6851",
    kind: "remedy",
    title: "Civil action over intimate images",
    citation: "15 USC 6851",
    rules: [
      fact(
        "The person depicted sues the discloser in federal court: interstate or foreign commerce; knowing or reckless as to the lack of consent.",
        "15 USC 6851",
        "V",
      ),
      fact("Actual damages or liquidated $150 000, fees, injunctions, and a pseudonym.", "15 USC 6851", "V"),
      fact("Conduct after 1 October 2022. Consent to making it is no consent to sharing it.", "15 USC 6851", "V"),
      fact("Four years to sue, assumed from 28 USC 1658.", "28 USC 1658", "G", "C"),
    ],
    inForceFrom: "2022-10-01",
    sources: [cite("Text.", "customsmobile, 15 USC 6851", "V")],
  },
  {
    ...open,
    key: "us-po",
    kind: "remedy",
    title: "State protective orders",
    citation: "State law",
    rules: [
      fact("Kinds: domestic violence, stalking, civil harassment, sexual assault.", "State law", "G"),
      fact("Filed where the respondent lives or the conduct happened; it differs.", "State law", "G"),
      fact("Often no filing fee, a condition of VAWA grants.", "State law", "G"),
      fact(
        "A temporary order without hearing the other side, a hearing typically 10 to 25 days later, a final order for 1 to 5 years.",
        "State law",
        "G",
      ),
      fact("The respondent must be served.", "State law", "G"),
      fact("A petitioner from abroad and a hearing by video: different in each state.", "State law", "G", "C"),
    ],
    inForceFrom: null,
    sources: [cite("State by state.", "State law", "G")],
  },
  {
    ...open,
    key: "us-2265",
    kind: "remedy",
    title: "Orders of one state in the others",
    citation: "18 USC 2265",
    rules: [
      fact(
        "A valid order of one State, tribe or territory is enforced in all others if the court had jurisdiction and there was reasonable notice and opportunity to be heard; for an order without hearing, within the time that state law sets and a reasonable time.",
        "18 USC 2265(a), (b)",
        "V",
      ),
      fact("Registration is not required.", "18 USC 2265(d)(2)", "V"),
      fact("It names no orders of foreign countries.", "18 USC 2265", "V"),
    ],
    inForceFrom: null,
    sources: [cite("Text.", "law.cornell.edu, 18 USC 2265", "V")],
  },
  {
    ...open,
    key: "us-1782",
    kind: "remedy",
    title: "Evidence for a foreign tribunal",
    citation: "28 USC 1782",
    rules: [
      fact(
        "A district court may order testimony or documents from a person found in the district for a foreign or international tribunal, on request of the tribunal or any interested person, a victim too.",
        general,
        "G",
      ),
      fact("It includes criminal investigations before formal accusation.", general, "G"),
      fact("It is discretionary (Intel v. AMD, 2004) and cannot override the bar on content.", general, "G"),
    ],
    inForceFrom: null,
    sources: [cite("Elements.", general, "G")],
  },
  {
    ...open,
    key: "us-230",
    kind: "remedy",
    title: "Platforms are not sued for what users post",
    citation: "47 USC 230",
    rules: [
      fact(
        "The provider is not the publisher of user content. So the platform's own process, not a suit, is the removal tool.",
        "Reporting guide; general knowledge",
        "S",
        "G",
      ),
      fact("It does not block federal criminal law (230(e)(1)).", general, "G"),
      fact(
        "Since 19 May 2026 the TAKE IT DOWN duty applies for intimate images all the same.",
        "47 USC 223a; domain reference section 14",
        "V",
      ),
    ],
    inForceFrom: null,
    sources: [cite("Immunity for user posts.", "Reporting guide", "S", "G")],
  },
  {
    ...open,
    key: "us-john-doe",
    kind: "remedy",
    title: "John Doe suit with subpoena",
    citation: "Civil procedure",
    rules: [
      fact("Non-content records may go to a requester that is no government.", general, "G"),
      fact("Tests for anonymous speech apply (Dendrite, Cahill).", general, "G"),
    ],
    inForceFrom: null,
    sources: [cite("Suit against an unknown sender.", general, "G")],
  },
];
