import { Input, Textarea, View } from '@tarojs/components';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** What to write, below. */
  readonly hint?: string;
  /** What is wrong with it; replaces the hint. */
  readonly error?: string;
  readonly keyboard?: 'text' | 'number' | 'digit';
  readonly isLong?: boolean;
  readonly most?: number;
  readonly id?: string;
}

/** One thing to write: its name small above, the words large. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onChange,
    placeholder,
    hint,
    error,
    keyboard = 'text',
    isLong,
    most = 30,
    id,
  } = props;
  const shared = {
    id,
    value,
    placeholder,
    maxlength: most,
    ariaLabel: label,
    placeholderClass: 'field__placeholder',
    onInput: (event: { readonly detail: { readonly value: string } }) => onChange(event.detail.value),
  };
  return (
    <View className={`field${error ? ' field--wrong' : ''}`}>
      <View className="field__label">{label}</View>
      {isLong ? (
        <Textarea className="field__input field__input--long" autoHeight {...shared} />
      ) : (
        <Input className="field__input" type={keyboard} {...shared} />
      )}
      {(error ?? hint) && <View className={error ? 'field__error' : 'field__hint'}>{error ?? hint}</View>}
    </View>
  );
}
