"use client";

import { useEffect, useState } from "react";

/** Says that this page runs script, so that the work can be done piece by piece with its progress shown. */
export function PiecewiseMark() {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  return <input type="hidden" name="piecewise" value={runs ? "yes" : ""} />;
}
