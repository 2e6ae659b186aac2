import { refusalCode } from "@/lib/escalation/refusals/rules";
import { exhibitFlagsOf } from "@/lib/evidence/exhibits/rules";
import { captureMethods, type ExhibitLook } from "@/lib/evidence/exhibits/types";
import { emergencyLines, findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { whyNotStanding } from "@/lib/packets/release-cover/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { Covers } from "../snapshot/covered";
import { providerOf } from "../snapshot/people";
import type { CaseRecord } from "../snapshot/read-case";
import { releaseParts } from "../snapshot/releases";
import { accountCode, exhibitCode } from "../snapshot/words";
import type { DraftChoices } from "../types";
import { type RefusalRow, rungOf } from "./steps";

type Given = {
  record: CaseRecord;
  covers: Covers;
  wordy: ReadonlySet<string>;
  playbook: Playbook;
  law: Law;
  today: CivilDate;
  /** Exhibits that are signed papers, by id. */
  papers: ReadonlySet<string>;
};

/** What a draft can select from the case: accounts, exhibits, and the releases valid today. */
export function choicesOf({ record, covers, wordy, playbook, law, today, papers }: Given) {
  const valid = validReleases(record, playbook.home.zone, today);
  return {
    accounts: record.accounts.map((row) => ({
      code: accountCode(row),
      platform: findPlatform(row.platform)?.name ?? row.platform,
      name: row.handle,
      platformId: row.platformId,
      entity: providerOf(row.platform)?.entity ?? "",
    })),
    exhibits: record.exhibits.map((row) => exhibitChoice(record, row, { covers, wordy, valid, papers })),
    releases: valid.map(({ code, roles, expiresOn, officers }) => ({
      code,
      roles: roles ?? [],
      until: expiresOn,
      officers: namedNow(officers).map(
        ({ id }) => record.named.find((namedOfficer) => namedOfficer.id === id)?.who ?? "",
      ),
    })),
    emergencyLine: emergencyLines([playbook], law),
  } satisfies Partial<DraftChoices>;
}

type Release = NonNullable<ReturnType<typeof releaseParts>["releases"]>[number];

/** The officers not removed from a release. A release that names nobody covers nobody. */
export const namedNow = (officers: Release["officers"]) => (officers ?? []).filter((officer) => !officer.takenOffOn);

/** Releases that were signed, and have neither ended nor been revoked, on that day. */
export function validReleases(record: CaseRecord, zone: string, today: CivilDate): Release[] {
  const { releases = [] } = releaseParts(record, zone);
  return releases.filter(
    (release) => whyNotStanding({ ...release, revokedOn: release.revokedOn ?? null }, today) === null,
  );
}

type Standing = {
  covers: Covers;
  wordy: ReadonlySet<string>;
  valid: readonly Release[];
  papers: ReadonlySet<string>;
};

function exhibitChoice(record: CaseRecord, row: CaseRecord["exhibits"][number], standing: Standing) {
  const { covers, wordy, valid, papers } = standing;
  const code = exhibitCode(row);
  const account = record.accounts.find((candidate) => candidate.id === row.accountId) ?? null;
  const method = captureMethods.find((captureMethod) => captureMethod === row.method) ?? "other";
  return {
    id: row.id,
    code,
    title: row.description,
    size: row.size,
    sensitivity: row.sensitivity,
    masked: record.derived.some((derivedFile) => derivedFile.exhibitId === row.id && derivedFile.kind === "redacted"),
    covers: wordy.has(row.id) ? (covers.get(row.id)?.length ?? 0) : null,
    isPaper: papers.has(row.id),
    flags: exhibitFlagsOf({ ...row, method, account }),
    misnamed: row.misnamed,
    acts: (row.look as Partial<ExhibitLook>).acts ?? [],
    releases: valid
      .filter((release) => release.exhibits?.includes(code) && namedNow(release.officers).length > 0)
      .map((release) => release.code),
  };
}

/** Open refusals first, then resolved ones; newest first in each. */
export function refusalChoices(rows: readonly RefusalRow[], playbook: Playbook): DraftChoices["refusals"] {
  const standing = rows.toSorted(
    (a, b) => Number(a.settledOn !== null) - Number(b.settledOn !== null) || b.number - a.number,
  );
  return standing.map((row) => {
    const rung = rungOf(playbook, row);
    const state = row.settledOn
      ? t("Put right since")
      : rung
        ? t("Now with: {to}", { to: rung.to })
        : t("Nobody above is in the law data");
    return {
      id: row.id,
      label: `${refusalCode(row.number)}: ${row.office}`,
      hint: `${playbook.steps[row.stepKey]?.title ?? row.stepKey}, ${formatInstant(row.refusedAt, row.zone)}. ${state}.`,
    };
  });
}
