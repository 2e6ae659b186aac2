import { DownloadButton } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { signerLabels } from "@/lib/documents/papers/labels";
import type { DocumentPage } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import { FinaliseForm, RefreshForm, ReopenForm, SentForm, SwearForm, WithdrawForm } from "./state-forms";

type Props = {
  page: DocumentPage;
  exhibits: readonly { id: string; label: string }[];
  mayWrite: boolean;
  /** What drawing it again asks; null for a paper that opens nothing of the client. */
  confirm: Confirmation | null;
};

/** The state of the document and its possible next acts; what is not possible says why. */
export function StatePanel({ page, exhibits, mayWrite, confirm }: Props) {
  const { row, zone } = page;
  const file = (format: string) => `/api/documents/${row.id}/${format}`;
  return (
    <Panel title={t("This document")} id="state">
      <Facts
        items={[
          { name: t("For"), value: row.about.length > 0 ? row.about.join(" · ") : "The case as a whole" },
          { name: t("Signed by"), value: signerLabels[row.signer] },
          { name: t("Who may send it"), value: page.template?.whoMaySend ?? "Not known" },
          { name: t("Saved"), value: `Version ${row.version}, ${row.savedBy}, ${formatInstant(row.savedAt, zone)}` },
          ...(row.finalOn ? [{ name: t("Final since"), value: formatDate(row.finalOn) }] : []),
          ...(row.swornOn ? [{ name: t("Sworn on"), value: swornWords(page) }] : []),
          ...(row.sentOn ? [{ name: t("Sent on"), value: formatDate(row.sentOn) }] : []),
        ]}
      />
      <div className="row">
        <DownloadButton href={file("pdf")}>{t("PDF")}</DownloadButton>
        <DownloadButton href={file("docx")}>{t("DOCX to edit")}</DownloadButton>
      </div>
      <p className="small muted">
        {t("{value}Each download is logged. Signing is on paper, always.", {
          value: row.state === "draft" ? t("Printed now, it says DRAFT on every page. ") : "",
        })}
      </p>
      {mayWrite ? <Acts page={page} exhibits={exhibits} confirm={confirm} /> : null}
    </Panel>
  );
}

function swornWords({ row, sworn }: DocumentPage): string {
  return `${formatDate(row.swornOn ?? "")}${sworn ? t(", signed original {code}", { code: sworn.code }) : ""}`;
}

function Acts({ page, exhibits, confirm }: Omit<Props, "mayWrite">) {
  const { row, body, template, today } = page;
  if (row.state === "withdrawn") return <Notice icon="ban" title={t("Withdrawn. Its versions can still be read.")} />;
  const hasOath = body.blocks.some((block) => block.kind === "oath");
  return (
    <div className="stack">
      {row.state === "draft" ? <DraftActs page={page} confirm={confirm} /> : null}
      {row.state === "final" && hasOath ? (
        <Disclosure label={t("Note that it was sworn or declared")} icon="stamp">
          <SwearForm documentId={row.id} exhibits={exhibits} today={today} />
        </Disclosure>
      ) : null}
      {row.state !== "draft" && !row.sentOn ? (
        template?.sendableByUs ? (
          <Disclosure label={t("Mark as sent")} icon="send">
            <SentForm documentId={row.id} asks={page.asks} today={today} />
          </Disclosure>
        ) : (
          <Notice icon="lock" title={t("For the officer to send")}>
            {t("{whoMaySend}. Hand it over as a file; there is no way to send it from here.", {
              whoMaySend: template?.whoMaySend,
            })}
          </Notice>
        )
      ) : null}
      {row.state === "final" && !row.sentOn ? (
        <Disclosure label={t("Make it a draft again")}>
          <ReopenForm documentId={row.id} />
        </Disclosure>
      ) : null}
      <Disclosure label={t("Withdraw this document")}>
        <WithdrawForm documentId={row.id} />
      </Disclosure>
    </div>
  );
}

function DraftActs({ page, confirm }: Pick<Props, "page" | "confirm">) {
  const { row, gaps, missingAuthority } = page;
  const must = gaps.filter((gap) => gap.must).length;
  return (
    <>
      {must > 0 ? (
        <Notice kind="warning" title={t("Not final yet: {must} missing", { must: plural(must, "answer") })}>
          <a href="#gaps">{t("See which, and by whose rule")}</a>
        </Notice>
      ) : null}
      {missingAuthority ? (
        <Notice kind="warning" title={t("Not final yet: written authority missing")}>
          {missingAuthority}
        </Notice>
      ) : null}
      {must === 0 && !missingAuthority ? <FinaliseForm documentId={row.id} version={row.version} /> : null}
      <RefreshForm documentId={row.id} version={row.version} confirm={confirm} />
    </>
  );
}
