import { z } from "zod";
import { ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { pageProblems } from "@/lib/platform/network/page-problems";
import { readHost } from "./rules";
import { findings } from "./types";

/** Hosts, one to a line or split by commas; each as it is compared. */
const ownHosts = z
  .string()
  .max(4000, t("These are too many."))
  .default("")
  .transform((text, context) => {
    const typed = text.split(/[\s,;]+/).filter(Boolean);
    const read = typed.map(readHost);
    const bad = typed.find((_, at) => read[at] === null);
    if (bad !== undefined) {
      const message = t("“{bad}” is not the name of a site. Type only the name, such as www.example.org.", {
        bad: bad.slice(0, 80),
      });
      context.addIssue({ code: "custom", message });
    }
    return read.flatMap((host) => host ?? []);
  });

export const SetChecks = z.object({
  on: ticked,
  /** Keys of platforms: all their hosts. */
  platforms: z.array(z.string().max(60)).max(60).default([]),
  ownHosts,
});

export const SetCaseChecks = z.object({ caseId: z.uuid(t("The case is missing.")), off: ticked });

export const AskForCheck = z.object({ takedownId: z.uuid(t("The item is missing.")) });

export const ClaimCheck = z.object({ takedownId: z.uuid() });

export const NoteCheck = z.object({
  takedownId: z.uuid(),
  found: z.enum(findings),
  proof: z.object({
    status: z.number().int().nullable(),
    headers: z.record(z.string(), z.string()),
    bytes: z.number().int().nullable(),
    sha256: z.string().nullable(),
    redirects: z.number().int(),
    rule: z.string(),
  }),
  problem: z.enum(pageProblems).nullable(),
});
