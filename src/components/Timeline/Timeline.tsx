import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface TimelineStep {
  readonly title: string;
  readonly line?: string;
  readonly time?: string;
  readonly state: 'next' | 'now' | 'done';
  /** Evidence below the words. */
  readonly more?: ReactNode;
  /** Where two steps may be worded alike at the same time. */
  readonly id?: string;
}

/** Next step hollow on top, then now, then done: newest first. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline">
      {steps.map((step) => (
        <View
          key={step.id ?? `${step.title}-${step.time ?? ''}`}
          className={`timeline__step timeline__step--${step.state}`}
        >
          <View className="timeline__dot" />
          <View className="timeline__words">
            <View className="between">
              <View className={step.state === 'now' ? 'strong' : ''}>{step.title}</View>
              {step.time && <View className="type-second tabular between__end">{step.time}</View>}
            </View>
            {step.line && <View className="type-second">{step.line}</View>}
            {step.more}
          </View>
        </View>
      ))}
    </View>
  );
}
