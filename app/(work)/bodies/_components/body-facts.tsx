import { Facts } from "@/app/_ui/panel";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { markWords } from "@/lib/law/jurisdictions/labels";
import { officeZone } from "@/lib/law/office/rules";
import { detailLabels } from "@/lib/organisation/bodies/labels";
import type { Body } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { MailLinks, PhoneLinks } from "./contact-lines";

/** Everything that is known of a body, with its source and who confirmed it. Unknown is said. */
export function BodyFacts({ body }: { body: Body }) {
  const unknown = t("Not known");
  // An address of the web is read, not opened: whoever needs it types it.
  const pages = (body.shipped?.contacts ?? []).filter(({ href }) => href?.startsWith("http"));
  return (
    <>
      <Facts
        items={[
          { name: detailLabels.phone, value: body.phone ? <PhoneLinks phone={body.phone} /> : unknown },
          { name: detailLabels.email, value: body.email ? <MailLinks email={body.email} /> : unknown },
          { name: detailLabels.address, value: body.address ?? unknown },
          ...pages.map(({ label, value }) => ({ name: label, value })),
          { name: detailLabels.hours, value: body.hours ?? unknown },
          { name: detailLabels.languages, value: body.languages ?? unknown },
          ...(body.purpose ? [{ name: detailLabels.purpose, value: body.purpose }] : []),
          { name: t("Confirmed"), value: confirmedWords(body) },
          ...(body.shipped
            ? []
            : [
                { name: detailLabels.source, value: body.source },
                { name: detailLabels.readOn, value: `${formatDate(body.readOn)}. ${markWords[body.mark]}` },
              ]),
        ]}
      />
      {body.shipped ? <LawSources sources={body.shipped.sources} /> : null}
    </>
  );
}

function confirmedWords({ confirmedAt, confirmedBy, expiresOn }: Body): string {
  if (!confirmedAt) return t("Not confirmed");
  const at = formatDate(civilDate(confirmedAt, officeZone()));
  const by = confirmedBy ?? "";
  return expiresOn
    ? t("{at} by {by}, asked again from {until}", { at, by, until: formatDate(expiresOn) })
    : t("{at} by {by}", { at, by });
}
