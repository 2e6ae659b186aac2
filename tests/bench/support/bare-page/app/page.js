export const dynamic = "force-dynamic";

const rows = Array.from({ length: 25 }, (_, at) =>
  ["Case", "High", "Level 2 of 6", "Owner", "Today", "4 Dec"].map((word) => `${word} ${at}`),
);

/** As many rows and columns as the list of cases, with nothing asked of anybody. */
export default function Page() {
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell) => (
              <td key={cell}>
                <a href="/">{cell}</a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
