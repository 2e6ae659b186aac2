"use client";

import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import { rich } from "@/app/_ui/rich";
import { boxWords } from "@/lib/evidence/redactions/rules";
import { t } from "@/lib/platform/language/translate";
import type { Drawn } from "./use-boxes";

/** The boxes by number, for who cannot see them; each can be gone to and taken away. */
export function BoxList({ drawn }: { drawn: Drawn }) {
  const { id, error } = useField("boxes");
  return (
    <fieldset className="field" id={id} tabIndex={-1}>
      <legend>{t("Boxes")}</legend>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {drawn.keyed.length === 0 ? (
        <p className="muted">{t("None yet. Show the page, then draw over what must be covered.")}</p>
      ) : (
        <ol className="maskboxes">
          {drawn.keyed.map((box, index) => (
            <li className="row row--between" key={box.key}>
              <span>
                {index + 1}. {boxWords(box)}
              </span>
              <span className="row">
                <Button small variant="quiet" onClick={() => document.getElementById(`mask-box-${box.key}`)?.focus()}>
                  {rich("Go to<span> box {value}</span>", {
                    value: index + 1,
                    span: (words) => <span className="vh">{words}</span>,
                  })}
                </Button>
                <Button small variant="quiet" icon="trash-2" onClick={() => drawn.remove(box.key)}>
                  {t("Remove")}
                  <span className="vh"> {t("box {value}", { value: index + 1 })}</span>
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="vh" role="status">
        {drawn.keyed.length === 1 ? t("1 box") : t("{keyed} boxes", { keyed: drawn.keyed.length })}
      </p>
    </fieldset>
  );
}
