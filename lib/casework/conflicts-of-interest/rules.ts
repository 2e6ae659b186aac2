export const reasonPlace = (row: string) => ({ table: "case_denials", column: "reason", row });
