export const holdPlace = (column: "reason" | "lift_reason", row: string) => ({ table: "holds", column, row });

export const restrictionPlace = (column: "reason" | "lift_reason", row: string) => ({
  table: "case_restrictions",
  column,
  row,
});
