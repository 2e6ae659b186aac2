import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { officeZone } from "@/lib/law/office/rules";
import { originWords } from "@/lib/packets/signatures/labels";
import { readSignature } from "@/lib/packets/signatures/queries";
import { daysLeft, endState, groupFingerprint } from "@/lib/packets/signatures/rules";
import type { SigningKeyView } from "@/lib/packets/signatures/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { ImportForm } from "./_components/import-form";
import { KeyFacts } from "./_components/key-facts";
import { MakeForm } from "./_components/make-form";
import { RetiredList } from "./_components/retired-list";

export const metadata: Metadata = { title: t("Packet signature") };

export default async function SignaturePage() {
  const ctx = await requireCtx("signature.write");
  const confirm = await askedToConfirm(ctx, "signature.replace");
  const { current, retired } = await readSignature(ctx);
  const replaces = current?.fingerprint ?? null;
  return (
    <Page>
      <PageHead guide="look-after-the-signature" title={t("Packet signature")}>
        {t(
          "Every packet is signed, so that a single changed byte can be detected years later. An officer compares the fingerprint of the signature with the one you read out, and so knows that the packet is yours.",
        )}
      </PageHead>
      <Panel id="current" title={t("Fingerprint in use")}>
        {current ? <KeyFacts {...factsOf(current, ctx.now)} /> : <NoKeyYet />}
      </Panel>
      <div className="cols cols--2">
        <Panel id="bring-in" title={t("Import a certificate of your organisation")}>
          <p className="read muted">
            {t("For an organisation that has one from an authority. It takes the place of the key in use.")}
          </p>
          <ImportForm replaces={replaces} confirm={confirm} />
        </Panel>
        <Panel id="make" title={current ? t("Make a new key") : t("Make the key now")}>
          <p className="read muted">
            {t("For three years, in the name of your organisation. {value}", { value: current ? whenToRenew : null })}
          </p>
          <MakeForm replaces={replaces} confirm={confirm} />
        </Panel>
      </div>
      {retired.length > 0 ? (
        <Panel id="retired" title={t("In use before")} padded={false}>
          <RetiredList keys={retired.map(retiredOf)} />
        </Panel>
      ) : null}
    </Page>
  );
}

const whenToRenew = t("Do it before the end of the one in use, or when somebody may have had the private key.");

function NoKeyYet() {
  return (
    <EmptyState icon="fingerprint" title={t("No packet was signed yet")}>
      {t(
        "The key is made automatically with the first packet. Make it now if an officer asks for the fingerprint before that.",
      )}
    </EmptyState>
  );
}

const dayOf = (at: Date) => formatDate(civilDate(at, officeZone()));

function factsOf(key: SigningKeyView, now: Date) {
  const { fingerprint, subject, origin, madeAt, validUntil } = key;
  return {
    groups: groupFingerprint(fingerprint),
    subject,
    origin: originWords[origin],
    since: dayOf(madeAt),
    until: dayOf(validUntil),
    end: endState(validUntil, now),
    daysLeft: daysLeft(validUntil, now),
  };
}

function retiredOf({ id, fingerprint, subject, madeAt, retiredAt }: SigningKeyView) {
  return { id, fingerprint, subject, from: dayOf(madeAt), until: dayOf(retiredAt ?? madeAt) };
}
