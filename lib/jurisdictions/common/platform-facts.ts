import { fact } from "@/lib/jurisdictions/common/cite";
import type { Fact } from "@/lib/jurisdictions/types";

const metaPage = "about.meta.com/actions/safety/audiences/law/guidelines; OpenTermsArchive copy";
const xPage = "OpenTermsArchive, Twitter/Law Enforcement Guidelines.md";
const tikTokPage = "OpenTermsArchive, TikTok/Law Enforcement Guidelines.md (16 April 2025)";
const snapPage = "Snap safety-enforcement page; guides 2020, 2023";

const meta: Fact[] = [
  fact("An officer's request must be particular and have date limits.", metaPage, "V"),
  fact("Outside Europe the addressee is Meta Platforms, Inc.", metaPage, "V"),
  fact("For content a treaty request or letter rogatory may be needed.", metaPage, "V"),
  fact("Its records authenticate themselves.", metaPage, "V"),
  fact("The reference of a report is shown in the Support Inbox.", "Practice", "G"),
];

/** What else was read about each platform: for the officer who writes, and for the one who reports (section 8). */
export const platformFacts: Readonly<Record<string, Fact[]>> = {
  facebook: meta,
  instagram: meta,
  whatsapp: [
    fact(
      "It gives name, service start, last seen, IP and e-mail, never message content; on a 2703(d) order the blocked numbers.",
      "faq.whatsapp.com/808280033839222; /en/general/26000050",
      "V",
    ),
    fact("There is no ticket number; the proof is the export from the victim's phone.", "Practice", "G"),
  ],
  x: [
    fact("The extension is a separate request, at least 7 days before expiry.", xPage, "V"),
    fact("IP logs and data of closed accounts are kept very briefly; deleted posts are generally gone.", xPage, "V"),
    fact("A bar on telling the user must state how long.", xPage, "V"),
    fact("A report gives a case number by mail; its form is not documented.", "Practice", "G"),
  ],
  tiktok: [
    fact("Emergency requests, police only: tiktok.com/legal/report/EDR.", tikTokPage, "V"),
    fact("A PDF on letterhead with a screenshot. It refuses \u201call data\u201d and missing dates.", tikTokPage, "V"),
    fact(
      "Addressee by where the user is: US user, TikTok Inc. (Culver City); South African user, TikTok Pte. Limited (Singapore).",
      tikTokPage,
      "V",
    ),
    fact("A treaty request may be needed.", tikTokPage, "V"),
    fact("The change of US ownership in 2026 was not read.", "Open point 16 of the reference", "C"),
  ],
  youtube: [
    fact("Preservation under 2703(f) is honoured.", "Practice", "G"),
    fact(
      "A privacy complaint gives the uploader 48 hours. Search has a form to remove explicit or personal content.",
      "Practice",
      "G",
    ),
  ],
  snapchat: [
    fact("It deletes by default: act first.", snapPage, "V"),
    fact("Emergency requests from outside the US, police only: lawenforcement.snapchat.com/emergency.", snapPage, "V"),
    fact("Preservation from outside the US is honoured as a courtesy while a treaty request runs.", snapPage, "V"),
  ],
  reddit: [
    fact("Data by class of the US statute; foreign requests by treaty.", "Secondary source", "V2"),
    fact("Post ids begin with t3_, comments with t1_. The answer comes by modmail or message.", "Practice", "G"),
  ],
  telegram: [
    fact(
      "On a valid order of the relevant judicial authority about a suspect it may give IP and phone; it reports every quarter at t.me/transparency.",
      "edit.tosdr.org/points/37329 (privacy policy 8.3)",
      "V2",
    ),
    fact("The numeric user id is not shown in the app; it stands in an export.", "Secondary source", "V2"),
    fact("abuse@telegram.org and dmca@telegram.org were not verified.", "General knowledge", "G", "C"),
  ],
  discord: [
    fact("The portal is also at app.kodexglobal.com.", "ministryofcyberaffairs.com", "V2"),
    fact(
      "Content by warrant; voice is not stored; display names are not accepted.",
      "discord.com/safety/360044157931",
      "V",
    ),
    fact("It may not respond directly.", "discord.com/safety/360044103651", "V"),
    fact("Preservation for 90 days; it tells the user by default.", "Practice", "G"),
  ],
  linkedin: [fact("A report gets a case number by e-mail.", "Practice", "G")],
  microsoft: [
    fact("A portal for police exists; its address was not verified.", "Open point 16 of the reference", "G", "C"),
    fact("Preservation 90 + 90.", "General knowledge", "G"),
    fact("A form for intimate images serves Bing, OneDrive and Xbox.", "General knowledge", "G", "C"),
  ],
  cloudflare: [
    fact(
      "It is usually not the host. It passes the complaint to the host and the site operator, and names the host.",
      "cloudflare.com trust-hub/reporting-abuse and /abuse",
      "V",
    ),
    fact("For some categories you can ask that it is not passed to the operator.", "cloudflare.com/abuse", "V"),
    fact("One exact URL is needed. Complaints by e-mail are sent back to the form.", "cloudflare.com/abuse", "V"),
    fact("For police an older page names abuse+law@cloudflare.com.", "cloudflare.com, older page", "V"),
    fact("A report id comes by mail.", "Practice", "G"),
  ],
  host: [
    fact(
      "The domain rules on abuse of April 2024 cover phishing, malware, botnets and pharming, not harassment.",
      "General knowledge",
      "G",
    ),
    fact("Write to the abuse address that RDAP or WHOIS shows.", "General knowledge", "G"),
  ],
};

/** Categories of a report form that were read in the company's own words. */
export const reportCategories: Readonly<Record<string, string[]>> = {
  cloudflare: ["Non-Consensual Sexually Explicit Imagery", "Violent Threats and Harassment"],
};
