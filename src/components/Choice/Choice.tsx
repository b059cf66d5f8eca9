import { View } from '@tarojs/components';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  /** Undefined while nothing is chosen yet. */
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <View className="choice" ariaRole="radiogroup" ariaLabel={label}>
      {options.map((option) => (
        <View
          key={option.value}
          id={`choice-${option.value}`}
          className={`choice__option${option.value === value ? ' choice__option--chosen' : ''}`}
          ariaRole="radio"
          ariaLabel={option.value === value ? `${option.name}，已选中` : option.name}
          onClick={() => onChange(option.value)}
        >
          {option.name}
        </View>
      ))}
    </View>
  );
}
