/** Shown while a page is read. It says so in words too; the bars are for the eye only. */
export function Skeleton({ rows = 6, label = "Reading the page" }: { rows?: number; label?: string }) {
  return (
    <div className="stack stack--l">
      <p className="vh" role="status">
        {label}
      </p>
      <div className="skeleton skeleton--title" aria-hidden="true" />
      <div className="panel" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => row).map((row) => (
          <div className="skeleton__row" key={row}>
            <div className="skeleton" />
            <div className="skeleton skeleton--short" />
          </div>
        ))}
      </div>
    </div>
  );
}
