import { cite } from "@/lib/jurisdictions/common/cite";
import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";
import { platforms } from "../platforms";
import {
  aside,
  ask,
  type Block,
  heading,
  line,
  mustAsk,
  mustLine,
  type PaperDraft,
  paper,
  point,
  sign,
  table,
} from "./blocks";

const order = cite(
  "Capture, then preservation by police, then the report: removal first destroys evidence.",
  "Practice, domain reference section 8",
  "G",
);
const ownTimes = cite("24 or 72 hours, 7 and 14 days are our own: no provider publishes a time.", "Our own rule", "G");
const perReport = cite("What is kept of every report.", "Practice, domain reference section 8", "G");
const portals = cite("Portals are for police only.", "Platform guidelines, domain reference section 8", "V", "V2");

const shows = "Removal shows the subject that somebody reported.";

const base = {
  kind: "platform_report",
  jurisdiction: "",
  about: "account",
  steps: ["platform-reports"],
  form: "sheet",
  signers: ["client", "advocate"],
  whoMaySend: "Client or advocate",
  sendableByUs: true,
  removesContent: true,
  authority: null,
} satisfies Partial<PaperDraft>;

/** Where a company names its own categories they are offered; else the category is copied from its form. */
function category(categories: readonly string[]): Block {
  return mustLine("Category chosen", "", perReport, {
    hint:
      categories.length > 0
        ? "As the form names it"
        : "Choose the one that fits best and copy its exact words from the form",
    ...(categories.length > 0 ? { choices: [...categories] } : {}),
  });
}

function body(identifier: string, categories: readonly string[]): Block[] {
  return [
    aside("Keep the proof first: what is removed is gone. One report for each post and one for the account.", order),
    aside("Never use a portal for law enforcement. It is for police.", portals),
    heading("1. The account"),
    line("Platform", "{account.platform}"),
    line("Company", "{account.company}"),
    line("Account name", "{account.handle}", { hint: `What the platform goes by: ${identifier}` }),
    line("Account number (id)", "{account.platformId}"),
    line("Web address of the account", "{account.url}"),
    line("Name shown", "{account.displayName}", { hint: "It changes easily: never the only identifier" }),
    heading("2. What is reported"),
    mustAsk(
      "Web address of each item",
      "The full web address of each post, message or page that this report is about, one line each.",
      perReport,
    ),
    category(categories),
    heading("3. Text to paste"),
    mustAsk(
      "What is wrong with it",
      "In two or three sentences: who is harmed, what the item does to this person, and which rule of the platform it breaks. Quote the worst words.",
      perReport,
    ),
    point(
      "This account targets one person. The person did not agree to any of it, asked it to stop or blocked it where that is shown below, and fears for their safety.",
    ),
    { kind: "numbered", each: "acts", text: "{at}: {what} {words}" },
    { kind: "numbered", each: "knowledge", text: "{at}: {what}" },
    point(
      "We ask that the items are removed, that the account is dealt with under the rules, and that accounts of the same person made after a block are dealt with too.",
    ),
    heading("4. Who reports"),
    line("Name and role", "{author.name}, {organisation.name}", {
      hint: "Or the client, when the client reports in the app",
    }),
    line("Contact", "{organisation.deskEmail}", { hint: "Safe for the client: the answer comes here" }),
    heading("5. After sending, to record here"),
    line("Route", "", { choices: ["In the app", "Web form", "E-mail"] }),
    line("Sent at (UTC)", ""),
    line("Reference, exactly as given", "", {
      hint: "Keep a screenshot of the confirmation: the forms of these numbers are not documented",
    }),
    line("Words of the confirmation", ""),
    line("Where the answer can be seen", "", { hint: "For example the inbox of the account that reported" }),
    line("Appeal possible until", ""),
    aside(
      "Look again after 24 hours for threats and intimate images, after 72 hours for the rest. Send again after 7 days, appeal within 14.",
      ownTimes,
    ),
    table("exhibits", "Evidence that is kept"),
    line("Our reference", "{case.code}"),
  ];
}

/** One paper for each company, with what it goes by, its own categories where it names them, and what it does on a report. */
function reportFor(platform: (typeof platforms)[number]): DocumentTemplateDraft {
  const facts = (platform.facts ?? []).map((fact) => aside(fact.text, ...fact.sources));
  return paper({
    ...base,
    key: `platform-report-${platform.key}`,
    title: `Report to ${platform.name}: text to paste`,
    purpose: `${platform.victimRoute}.`,
    platform: platform.key,
    addressee: [platform.name],
    notifiesSubject: `${shows} ${platform.notifiesText}`,
    blocks: [
      aside(`Route: ${platform.victimRoute}.`, ...platform.sources),
      aside(`It tells the subject: ${platform.notifiesText}`, ...platform.sources),
      ...facts,
      ...body(platform.stableIdentifier, platform.reportCategories ?? []),
    ],
    sources: platform.sources,
  });
}

export const platformPapers: DocumentTemplateDraft[] = [
  ...platforms.filter(({ key }) => key !== "other").map(reportFor),
  paper({
    ...base,
    key: "platform-report",
    title: "Platform report: text to paste",
    purpose: "For a platform that has no paper of its own here.",
    addressee: ["{account.platform}"],
    notifiesSubject: `${shows} What else this platform tells is not known: ask before you send.`,
    blocks: body("the exact web address, the user name and any number", []),
    sources: [perReport],
  }),
  paper({
    ...base,
    key: "platform-appeal",
    kind: "platform_appeal",
    title: "Appeal against a platform's decision",
    purpose: "When the platform kept the content up, or closed the report without an answer.",
    form: "paper",
    addressee: ["{account.platform}"],
    notifiesSubject: `${shows} An appeal may reach the account holder too.`,
    blocks: [
      aside("Appeal within 14 days by our own rule, sooner if the platform sets a time.", ownTimes),
      mustLine("Reference of the report", "{reference.platform_report}", perReport),
      line("Report sent on", "{reference.platform_report.date}"),
      line("Decision, and its date", "", { hint: "In the words of the platform. “No answer” if there was none" }),
      heading("What was reported"),
      line("Account name", "{account.handle}"),
      line("Account number (id)", "{account.platformId}"),
      line("Web address of the account", "{account.url}"),
      mustAsk(
        "Web address of each item",
        "The full web address of each item that is still there, and the date on which you saw it there.",
        perReport,
      ),
      heading("Why the decision should change"),
      mustAsk(
        "Why the decision should change",
        "Which rule of the platform does it break, in the platform's words? What did the first decision miss: a threat in other words, a pattern of several accounts, a name or address that is shown, a person who is easily recognised?",
        perReport,
      ),
      { kind: "numbered", each: "acts", text: "{at}: {what} {words}" },
      { kind: "numbered", each: "knowledge", text: "{at}: {what}" },
      ask("Which category would fit better than the one that was chosen first?"),
      heading("What is asked"),
      point("That a person looks at it again, that the items are removed, and that the reason is given if they stay."),
      line("Police case number", "{reference.cas}", {
        hint: "Leave it out if the client does not want the platform to know",
      }),
      line("Contact", "{organisation.deskEmail}"),
      line("Our reference", "{case.code}"),
      sign("Sender", "Full names", "Date"),
    ],
    sources: [perReport],
  }),
];
