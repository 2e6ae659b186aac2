"use client";

import { type PointerEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import type { Strokes } from "@/lib/casework/cases/types";
import { signaturePath } from "@/lib/casework/consents/rules";
import { t } from "@/lib/platform/language/translate";

type Props = { name: string; label: string };

/** The box in which all signatures are kept. */
const width = 1000;
const height = 400;

/** A box to sign in with a finger, a pen or a mouse. Without script it is not there: the typed name stands for it. */
export function SignatureField({ name, label }: Props) {
  const field = useField(name);
  const [strokes, setStrokes] = useState<Strokes>(() => strokesIn(field.typed ?? ""));
  const [live, setLive] = useState(false);
  const isDown = useRef(false);
  const value = useRef<HTMLInputElement>(null);
  useEffect(() => setLive(true), []);
  const kept = strokes.length > 0 ? JSON.stringify(strokes) : "";
  // The form asks before it is left only if it hears of a change.
  useEffect(() => {
    if (kept) value.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [kept]);

  function pointOf(event: PointerEvent<SVGSVGElement>): [number, number] {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (part: number, most: number) => Math.round(Math.min(Math.max(part, 0), 1) * most);
    return [
      within((event.clientX - box.left) / box.width, width),
      within((event.clientY - box.top) / box.height, height),
    ];
  }

  function begin(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    isDown.current = true;
    const point = pointOf(event);
    setStrokes((before) => [...before, [point]]);
  }

  function draw(event: PointerEvent<SVGSVGElement>) {
    if (!isDown.current) return;
    const point = pointOf(event);
    setStrokes((before) => [...before.slice(0, -1), [...(before.at(-1) ?? []), point]]);
  }

  return (
    <div className="field signature" hidden={!live}>
      <span className="label" id={`${field.id}-label`}>
        {label}
      </span>
      {field.error ? <FieldError id={`${field.id}-error`}>{field.error}</FieldError> : null}
      <input ref={value} type="hidden" id={field.id} name={name} value={kept} readOnly />
      <svg
        className="signature__box"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={strokes.length > 0 ? t("Signed") : t("Sign here with a finger, a pen or the mouse")}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={() => {
          isDown.current = false;
        }}
        onPointerCancel={() => {
          isDown.current = false;
        }}
      >
        <path className="signature__line" d={strokes.length > 0 ? signaturePath(strokes) : "M0 0"} />
      </svg>
      <div className="row">
        <span className="muted small">{t("Sign here with a finger, a pen or the mouse")}</span>
        {strokes.length > 0 ? (
          <Button variant="quiet" small icon="rotate-ccw" onClick={() => setStrokes([])}>
            {t("Clear the signature")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** What this field sent before, when the form comes back with an error. */
function strokesIn(text: string): Strokes {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
