/** Words in the name of a receiver by which its kind of office is told in a list. Nothing is decided by them. */
export const officeWords: Readonly<Record<string, RegExp>> = {
  investigating_officer: /investigat|officer|detective|police|saps|station|sergeant|constable|captain/i,
  prosecutor: /prosecut|npa\b/i,
  central_authority: /central authority|director-general|department of justice|doj/i,
  other_side: /international affairs|\boia\b/i,
  ncb: /central bureau|\bncb\b|interpol/i,
  station: /station|commander|community service centre/i,
  complaints_body: /secretariat|ipid|complaint|ombud|inspectorate/i,
};
