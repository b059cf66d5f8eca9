import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { goBack } from '../../services/routes';
import { useCare } from '../../stores/care';
import { Icon } from '../Icon/Icon';

export interface PageProps {
  /** Names the page's root for styles and tests. */
  readonly name: string;
  /** Above everything: the offline banner. */
  readonly banner?: ReactNode;
  /** The one primary action, within thumb's reach above the safe area. */
  readonly footer?: ReactNode;
  /** Over the page: sheets. */
  readonly over?: ReactNode;
  /** A tab has no way back. */
  readonly isTab?: boolean;
}

/** The frame of every page: care mode's sizes, margins, safe area, footer. In care mode a page has a large way back. */
export function Page({ name, banner, footer, over, isTab = false, children }: PropsWithChildren<PageProps>) {
  const isCare = useCare((care) => care.isOn);
  return (
    <View className={`page${isCare ? ' care' : ''} ${name}`}>
      {banner}
      {isCare && !isTab && (
        <View className="page__back" hoverClass="pressed" ariaRole="button" onClick={goBack}>
          <Icon name="chevron-left" />
          返回
        </View>
      )}
      <View className="page__content stack">{children}</View>
      {footer && <View className="page__footer">{footer}</View>}
      {over}
    </View>
  );
}
