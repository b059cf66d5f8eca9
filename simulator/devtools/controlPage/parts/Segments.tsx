import type { ReactNode } from 'react';

interface Choice<T> {
  readonly value: T;
  readonly text: ReactNode;
  /** What a screen reader says where the text is a picture. */
  readonly label?: string;
  readonly isBad?: boolean;
}

/** One of a few, side by side. */
export function Segments<T extends string | number>(props: {
  label: string;
  choices: readonly Choice<T>[];
  chosen: T | undefined;
  choose: (value: T) => void;
}) {
  return (
    <fieldset className="segments" aria-label={props.label}>
      {props.choices.map(({ value, text, label, isBad }) => (
        <button
          key={value}
          type="button"
          aria-label={label}
          aria-pressed={value === props.chosen}
          className={isBad ? 'is-bad' : undefined}
          onClick={() => props.choose(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
