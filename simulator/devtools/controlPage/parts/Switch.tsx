/** On or off; red when on, because what is on here is a disturbance. */
export function Switch({
  label,
  isOn,
  change,
}: {
  label: string;
  isOn: boolean;
  change: (on: boolean) => void;
}) {
  return (
    <button type="button" role="switch" aria-checked={isOn} className="switch" onClick={() => change(!isOn)}>
      <span>{label}</span>
      <i />
    </button>
  );
}
