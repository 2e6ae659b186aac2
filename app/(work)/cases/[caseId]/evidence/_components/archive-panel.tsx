import type { Route } from "next";
import type { ReactNode } from "react";
import { Chip } from "@/app/_ui/chip";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { DataTable } from "@/app/_ui/table/data-table";
import {
  digestSentences,
  formLabels,
  memberProblemLabels,
  oddityLabels,
  recordSentence,
  signatureSentences,
} from "@/lib/evidence/archives/labels";
import { digestsMatch, fileNameIn, signatureStanding } from "@/lib/evidence/archives/rules";
import type { MemberView } from "@/lib/evidence/archives/types";
import { t } from "@/lib/platform/language/translate";
import type { ArchiveFacts, WaczFacts } from "@/lib/platform/sandbox/types";
import { formatBytes, formatInstant } from "@/lib/platform/text/format";
import { takeOutMemberAction } from "../[exhibitId]/archive/actions";
import type { Zones } from "./exhibit-tile";

type Props = {
  caseId: string;
  exhibitId: string;
  label: string;
  facts: ArchiveFacts;
  /** The members on this page of the list. */
  members: readonly MemberView[];
  zones: Zones;
  /** Why nothing is taken out: the case is closed, stopped, or the file is held. */
  canTake: boolean;
  /** The pager. */
  children: ReactNode;
};

/** What is in an archive, and whether what it says of itself holds. Each file can become an exhibit of its own. */
export function ArchivePanel({ caseId, exhibitId, label, facts, members, zones, canTake, children }: Props) {
  const { form, directory, moreMembers, wacz } = facts;
  const records = recordSentence(facts);
  return (
    <Panel
      id="archive"
      title={formLabels[form]}
      padded={false}
      foot={t(
        "Unpacked in the sandbox; names are shown and never used as paths. Hashes are of the files before they were packed.",
      )}
    >
      <div className="panel__body stack">
        {wacz ? <Checked wacz={wacz} zones={zones} /> : null}
        {records ? <p className="small">{records}</p> : null}
        {directory === "broken" ? (
          <Notice kind="warning" title={t("The list of files in the archive is broken")}>
            {t(
              "Its files were looked for one by one. Some may be missing here; the archive is kept as it was received.",
            )}
          </Notice>
        ) : null}
      </div>
      {members.length > 0 ? (
        <DataTable
          caption={t("Files in the archive")}
          rows={members}
          keyOf={({ index }) => index}
          columns={[
            { head: t("Name"), cell: (member) => <Name member={member} /> },
            { head: t("Kind"), className: "muted", cell: ({ mime, problem }) => (problem ? "" : mime) },
            { head: t("Size"), num: true, cell: ({ size }) => formatBytes(size) },
            { head: "SHA-256", cell: ({ sha256 }) => (sha256 ? <Hash value={sha256} short /> : t("Not known")) },
            {
              head: t("Exhibit"),
              cell: (member) => (
                <Taken member={member} caseId={caseId} exhibitId={exhibitId} label={label} canTake={canTake} />
              ),
            },
          ]}
        />
      ) : null}
      {children}
      {moreMembers > 0 ? (
        <p className="panel__body small muted">
          {t("{n} more files are in the archive and not listed.", { n: moreMembers })}
        </p>
      ) : null}
    </Panel>
  );
}

function Checked({ wacz, zones }: { wacz: WaczFacts; zones: Zones }) {
  const { title, software, created, version, signature } = wacz;
  const holds = digestsMatch(wacz);
  const standing = signatureStanding(wacz);
  const standings = {
    valid: <Chip kind="done">{t("Signature valid")}</Chip>,
    invalid: <Chip kind="overdue">{t("Signature not valid")}</Chip>,
    none: <Chip kind="line">{t("Not signed")}</Chip>,
  };
  return (
    <>
      <div className="row">
        {holds ? (
          <Chip kind="done">{t("Digests match")}</Chip>
        ) : (
          <Chip kind="overdue">{t("Digests do not match")}</Chip>
        )}
        {standings[standing]}
      </div>
      <Facts
        items={[
          { name: t("Digests"), value: <Sentences all={digestSentences(wacz)} /> },
          { name: t("Signature"), value: <Sentences all={signatureSentences(wacz)} /> },
          ...(signature?.key ? [{ name: t("Key (SHA-256)"), value: <Hash value={signature.key} /> }] : []),
          ...(signature?.software ? [{ name: t("Signed with"), value: <bdi>{signature.software}</bdi> }] : []),
        ]}
      />
      <h3>{t("What the archive says of itself")}</h3>
      <Facts
        items={[
          { name: t("Made with"), value: software ? <bdi>{software}</bdi> : t("Not said") },
          { name: t("Made"), value: created ? formatInstant(new Date(created), zones.home) : t("Not said") },
          ...(title ? [{ name: t("Title"), value: <bdi className="breakable">{title}</bdi> }] : []),
          ...(version ? [{ name: t("Version of the format"), value: version }] : []),
        ]}
      />
    </>
  );
}

const Sentences = ({ all }: { all: readonly string[] }) => (
  <>
    {all.map((sentence) => (
      <p className="breakable" key={sentence}>
        {sentence}
      </p>
    ))}
  </>
);

function Name({ member: { name, problem, odd } }: { member: MemberView }) {
  return (
    <>
      <bdi className="breakable">{name || t("Without a name")}</bdi>
      {problem ? <div className="small">{memberProblemLabels[problem]}</div> : null}
      {odd.map((one) => (
        <div className="small" key={one}>
          {oddityLabels[one]}
        </div>
      ))}
    </>
  );
}

type TakenProps = { member: MemberView; caseId: string; exhibitId: string; label: string; canTake: boolean };

/** The exhibit that has the same bytes, or the button that makes one. */
function Taken({ member, caseId, exhibitId, label, canTake }: TakenProps) {
  const { index, name, sha256, problem, size, exhibit } = member;
  if (exhibit)
    return <PageLink href={`/cases/${caseId}/evidence/${exhibit.exhibitId}` as Route}>{exhibit.label}</PageLink>;
  if (!canTake || problem || !sha256 || size === 0) return null;
  const file = fileNameIn(name);
  return (
    <ActionForm
      action={takeOutMemberAction}
      label={t("Take out {file}", { file })}
      prefix={`member-${index}`}
      guard={false}
    >
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <input type="hidden" name="index" value={index} />
      <input type="hidden" name="sha256" value={sha256} />
      <input type="hidden" name="description" value={t("{file}, from {label}", { file: file.slice(0, 200), label })} />
      <SubmitButton variant="secondary" pendingText={t("Taking out")}>
        {t("Take out")} <span className="vh">{file}</span>
      </SubmitButton>
    </ActionForm>
  );
}
