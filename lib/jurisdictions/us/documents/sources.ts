import { cite } from "@/lib/jurisdictions/common/cite";

/** Where the facts in the United States papers were read (domain reference 0, 3, 5, 7, 8 and 9). */

const tidaText = "47 USC 223a (uscode.house.gov)";
const mirrors = "Mirrors of the IC3 FAQ (eztechassist.com, seminartopics.net)";
const checklist = "Domain reference 5.1, in line with the DOJ slides and provider guidelines";

export const tida = {
  signature: cite("Signature of the person depicted or of an authorised person.", `${tidaText}, element (i)`, "V"),
  locate: cite("Identification, and information reasonably sufficient to locate it.", `${tidaText}, element (ii)`, "V"),
  goodFaith: cite(
    "Brief good-faith statement that it was published without consent.",
    `${tidaText}, element (iii)`,
    "V",
  ),
  contact: cite("Contact information.", `${tidaText}, element (iv)`, "V"),
  hours: cite("As soon as possible, at most 48 hours; known identical copies too.", `${tidaText}, (a)(3)`, "V"),
  live: cite("The process had to exist by 19 May 2026.", "Pub. L. 119-12; 47 USC 223a", "V"),
  covers: cite("Which services are covered.", `${tidaText}; commlawgroup.com`, "V2"),
  closed: cite("Private cloud and closed messaging: doubtful.", "General knowledge", "G"),
  abroad: cite("The person shown need not be in the US.", "Reading of the text, general knowledge", "G"),
  forgery: cite("A digital forgery is indistinguishable to a reasonable person.", "47 USC 223(h), definition", "V"),
};
export const ftc = {
  enforces: cite("Failure to remove is an unfair or deceptive practice; non-profits too.", "47 USC 223a", "V"),
  page: cite("The complaint page for late removal was not found.", "Open point 13 of the reference", "C"),
  noSuit: cite("No private right of action.", "General knowledge", "G"),
};
export const minors = cite(
  "No sexual image of a person under 18 is uploaded, copied or kept: only address, account and time.",
  "18 USC 2252A",
  "G",
);
export const ncmec = {
  under18: cite("For a person under 18, worldwide, anonymous.", "takeitdown.ncmec.org", "V2"),
  tipline: cite("CyberTipline when a minor is concerned.", "Domain reference 7 and 12", "G"),
};
export const threat = {
  s875c: cite(
    "A threat sent over a border to kidnap or injure the person of another; 5 years; property is not covered.",
    "18 USC 875(c)",
    "V",
  ),
  s875d: cite("A threat to property or reputation, to extort; 2 years.", "18 USC 875(d)", "V"),
  s2261A: cite(
    "Cyberstalking: intent, a course of conduct of two or more acts, fear or substantial distress; 5 years or more.",
    "18 USC 2261A(2), 2261(b), 2266",
    "V",
  ),
  s223h: cite("Publishing an intimate picture or digital forgery; acts after 19 May 2025.", "47 USC 223(h)", "V"),
  counterman: cite(
    "The sender must have been at least reckless about the threatening character.",
    "Counterman v. Colorado, 600 U.S. 66 (2023)",
    "V",
  ),
};
export const ic3 = {
  who: cite("The victim or someone on the victim's behalf; victim or alleged subject in the US.", mirrors, "V2"),
  fields: cite("The blocks of the form.", "ic3.gov copy; practice", "V", "G"),
  noFiles: cite("It takes no evidence files; paste headers; keep the originals.", mirrors, "V2"),
  once: cite("The confirmation with the id is shown once.", "Practice", "G", "C"),
  noStatus: cite("No status look-up; news by a new complaint that quotes the old id.", "Practice", "G"),
  spoofed: cite("False IC3 sites exist; it never asks for money.", "FBI notice of 19 Sep 2025, as reported", "V2"),
  authority: cite("Authority to act for third-party filing.", "Advocacy practice, domain reference 10.2", "G"),
};
export const fbi = {
  tips: cite("The tip form stands beside IC3.", "Reporting guide", "S"),
  noNumber: cite("The tipster gets no case number.", "Practice", "G", "C"),
  phone: cite("1-800-CALL-FBI.", "Secondary source", "V2"),
};
export const order = {
  state: cite("State kinds, fees, hearing times, petitioners from abroad.", "State law, not read", "G", "C"),
  served: cite(
    "Enforced in every state after notice and a chance to be heard; no registration.",
    "18 USC 2265(a)-(b), (d)(2)",
    "V",
  ),
  notForeign: cite("The text names no orders of other countries.", "18 USC 2265", "V"),
  guide: cite("A state order is enforceable against a respondent in the US.", "Reporting guide", "S"),
};
export const localPolice = cite("Local reports are made where the subject lives or acted.", "General knowledge", "G");
export const s1746 = cite(
  "Unsworn declaration under penalty of perjury; its wording was not read.",
  "28 USC 1746, named as the form for 902(13)/(14) certificates",
  "G",
  "V2",
  "C",
);
export const certificates = cite(
  "A certificate of the hash shows that a copy equals the original.",
  "FRE 902(13), 902(14), as quoted",
  "V2",
);
export const processes = cite(
  "A record made by an electronic process that produces an accurate result, by certificate of a qualified person.",
  "FRE 902(13), text quoted",
  "V2",
);
export const copies = cite(
  "Data copied from a file, authenticated by digital identification (hash). The hash does not prove that it is true.",
  "FRE 902(14), text quoted; in force 1 December 2017",
  "V2",
);
export const notice = cite("Notice to the other side goes with the certificate.", "FRE 902(11), as quoted", "V2");
export const stampTime = cite(
  "A token over the hash: authority, policy, serial number, time and certificate chain are kept.",
  "RFC 3161",
  "G",
);
export const preservation = {
  letter: cite(
    "A letter from a governmental entity; 90 days, and 90 more on a renewed request; a snapshot of what exists.",
    "18 USC 2703(f); tspa.org; DOJ slides (M. Degani)",
    "V2",
  ),
  usEntity: cite(
    "The governmental entity is a US one; a foreign request goes through US authorities or is a courtesy.",
    "DOJ slides; Snap, X and TikTok guidelines",
    "V2",
    "V",
  ),
  contents: cite("Identifier, date range, data types, process to come, letterhead and signature.", checklist, "G"),
  x: cite("X: the extension is a separate request, at least 7 days before expiry.", "X guidelines", "V"),
  twice: cite("TikTok and Snap: 90 and 90, then gone.", "TikTok and Snap guidelines", "V"),
  notice: cite("Companies tell users of legal process by default.", "Meta, X, TikTok, Snap guidelines", "V"),
};
export const emergency = {
  rule: cite(
    "Voluntary, on a good-faith belief of danger of death or serious physical injury that bears no delay.",
    "18 USC 2702(b)(8), (c)(4)",
    "V2",
  ),
  facts: cite("Who, what, why imminent, which data, no time for process; police only.", checklist, "G"),
  phone: cite("10111, or 112 from a mobile phone; 911 in the United States.", "Reporting guide; practice", "S", "G"),
};
export const data = {
  narrative: cite("A simple clear narrative without legal jargon.", "justice.gov/archives, CRM 281", "V"),
  all: cite("What every request says.", checklist, "G"),
  subscriber: cite("Subpoena; relevance to an official investigation.", "18 USC 2703(c)(2)", "V2", "G"),
  traffic: cite(
    "Order on specific and articulable facts, relevant and material.",
    "18 USC 2703(c)(1)(B), (d)",
    "V2",
    "G",
  ),
  content: cite("Search warrant on probable cause.", "18 USC 2703(a), (b)", "V"),
  overOneYear: cite("A foreign request for content needs an offence of more than one year.", "18 USC 3512", "V"),
  speech: cite("Insult, defamation and shaming alone yield no content.", "Analysis of Counterman", "G"),
};
