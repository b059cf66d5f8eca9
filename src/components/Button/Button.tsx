import { Button as NativeButton, Text, View } from '@tarojs/components';
import type { IconName } from '../../theme/iconNames';
import { Icon } from '../Icon/Icon';

export interface ButtonProps {
  readonly label: string;
  /** `primary`: the one brand-filled action of a screen. `outline`: beside it. `quiet`: plain text. `danger`: takes something away. */
  readonly kind?: 'primary' | 'outline' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly onTap?: () => void;
  /** Shows `busyLabel` and takes no tap. */
  readonly isBusy?: boolean;
  readonly busyLabel?: string;
  /** Takes no tap; say nearby why. */
  readonly isDisabled?: boolean;
  /** What WeChat does on a tap. */
  readonly opens?: 'share' | 'getPhoneNumber' | 'contact' | 'openSetting';
  /** The code of `getPhoneNumber`; undefined where the person declined. */
  readonly onPhoneCode?: (code: string | undefined) => void;
}

/** A pill, 48 high and 60 in care mode. */
export function Button(props: ButtonProps) {
  const {
    label,
    kind = 'primary',
    icon,
    onTap,
    isBusy = false,
    busyLabel = '请稍候',
    isDisabled = false,
  } = props;
  const isOff = isBusy || isDisabled;
  return (
    <NativeButton
      className={`button button--${kind}${isOff ? ' button--off' : ''}`}
      hoverClass="pressed"
      disabled={isOff}
      openType={isOff ? undefined : props.opens}
      onClick={isOff ? undefined : onTap}
      onGetPhoneNumber={(event) => props.onPhoneCode?.(event.detail.code)}
    >
      <View className="button__inside">
        {icon && <Icon name={icon} />}
        <Text>{isBusy ? busyLabel : label}</Text>
      </View>
    </NativeButton>
  );
}
