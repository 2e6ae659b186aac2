"use client";

import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import { boxWords } from "@/lib/evidence/redactions/rules";
import type { Drawn } from "./use-boxes";

/** The boxes by number, for who cannot see them; each can be gone to and taken away. */
export function BoxList({ drawn }: { drawn: Drawn }) {
  const { id, error } = useField("boxes");
  return (
    <fieldset className="field" id={id} tabIndex={-1}>
      <legend>Boxes</legend>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {drawn.keyed.length === 0 ? (
        <p className="muted">None yet. Show the page, then draw over what must be covered.</p>
      ) : (
        <ol className="maskboxes">
          {drawn.keyed.map((box, index) => (
            <li className="row row--between" key={box.key}>
              <span>
                {index + 1}. {boxWords(box)}
              </span>
              <span className="row">
                <Button small variant="quiet" onClick={() => document.getElementById(`mask-box-${box.key}`)?.focus()}>
                  Go to<span className="vh"> box {index + 1}</span>
                </Button>
                <Button small variant="quiet" icon="trash-2" onClick={() => drawn.remove(box.key)}>
                  Remove<span className="vh"> box {index + 1}</span>
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="vh" role="status">
        {drawn.keyed.length === 1 ? "1 box" : `${drawn.keyed.length} boxes`}
      </p>
    </fieldset>
  );
}
