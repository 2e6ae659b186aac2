import { z } from "zod";
import { mostVersions } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { languageTag, readLines } from "./rules";
import type { SpokenLine } from "./types";

const longest = 400_000;

/** A transcript as typed. `version`: the newest one when the form was opened, 0 for none. */
export const KeepTranscript = z
  .object({
    exhibitId: z.uuid(t("The exhibit is missing.")),
    version: z.coerce.number(t("Open the form again.")).int().min(0).max(mostVersions),
    language: z.string(t("Say which language is spoken.")).trim().max(35, t("Say which language is spoken.")),
    lines: z.string(t("Write at least one line.")).max(longest, t("Use at most {longest} characters.", { longest })),
  })
  .transform(({ lines: typed, language: code, ...rest }, context) => {
    const language = languageTag(code);
    if (language === null) {
      const message = t("Say which language is spoken, or that it is not known.");
      context.addIssue({ code: "custom", path: ["language"], message, input: code });
    }
    const read = readLines(typed);
    if ("problem" in read) context.addIssue({ code: "custom", path: ["lines"], message: read.problem, input: typed });
    const lines: SpokenLine[] = "lines" in read ? read.lines : [];
    return { ...rest, language: language ?? "und", lines };
  });

export const WithdrawTranscript = z.object({ transcriptId: z.uuid(t("The transcript is missing.")) });
