import { Chip } from "@/app/_ui/chip";
import { notOpenedTitle } from "@/app/(work)/_components/not-opened";
import { claimedWords } from "@/lib/evidence/exhibits/claims/labels";
import { sensitivityLabels } from "@/lib/evidence/exhibits/labels";
import { misnamedAs } from "@/lib/evidence/exhibits/rules";
import type { ExhibitMarks, ExhibitView } from "@/lib/evidence/exhibits/types";
import { nearCopyWords } from "@/lib/evidence/likenesses/rules";
import type { NearCopy } from "@/lib/evidence/likenesses/types";
import type { ScanStanding } from "@/lib/evidence/scans/types";
import { stampSummaryLabels } from "@/lib/evidence/timestamps/labels";
import type { StampSummary } from "@/lib/evidence/timestamps/types";
import { t } from "@/lib/platform/language/translate";
import { GapChips, type GapFacts } from "./gap-chips";
import { ScanChip } from "./scan-panel";

type Props = {
  exhibit: ExhibitView;
  marks?: ExhibitMarks;
  stamp?: StampSummary;
  scan?: ScanStanding;
  duplicateOf?: string;
  /** Another exhibit of the case that looks like it. */
  near?: NearCopy;
};

/** What an exhibit still needs, then what is in order. `twin`: an earlier exhibit with the same bytes. */
export function ExhibitFlags({ exhibit, marks, stamp, scan, duplicateOf, near }: Props) {
  const { look, notOpened, sensitivity } = exhibit;
  return (
    <>
      {exhibit.gaps.length > 0 ? <GapChips facts={gapFactsOf(exhibit)} /> : null}
      <div className="row row--chips">
        {scan && scan !== "not_scanned" && scan !== "clean" ? <ScanChip standing={scan} /> : null}
        {near ? (
          <Chip kind="warning" icon="copy">
            {nearCopyWords(near)}
          </Chip>
        ) : null}
        {duplicateOf ? (
          <Chip kind="warning" icon="copy">
            {t("Same bytes as {duplicateOf}", { duplicateOf })}
          </Chip>
        ) : null}
        {misnamedAs(exhibit.originalName, look) ? (
          <Chip kind="warning" icon="file-text">
            {t("Name and content differ")}
          </Chip>
        ) : null}
        {look?.acts?.length ? (
          <Chip kind="warning" icon="shield-alert">
            {t("Active content")}
          </Chip>
        ) : null}
        {sensitivity === "ordinary" ? null : <Chip icon="eye-off">{sensitivityLabels[sensitivity]}</Chip>}
        {look === null && !notOpened ? <Chip kind="waiting">{t("Being looked into")}</Chip> : null}
        {notOpened ? <Chip kind="warning">{notOpenedTitle}</Chip> : null}
        {stamp === "refused" ? <Chip kind="overdue">{stampSummaryLabels.refused}</Chip> : null}
        <InOrder exhibit={exhibit} marks={marks} stamp={stamp} />
      </div>
    </>
  );
}

function gapFactsOf({ id, caseId, label, gaps, capturedAt, account, claims }: ExhibitView): GapFacts {
  return {
    id,
    caseId,
    label,
    gaps,
    lacksZone: capturedAt !== null,
    account: account && { id: account.id, code: account.code },
    claimed: claims.time && claimedWords(claims.time),
  };
}

function InOrder({ exhibit: { hashCheckedAt }, marks, stamp }: Pick<Props, "exhibit" | "marks" | "stamp">) {
  return (
    <>
      {hashCheckedAt ? (
        <Chip kind="done" icon="fingerprint">
          {t("Hash checked")}
        </Chip>
      ) : null}
      {stamp === "held" || stamp === "partly" ? (
        <Chip kind="done" icon="stamp">
          {stampSummaryLabels[stamp]}
        </Chip>
      ) : null}
      {stamp === "pending" ? <Chip kind="waiting">{stampSummaryLabels.pending}</Chip> : null}
      {marks?.masked ? <Chip icon="eye-off">{t("Masked copy")}</Chip> : null}
      {marks?.covered ? <Chip icon="eye-off">{t("Words covered")}</Chip> : null}
      {marks?.packet ? (
        <Chip icon="package">
          {t("Used in packet {code} v{version}", { code: marks.packet.code, version: marks.packet.version })}
        </Chip>
      ) : null}
    </>
  );
}
