import type { Route } from "next";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { SourceNote } from "@/app/(work)/_components/law-sources";
import { holderLabels, receivedViaLabels } from "@/lib/casework/references/labels";
import type { ReferencePage } from "@/lib/casework/references/queries";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";

type FactsProps = { row: ReferencePage; kind: ReferenceKind | null; zone: string; caseId: string };

const wordOf = (labels: Record<string, string>, key: string | null) => (key ? (labels[key] ?? key) : t("Not stated"));

/** Everything known about one number. What is not known is said in words. */
export function ReferenceFacts({ row, kind, zone, caseId }: FactsProps) {
  const number = row.display ? <RefNumberWithCopy value={row.display} what={row.label} /> : t("Not yet issued");
  const items = [
    { name: t("Number"), value: number },
    ...(row.raw && row.raw !== row.display ? [{ name: t("As typed"), value: row.raw }] : []),
    { name: t("Given by"), value: row.issuer ?? kind?.issuer ?? "Not stated" },
    { name: t("Given on"), value: row.issuedOn ? formatDate(row.issuedOn) : "No date" },
    { name: t("How it came"), value: row.fromHandover ? "Written in by the officer" : via(row) },
    { name: t("Proof"), value: <Proof row={row} caseId={caseId} /> },
    { name: t("Who has the proof"), value: wordOf(holderLabels, row.holder) },
    { name: t("Recorded"), value: `${formatInstant(row.recordedAt, zone)}, by ${row.recordedBy ?? "nobody known"}` },
    ...(row.note ? [{ name: t("Note"), value: row.note }] : []),
  ];
  return (
    <Panel title={t("What is known")} id="facts">
      <Facts items={items} />
      {kind ? <p className="muted">{kind.hint}</p> : null}
      {kind ? <Sources kind={kind} /> : null}
    </Panel>
  );
}

function via(row: ReferencePage): string {
  const how = wordOf(receivedViaLabels, row.receivedVia);
  return row.receivedOn ? `${how}, ${formatDate(row.receivedOn)}` : how;
}

function Proof({ row, caseId }: { row: ReferencePage; caseId: string }) {
  if (!row.proofExhibitId) return t("No proof yet");
  return (
    <PageLink href={`/cases/${caseId}/evidence/${row.proofExhibitId}` as Route}>
      {t("Exhibit {proof}", { proof: row.proof })}
    </PageLink>
  );
}

function Sources({ kind }: { kind: ReferenceKind }) {
  return (
    <ul className="small muted stack">
      {kind.sources.map((source) => (
        <li key={source.text}>
          {source.text} <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
