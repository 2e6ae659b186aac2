/** No section: the side bar ends with the main navigation. */
export default function NoSection() {
  return null;
}
