import type { ConsentPurpose } from "@/lib/casework/cases/types";
import { bySection } from "@/lib/casework/safety/plans/rules";
import type { PlanSection } from "@/lib/casework/safety/plans/types";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import type { Say } from "@/lib/client/wording/rules";
import type { AuthorityTerms, PaperContent, PaperText, ReleaseOffer } from "../types";

const purposes: Record<ConsentPurpose, WordingKey> = {
  help: "consentHelp",
  record: "consentRecord",
  evidence: "consentEvidence",
  police: "consentPolice",
  numbers: "consentNumbers",
};

const sections: Record<PlanSection, WordingKey> = {
  people: "planPeople",
  places: "planPlaces",
  devices: "planDevices",
  accounts: "planAccounts",
  words: "planWords",
  worse: "planWorse",
};

/** What each process of the law data lets us do, in a sentence that the client reads. */
const deeds: Record<string, WordingKey> = {
  harassment_order: "authorityOrder",
  secretariat: "authorityComplaint",
  takedown: "authorityTakedown",
  ic3: "authorityIc3",
};

/** Names, as they are written in every language. */
const names: Record<string, Record<string, string>> = {
  secretariat: { office: "Civilian Secretariat for Police Service" },
  ic3: { office: "FBI Internet Crime Complaint Center (IC3)", agency: "FBI" },
};

/** Whether a process has a text that a client can read. */
export const hasWords = (process: string): boolean => Object.hasOwn(deeds, process);

/** Puts a record into words in one language; what is filled in is the same in every language. */
export function composePaper(say: Say, organisation: string, content: PaperContent): PaperText {
  switch (content.what) {
    case "consent":
      return {
        title: say("consentTitle"),
        paragraphs: [
          say("consentAsk", { organisation }),
          ...content.purposes.map((purpose) => say(purposes[purpose])),
          say("consentNobody"),
          say("consentBack"),
        ],
      };
    case "release":
      return { title: say("releaseTitle"), paragraphs: releaseWords(say, organisation, content) };
    case "authority":
      return { title: say("authorityTitle"), paragraphs: authorityWords(say, organisation, content) };
    case "plan":
      return {
        title: say("planTitle"),
        paragraphs: bySection(content.entries).flatMap(({ section, entries }) =>
          entries.length === 0
            ? []
            : [say(sections[section]), ...entries.map(({ what, detail }) => (detail ? `${what}: ${detail}` : what))],
        ),
      };
    case "contact":
      return {
        title: say("contactTitle"),
        paragraphs: [
          say("contactWay", { way: content.channel }),
          say("contactHours", { hours: content.hours }),
          ...content.never.map((never) => say("contactNever", { never })),
          say("contactWrong"),
        ],
      };
    case "statement":
      return {
        title: say("statementTitle"),
        paragraphs: [say("statementIntro"), ...content.paragraphs, say("statementNoOath")],
      };
  }
}

function releaseWords(say: Say, organisation: string, terms: ReleaseOffer): string[] {
  const { recipient, purpose, which, exhibits, identity, items, crossBorderBasis: basis, expiresOn: date } = terms;
  const codes = Object.keys(exhibits)
    .filter((code) => exhibits[code])
    .join(", ");
  const given = { all: "releaseAll", some: "releaseSome", none: "releaseNone" } as const;
  return [
    say("releaseWho", { organisation, recipient }),
    say("releasePurpose", { purpose }),
    say(given[which], { exhibits: codes }),
    say(identity ? "releaseIdentity" : "releaseNoIdentity"),
    ...(items ? [say("releaseItems", { items })] : []),
    ...(basis ? [say("releaseAbroad", { basis })] : []),
    say("paperUntil", { date }),
    say("releaseBack"),
  ];
}

function authorityWords(say: Say, organisation: string, terms: AuthorityTerms & { law: string | null }): string[] {
  const { process, information: what, to, expiresOn: date, law } = terms;
  const deed = deeds[process];
  return [
    say("authorityWho", { organisation }),
    ...(deed ? [say(deed, names[process])] : []),
    ...(law ? [say("authorityLaw", { law })] : []),
    say("authorityWhat", { what }),
    say("authorityTo", { to }),
    date ? say("paperUntil", { date }) : say("authorityOpen"),
    say("authorityBack"),
  ];
}
