import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { officeZone } from "@/lib/law/office/rules";
import { areaWords } from "@/lib/operations/installation/labels";
import { lookAround } from "@/lib/operations/installation/look-around";
import { readSteps } from "@/lib/operations/installation/queries";
import { isFirstStep, openSteps } from "@/lib/operations/installation/rules";
import { areas } from "@/lib/operations/installation/types";
import { t } from "@/lib/platform/language/translate";
import { hasMailServer } from "@/lib/platform/mail/smtp";
import { formatInstant } from "@/lib/platform/text/format";
import { CheckRecord } from "./_components/check-record";
import { FirstSteps } from "./_components/first-steps";
import { MailForms } from "./_components/mail-forms";
import { SkippedList } from "./_components/skipped-list";

export const metadata: Metadata = { title: t("Is everything in order?") };

/** The checks of the installation, and what a first run still has to settle. `npm run doctor` prints the same. */
export default async function InstallationPage() {
  const ctx = await requireCtx("people.read");
  const { skipped, mailAskedAt } = await readSteps(ctx);
  const results = await lookAround(ctx);
  const good = results.filter(({ state }) => state === "ok").length;
  const open = openSteps(results, skipped);
  const steps = open.flatMap((step) => results.filter(({ key }) => key === step));
  const mail = hasMailServer() ? <MailForms asked={mailAskedAt !== null} /> : null;
  return (
    <Page>
      <PageHead title={t("Is everything in order?")}>
        {t("{good} of {all} checks are in order. They were made just now; open the page again to repeat them.", {
          good,
          all: results.length,
        })}
      </PageHead>
      {steps.length > 0 ? (
        <FirstSteps steps={steps} mail={mail} />
      ) : (
        <Notice kind="done" title={t("The first steps are done")}>
          {t("What is skipped can be taken up at any time.")}
        </Notice>
      )}
      <SkippedList steps={skipped.filter(isFirstStep)} />
      {areas.map((area) => (
        <Panel key={area} id={area} title={areaWords[area]} padded={false}>
          {results
            .filter((result) => result.area === area)
            .map((result) => (
              <CheckRecord
                key={result.key}
                result={result}
                since={result.since && formatInstant(result.since, officeZone())}
              />
            ))}
        </Panel>
      ))}
      {open.includes("mail") ? null : (
        <Panel id="mail-test" title={t("Test mail")}>
          {mail ?? <p className="read muted">{t("No mail server is set.")}</p>}
        </Panel>
      )}
    </Page>
  );
}
