import { cite } from "@/lib/jurisdictions/common/cite";
import type { PairWarning } from "@/lib/jurisdictions/types";

const gate = cite(
  "Insult, hate and defamation will not yield content and may be refused; build on conduct that is not protected.",
  "Counterman v. Colorado, 600 U.S. 66 (2023) and analysis",
  "G",
);

/** What weakens a request in the other country before it is written (domain reference 3.5 and 12.2). */
export const warnings: PairWarning[] = [
  {
    key: "property-only",
    when: { is: "only_acts", natures: ["threat_property"] },
    text: "Only threats to property are recorded. 18 USC 875(c) does not cover property.",
    todo: "Does any message also threaten the person? Then log that act as a threat of violence. Else use a course of conduct, extortion or state law.",
    sources: [cite("A threat to kidnap or injure the person; not property.", "18 USC 875(c) (puryearlaw.com)", "V")],
  },
  {
    key: "insult-only",
    when: { is: "only_acts", natures: ["insult"] },
    text: "Only insult or hate is recorded. Insult alone is protected speech in the United States.",
    todo: "Is there a threat, a demand, a picture or a pattern that is not logged yet?",
    sources: [gate],
  },
  {
    key: "single-act",
    when: { is: "single_act" },
    text: "One act only: that is no course of conduct.",
    todo: "Log every other act as an incident of its own, the small ones too.",
    sources: [cite("A course of conduct is two or more acts.", "18 USC 2261A(2), 2266", "V")],
  },
  {
    key: "nothing-unprotected",
    when: { is: "no_acts", natures: ["threat_violence", "extortion", "intimate_image"] },
    text: "No act is recorded as a threat of violence, a demand with a threat or an intimate picture.",
    todo: "Does any act threaten a person or a reputation, or ask for money or acts? Say so in what it was.",
    sources: [gate],
  },
  {
    key: "before-take-it-down",
    when: { is: "act_before", day: "2025-05-19", offences: ["us-223h"] },
    text: "An act is earlier than 19 May 2025, when 47 USC 223(h) began.",
    todo: "Name another offence for that act, such as cyberstalking by a course of conduct, or state law.",
    sources: [cite("Enacted on 19 May 2025.", "govinfo PLAW-119publ12", "V")],
  },
  {
    key: "old-and-not-kept",
    when: { is: "act_older", days: 90 },
    text: "An act is more than 90 days old and no company has agreed to preserve the account.",
    todo: "Ask the investigating officer for a preservation request now. What is gone cannot be asked for.",
    sources: [
      cite("Preservation holds 90 days, once more on request.", "18 USC 2703(f)(2)", "V2"),
      cite("Facts for content must be fresh.", "Fact checklist, domain reference 5.1", "G"),
    ],
  },
];
