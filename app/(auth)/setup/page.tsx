import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { asksPassphrase, setupIsOpen, setupTokenIsLive } from "@/lib/auth/sign-in/claim-setup";
import { t } from "@/lib/platform/language/translate";
import { NotSetUp } from "../_components/not-set-up";
import { PlainFrame } from "../_components/plain-frame";
import { SetupForm } from "./_components/setup-form";

export const metadata: Metadata = { title: t("Set up") };

/** Open only while nobody has an account, and only with the link printed on the terminal; any other says where one is. */
export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  if (!(await setupIsOpen())) notFound();
  if (typeof token !== "string" || !(await setupTokenIsLive(token))) return <NotSetUp />;
  return (
    <PlainFrame layout="signin">
      <section className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t("Set up your organisation")}</h1>
          <p className="muted">
            {t("You become its first administrator. Everybody else joins by an invitation from you.")}
          </p>
        </div>
        <SetupForm token={token} asksPassphrase={asksPassphrase()} />
      </section>
    </PlainFrame>
  );
}
