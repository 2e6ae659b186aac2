import { t } from "@/lib/platform/language/translate";
import { CopyButton } from "./copy-button";

/** An official number: one click picks all of it. `value` undefined says the state in words. */
export function RefNumber({ value, none = t("Not yet issued") }: { value: string | undefined | null; none?: string }) {
  if (!value) return <span className="ref ref--none">{none}</span>;
  return <span className="ref">{value}</span>;
}

/** The same with a button that copies it. */
export function RefNumberWithCopy({ value, what }: { value: string; what: string }) {
  return (
    <span className="refcopy">
      <span className="ref">{value}</span>
      <CopyButton text={value} what={what} />
    </span>
  );
}

/** A SHA-256 in hex, in groups of four so that two people can compare it. `short` shows both ends. */
export function Hash({ value, short }: { value: string; short?: boolean }) {
  if (short) {
    return (
      <span className="hash" title={value}>
        {value.slice(0, 8)} … {value.slice(-8)}
      </span>
    );
  }
  return <span className="hash">{value.replace(/(.{4})(?=.)/g, "$1 ")}</span>;
}
