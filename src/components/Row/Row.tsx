import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { IconName } from '../../theme/iconNames';
import { Chip, type Tone } from '../Chip/Chip';
import { Icon } from '../Icon/Icon';

export interface RowProps {
  readonly title: string;
  /** One line below the title. */
  readonly line?: string;
  /** Follows the line; goes to the next one whole. */
  readonly lineEnd?: string | undefined;
  readonly icon?: IconName;
  /** The icon in a round field; brand where it is new. */
  readonly disc?: 'plain' | 'brand';
  /** At the right end: an amount, a time. */
  readonly end?: ReactNode;
  readonly chip?: { readonly text: string; readonly tone?: Tone };
  readonly isStrong?: boolean;
  /** A title in somebody's own words, however long: two lines of it. */
  readonly isCut?: boolean;
  /** Makes the row a button, with an arrow unless it has another end. */
  readonly onTap?: () => void;
  readonly id?: string;
}

/** A line of a list, at least 56 high. Rows that follow each other are parted by a hairline. */
export function Row({ title, line, lineEnd, icon, disc, end, chip, isStrong, isCut, onTap, id }: RowProps) {
  const button = onTap ? { onClick: onTap, hoverClass: 'pressed', ariaRole: 'button' } : {};
  return (
    <View id={id} className="row" {...button}>
      {icon && (
        <View className={disc ? `row__disc row__disc--${disc}` : 'row__icon'}>
          <Icon name={icon} />
        </View>
      )}
      <View className="row__middle">
        <View className={`row__title${isStrong ? ' strong' : ''}${isCut ? ' row__title--cut' : ''}`}>
          {title}
        </View>
        {(line || lineEnd) && (
          <View className="row__line">
            {line}
            {lineEnd && <Text className="row__whole">{lineEnd}</Text>}
          </View>
        )}
      </View>
      {end !== undefined && <View className="row__end tabular">{end}</View>}
      {chip && <Chip {...chip} />}
      {onTap && end === undefined && !chip && (
        <View className="row__arrow">
          <Icon name="chevron-right" />
        </View>
      )}
    </View>
  );
}
