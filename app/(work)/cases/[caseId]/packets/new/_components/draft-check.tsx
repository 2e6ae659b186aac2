"use client";

import { useContext } from "react";
import { FormContext } from "@/app/_ui/form-context";
import { Panel } from "@/app/_ui/panel";
import { PreflightCounts, PreflightList } from "@/app/(work)/_components/preflight-list";
import type { PreflightView } from "@/lib/packets/types";
import { preflightField } from "../checked-state";

/** The checklist of the last "Check", as the server answered it. */
export function DraftCheck({ caseId }: { caseId: string }) {
  const { state } = useContext(FormContext);
  const answered = state.values[preflightField];
  if (!answered) return null;
  const lines = JSON.parse(answered) as PreflightView[];
  return (
    <Panel id="preflight" title="Preflight, nothing saved yet" end={<PreflightCounts lines={lines} />} padded={false}>
      <PreflightList lines={lines} caseId={caseId} />
    </Panel>
  );
}
