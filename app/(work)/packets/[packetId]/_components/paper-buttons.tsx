import { DownloadButton } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import type { DeliveryView } from "@/lib/handover/handovers/types";
import type { PaperView } from "@/lib/handover/papers/types";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones } from "@/lib/platform/text/format";
import { askCertificateAction } from "../actions";

type ButtonsProps = {
  packet: PacketView;
  /** False when nothing more leaves. */ leaves: boolean;
  deliveries: readonly DeliveryView[];
  papers: readonly PaperView[];
};

/** The signed papers about a version: the slip to be signed on paper, and for each handover certificate and receipt. */
export function PaperButtons({ packet, leaves, deliveries, papers }: ButtonsProps) {
  const slip = papers.find(({ paper }) => paper === "slip");
  return (
    <>
      {leaves ? (
        <p>
          <UnlessFrozen what={t("Receipt slip")}>
            {slip ? (
              <>
                <DownloadButton variant="secondary" icon="printer" href={fileOf(slip)}>
                  {t("Receipt slip to be signed by hand")}
                </DownloadButton>{" "}
                <SignatureLink paper={slip} />
              </>
            ) : (
              <span className="muted">{t("Receipt slip: being signed with your organisation’s key.")}</span>
            )}
          </UnlessFrozen>
        </p>
      ) : null}
      {deliveries.map((delivery) => (
        <PapersOf key={delivery.id} packet={packet} delivery={delivery} papers={papers} />
      ))}
      {packet.status === "withdrawn" && deliveries.length > 0 ? (
        <p className="muted">
          {t(
            "This version was withdrawn. Its papers stay as they were signed: they say what was handed over and when, not that the version still stands.",
          )}
        </p>
      ) : null}
    </>
  );
}

type OfProps = Pick<ButtonsProps, "packet" | "papers"> & { delivery: DeliveryView };

/** What is signed about one handover, and what is being signed. */
function PapersOf({ packet: { zone, zoneThere }, delivery, papers }: OfProps) {
  const mine = papers.filter(({ handoverId }) => handoverId === delivery.id);
  const certificates = mine.filter(({ paper }) => paper === "certificate");
  const receipt = mine.find(({ paper }) => paper === "receipt");
  const officer = `${delivery.rank} ${delivery.liaisonName}`;
  const acknowledged = delivery.events.find(({ event }) => event === "acknowledged");
  const at = (instant: Date) => formatBothZones(instant, zone, zoneThere);
  const last = delivery.events.at(-1);
  const isCurrent = certificates.some(({ throughId }) => throughId === last?.id);
  return (
    <UnlessFrozen what={t("Certificate of handover to {officer}", { officer })}>
      <ul className="stack stack--s">
        {certificates.length === 0 ? (
          <li className="muted">
            {t("Certificate of handover to {officer}: being signed with your organisation’s key.", { officer })}
          </li>
        ) : null}
        {certificates.map((paper) => (
          <SignedLine key={paper.id} paper={paper} at={at}>
            {paper.throughAt
              ? t("Certificate of handover to {officer}, up to {when}", { officer, when: at(paper.throughAt) })
              : t("Certificate of handover to {officer}", { officer })}
          </SignedLine>
        ))}
        {receipt ? (
          <SignedLine paper={receipt} at={at}>
            {t("Receipt: acknowledged by {officer} on {when}", {
              officer,
              when: at(receipt.throughAt ?? receipt.signedAt),
            })}
          </SignedLine>
        ) : (
          <li className="muted">
            {acknowledged
              ? t("Receipt: acknowledged by {officer} on {when}; being signed with your organisation’s key.", {
                  officer,
                  when: at(acknowledged.at),
                })
              : t("Receipt: {officer} has not acknowledged receipt yet.", { officer })}
          </li>
        )}
      </ul>
      {certificates.length > 0 && !isCurrent ? (
        <ActionForm action={askCertificateAction} label={t("Ask for a certificate of handover to date")}>
          <input type="hidden" name="handoverId" value={delivery.id} />
          <SubmitFoot variant="secondary" icon="stamp" pendingText={t("Asking for it")}>
            {t("Ask for a certificate to date")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
    </UnlessFrozen>
  );
}

type LineProps = { paper: PaperView; at: (instant: Date) => string; children: string };

function SignedLine({ paper, at, children }: LineProps) {
  return (
    <li>
      <a href={fileOf(paper)} download>
        {children}
      </a>{" "}
      <SignatureLink paper={paper} />{" "}
      <span className="small muted">
        {paper.stamped
          ? t("Signed on {when}, with a time stamp", { when: at(paper.signedAt) })
          : t("Signed on {when}, without a time stamp", { when: at(paper.signedAt) })}
      </span>
    </li>
  );
}

function SignatureLink({ paper }: { paper: PaperView }) {
  return (
    <a href={fileOf(paper, "p7s")} download aria-label={t("Signature file of {name}", { name: paper.name })}>
      {t("Signature file")}
    </a>
  );
}

const fileOf = ({ id }: PaperView, file: "pdf" | "p7s" = "pdf") => `/api/packets/papers/${id}/${file}`;
