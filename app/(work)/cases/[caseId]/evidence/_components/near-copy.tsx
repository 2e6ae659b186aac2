import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { nearCopyWords } from "@/lib/evidence/likenesses/rules";
import type { NearCopy } from "@/lib/evidence/likenesses/types";
import { t } from "@/lib/platform/language/translate";

/** Another exhibit of the case that looks like this one. */
export function NearCopyPanel({ caseId, near }: { caseId: string; near: NearCopy }) {
  return (
    <Panel
      title={t("Looks like another exhibit")}
      id="near-copy"
      foot={t(
        "Compared by machine with the other pictures of this case, and with no other case. It can be wrong and it can miss some: look at both. Nothing is merged or removed.",
      )}
    >
      <p>
        <PageLink href={`/cases/${caseId}/evidence/${near.exhibitId}` as Route}>{nearCopyWords(near)}</PageLink>
      </p>
    </Panel>
  );
}
