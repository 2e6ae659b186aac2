import { Panel } from "@/app/_ui/panel";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";

/** Who handed it over, and how to reach them by phone. */
export function ContactPanel({ packet: { orgName, phone, email, code } }: { packet: HandoverView }) {
  return (
    <Panel id="contact" title={t("Speak to the organisation")}>
      <p>
        <span className="strong">{orgName}</span>
        {phone ? (
          <span className="block">
            <a className="reach" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
              {phone}
            </a>
          </span>
        ) : null}
        {email ? (
          <span className="block">
            <a className="reach" href={`mailto:${email}`}>
              {email}
            </a>
          </span>
        ) : null}
        {phone || email ? null : <span className="block">{t("No phone or e-mail is filled in. Ask below.")}</span>}
      </p>
      <p className="small muted">{t("Quote {code}. Do not contact the client directly.", { code })}</p>
    </Panel>
  );
}
