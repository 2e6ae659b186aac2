import type { Route } from "next";
import type { ReactNode } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { gapWords } from "@/lib/documents/certificates/labels";
import type { Candidate } from "@/lib/documents/certificates/types";

/** Exhibits that no certificate can name yet; each gap leads to the field that corrects it. */
type Props = { caseId: string; waiting: readonly Candidate[]; children: ReactNode };

export function CertificateGaps({ caseId, waiting, children }: Props) {
  if (waiting.length === 0) return null;
  return (
    <Panel title="Not ready to be certified" id="gaps" padded={false}>
      <DataTable
        caption="Exhibits with what each still needs"
        rows={waiting}
        keyOf={({ id }) => id}
        columns={[
          {
            head: "Exhibit",
            cell: ({ label, description }) => (
              <>
                <span className="strong">{label}</span>
                <span className="small muted">{description}</span>
              </>
            ),
          },
          {
            head: "What it needs",
            label: "Needs",
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
