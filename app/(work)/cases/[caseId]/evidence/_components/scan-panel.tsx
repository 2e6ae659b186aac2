import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { scanLabels, scanProblemSentences, scanSentences } from "@/lib/evidence/scans/labels";
import type { ScanStanding, ScanView } from "@/lib/evidence/scans/types";
import { t } from "@/lib/platform/language/translate";
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
    <Panel title={t("Virus scan")} id="scan" end={<ScanChip standing={standing} />}>
      {virus ? (
        <p>{rich("The scanner calls it {virus}.", { virus: <span className="ref breakable">{virus}</span> })}</p>
      ) : null}
      {problem ? <p>{scanProblemSentences[problem]}</p> : null}
      <p className={standing === "virus" ? undefined : "muted"}>{scanSentences[standing]}</p>
      {standing === "pending" && tries > 0 ? (
        <p className="small muted">
          {t("Asked {value}; it is asked again by itself.", { value: tries === 1 ? t("once") : plural(tries, "time") })}
        </p>
      ) : null}
      {scannedAt && engine ? (
        <p className="small muted">
          {t("{scannedAt}, by {engine}", { scannedAt: formatInstant(scannedAt, zone), engine })}
        </p>
      ) : null}
      {letOut ? (
        <p>
          {t("Out of quarantine for {by} until {until}: {reason}", {
            by: letOut.by,
            until: formatInstant(letOut.until, zone),
            reason: letOut.reason,
          })}
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
