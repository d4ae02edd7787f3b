/** One office leads, two assist: the mark is the grammar of the portal. */
export function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="11" height="24" rx="1" fill="#1a4a96" />
      <rect
        x="15.25"
        y="2.25"
        width="8.5"
        height="8.5"
        rx=".5"
        fill="none"
        stroke="#1a4a96"
        strokeWidth="2.5"
      />
      <rect
        x="15.25"
        y="15.25"
        width="8.5"
        height="8.5"
        rx=".5"
        fill="none"
        stroke="#1a4a96"
        strokeWidth="2.5"
      />
    </svg>
  );
}
