import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import type { WordCoverView } from "@/lib/evidence/redactions/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

type Props = { caseId: string; exhibitId: string; covers: readonly WordCoverView[] };

/** How many words of it are covered in packets, and where more are. */
export function CoversPanel({ caseId, exhibitId, covers }: Props) {
  const people = new Set(covers.map(({ madeBy }) => madeBy)).size;
  return (
    <Panel
      title={t("Words in packets")}
      id="covers"
      end={
        <LinkButton small icon="eye-off" href={`/cases/${caseId}/evidence/${exhibitId}/cover` as Route}>
          {t("Cover words")}
        </LinkButton>
      }
    >
      <p>
        {covers.length === 0
          ? t(
              "Packets print its words with the client’s own values covered. Cover what else must not be read, such as a child’s name.",
            )
          : t(
              "{covers} of words, by {people}. Packets print a mark and the reason in their place; the original is sealed.",
              { covers: plural(covers.length, "cover"), people: plural(people, "person", "people") },
            )}
      </p>
    </Panel>
  );
}
