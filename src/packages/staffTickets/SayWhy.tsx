import { View } from '@tarojs/components';
import { Field } from '@/components';

export interface SayWhyProps {
  readonly id: string;
  readonly usual: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
}

/** A reason: a usual one by a tap, or one's own words. */
export function SayWhy({ id, usual, value, onChange, label = '或者写下来' }: SayWhyProps) {
  return (
    <>
      <View className="pills">
        {usual.map((one) => (
          <View
            key={one}
            className={`pills__pill${one === value ? ' pills__pill--chosen' : ''}`}
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => onChange(one)}
          >
            {one}
          </View>
        ))}
      </View>
      <Field id={id} label={label} value={value} isLong most={200} onChange={onChange} />
    </>
  );
}
