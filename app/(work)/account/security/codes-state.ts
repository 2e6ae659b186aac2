import type { FormState } from "@/app/_ui/form-state";

export type CodesState = FormState & { codes?: string[] };
