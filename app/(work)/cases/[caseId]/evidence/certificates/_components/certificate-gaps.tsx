import type { Route } from "next";
import type { ReactNode } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { gapWords } from "@/lib/documents/certificates/labels";
import type { Candidate } from "@/lib/documents/certificates/types";
import { t } from "@/lib/platform/language/translate";

/** Exhibits that no certificate can name yet; each gap links to the field that fixes it. */
type Props = { caseId: string; waiting: readonly Candidate[]; children: ReactNode };

export function CertificateGaps({ caseId, waiting, children }: Props) {
  if (waiting.length === 0) return null;
  return (
    <Panel title={t("Not ready to be certified")} id="gaps" padded={false}>
      <DataTable
        caption={t("Exhibits with what each still needs")}
        rows={waiting}
        keyOf={({ id }) => id}
        columns={[
          {
            head: t("Exhibit"),
            cell: ({ label, description }) => (
              <>
                <span className="strong">{label}</span>
                <span className="small muted">{description}</span>
              </>
            ),
          },
          {
            head: t("What it needs"),
            label: t("Needs"),
            cell: ({ id, gaps }) => (
              <ul>
                {gaps.map(({ need, at }) => (
                  <li key={need}>
                    <PageLink href={`/cases/${caseId}/evidence/${id}#${at}` as Route}>{gapWords[need]}</PageLink>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {children}
    </Panel>
  );
}
