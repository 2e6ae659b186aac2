import type { Route } from "next";
import type { ReactNode } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { gapWords } from "@/lib/documents/certificates/labels";
import type { Candidate } from "@/lib/documents/certificates/types";

/** Exhibits that no certificate can name yet; each gap leads to the field that mends it. */
type Props = { caseId: string; waiting: readonly Candidate[]; children: ReactNode };

export function CertificateGaps({ caseId, waiting, children }: Props) {
  if (waiting.length === 0) return null;
  return (
    <Panel title="Not ready to be certified" id="gaps" padded={false}>
      <table className="table table--cards">
        <caption className="vh">Exhibits with what each still needs</caption>
        <thead>
          <tr>
            <th scope="col">Exhibit</th>
            <th scope="col">What it needs</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ id, label, description, gaps }) => (
            <tr key={id}>
              <td>
                <span className="strong">{label}</span>
                <span className="small muted">{description}</span>
              </td>
              <td data-label="Needs">
                <ul>
                  {gaps.map(({ need, at }) => (
                    <li key={need}>
                      <PageLink href={`/cases/${caseId}/evidence/${id}#${at}` as Route}>{gapWords[need]}</PageLink>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </Panel>
  );
}
