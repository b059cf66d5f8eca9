import { View } from '@tarojs/components';

export interface TimelineStep {
  readonly title: string;
  readonly line?: string;
  readonly time?: string;
  readonly state: 'next' | 'now' | 'done';
}

/** Next step hollow on top, then now, then done: newest first. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline">
      {steps.map((step) => (
        <View
          key={`${step.title}-${step.time ?? ''}`}
          className={`timeline__step timeline__step--${step.state}`}
        >
          <View className="timeline__dot" />
          <View className="timeline__words">
            <View className="between">
              <View className={step.state === 'now' ? 'strong' : ''}>{step.title}</View>
              {step.time && <View className="type-second tabular between__end">{step.time}</View>}
            </View>
            {step.line && <View className="type-second">{step.line}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
