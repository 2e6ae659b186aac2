/** The token in whatever was pasted: the whole link, the part after `#`, or the code alone. */
export function tokenIn(text: string): string {
  return text.trim().replace(/^.*[#=]/s, "");
}
