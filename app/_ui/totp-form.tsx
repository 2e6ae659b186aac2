import { t } from "@/lib/platform/language/translate";
import { TextField } from "./field";
import { ActionForm, type FormAction } from "./form";
import { RefNumberWithCopy } from "./number";
import { SubmitButton } from "./submit-button";

export type SeedToScan = {
  /** Rows of the QR code, true for black. */
  modules: readonly (readonly boolean[])[];
  /** The same as text, for an app that cannot see it. */
  text: string;
};

/** The QR code, the key as text, and the code that proves that the app has it. Works without script. */
export function TotpForm({ seed, action, label }: { seed: SeedToScan; action: FormAction; label: string }) {
  return (
    <ActionForm action={action} label={label} guard={false}>
      <ol className="stack stack--s read">
        <li>{t("Scan this with an authenticator app on your phone.")}</li>
        <li>{t("Type the six digits that it shows.")}</li>
      </ol>
      <QrPicture modules={seed.modules} />
      <p className="break-all">
        <span className="muted">{t("Or type this key into the app:")} </span>
        <RefNumberWithCopy value={seed.text} what="key" />
      </p>
      <TextField
        name="code"
        label={t("Six digits from the app")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        short
        required
      />
      <div className="row">
        <SubmitButton variant="secondary" pendingText={t("Checking the code")}>
          {label}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Black on white in the dark as well: many readers take nothing else. Four modules of white around it. */
function QrPicture({ modules }: Pick<SeedToScan, "modules">) {
  const size = modules.length + 8;
  const path = modules.flatMap((row, y) => row.map((black, x) => (black ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("QR code of the key below")}>
      <rect width={size} height={size} className="qr__paper" />
      <path d={path} className="qr__ink" />
    </svg>
  );
}
