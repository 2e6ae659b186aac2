import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Panel } from "@/app/_ui/panel";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { scanLabels, scanProblemSentences, scanSentences } from "@/lib/evidence/scans/labels";
import type { ScanStanding, ScanView } from "@/lib/evidence/scans/types";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { LetOutForm } from "./let-out-form";

const chips: Record<ScanStanding, ChipKind> = {
  not_scanned: "plain",
  pending: "waiting",
  clean: "done",
  virus: "overdue",
};

type Props = { exhibitId: string; scan: ScanView; zone: string; confirm: Confirmation | null };

/** The virus scanner's verdict on the original. `confirm`: set for a person who may release a held-back original. */
export function ScanPanel({ exhibitId, scan, zone, confirm }: Props) {
  const { standing, virus, problem, engine, scannedAt, tries, letOut, held } = scan;
  return (
    <Panel title="Virus scan" id="scan" end={<ScanChip standing={standing} />}>
      {virus ? (
        <p>
          The scanner calls it <span className="ref breakable">{virus}</span>.
        </p>
      ) : null}
      {problem ? <p>{scanProblemSentences[problem]}</p> : null}
      <p className={standing === "virus" ? undefined : "muted"}>{scanSentences[standing]}</p>
      {standing === "pending" && tries > 0 ? (
        <p className="small muted">
          Asked {tries === 1 ? "once" : plural(tries, "time")}; it is asked again by itself.
        </p>
      ) : null}
      {scannedAt && engine ? (
        <p className="small muted">
          {formatInstant(scannedAt, zone)}, by {engine}
        </p>
      ) : null}
      {letOut ? (
        <p>
          Let out for {letOut.by} until {formatInstant(letOut.until, zone)}: {letOut.reason}
        </p>
      ) : null}
      {held && confirm && !letOut?.mine ? <LetOutForm exhibitId={exhibitId} confirm={confirm} /> : null}
    </Panel>
  );
}

export function ScanChip({ standing }: { standing: ScanStanding }) {
  return (
    <Chip kind={chips[standing]} icon={standing === "virus" ? "shield-alert" : undefined}>
      {scanLabels[standing]}
    </Chip>
  );
}
