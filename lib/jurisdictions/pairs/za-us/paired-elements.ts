import { cite } from "@/lib/jurisdictions/common/cite";
import { analysis, need } from "../paired-elements";

const stalking = cite(
  "Intent, course of conduct of two or more acts, fear or substantial distress.",
  "18 USC 2261A(2), 2266",
  "V",
);
const cyberstalking = ["us-2261a2"];
const image = cite("Enactment and definitions.", "govinfo PLAW-119publ12", "V");
const extort = cite("Text.", "18 USC 875", "V");

/** What 18 USC 2261A(2) needs wherever it is the pairing. */
export const stalkingNeeds = [
  need("Intent to kill, injure, harass, intimidate or surveil", ["ask"], cyberstalking, [stalking]),
  need("A course of conduct: two or more acts", ["course_of_conduct"], cyberstalking, [stalking]),
  need("Reasonable fear of death or serious injury, or substantial emotional distress", ["ask"], cyberstalking, [
    stalking,
  ]),
];

/** What 18 USC 875(c) needs: a true threat to the person, and what the sender knew. */
export const threatNeeds = [
  need("A true threat to kidnap or injure the person; property does not count", ["ask"], ["us-875c"], [extort]),
  need(
    "The sender was at least reckless: aware of a substantial risk that the words would be read as threatening violence",
    ["knowledge"],
    ["us-875c"],
    [cite("At least recklessness as to the threatening character.", "Counterman v. Colorado, 600 U.S. 66 (2023)", "V")],
  ),
];

/** What 47 USC 223(h) needs for a picture of an adult. */
export const imageNeeds = [
  need("The act is not earlier than 19 May 2025", ["act_from:2025-05-19"], ["us-223h"], [image]),
  need("The person shown can be identified", ["ask"], ["us-223h"], [image]),
  need("Privacy was expected, and the picture was not made public by choice", ["ask"], ["us-223h"], [image]),
  need("Harm was intended or caused", ["ask"], ["us-223h"], [image]),
  need("The picture is not of public concern", ["ask"], ["us-223h"], [image]),
];

/** The digital forgery limb. */
export const forgeryNeed = need(
  "A reasonable person cannot tell the forgery from the real thing",
  ["ask"],
  ["us-223h"],
  [cite("Indistinguishable to a reasonable person; cartoonish fakes fall outside.", "47 USC 223a, definition", "V2")],
);

/** What extortion needs: the purpose, and that it crossed a border. */
export const extortionNeeds = [
  need("Intent to extort money or another thing of value", ["ask"], ["us-875b", "us-875d"], [extort]),
  need("Sent over a state or national border", ["ask"], ["us-875b", "us-875d"], [extort]),
];

/** What a search warrant on a foreign request needs beside the offence. */
export const contentNeed = need(
  "For content: an offence that carries more than one year",
  ["years_over:1"],
  [],
  [cite("A search warrant on a foreign request needs more than one year.", "18 USC 3512", "V"), analysis],
);
