import { Switch, View } from '@tarojs/components';
import { Answered, Card, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { colours } from '@/theme/native';
import { momentWords } from '@/words/timeWords';
import type { BillingSettings } from '../../../../types/contract/charging';
import './index.css';

/** On which day a run begins by itself once that is switched on: readings are in by then. */
const usualBilling = { day: 5, of: 'lastMonth' } as const;

interface SwitchRow {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly isOn: boolean;
  readonly next: Partial<BillingSettings>;
}

/** How this community is billed: each switch says what it does. */
export function Billing({ communityId }: { readonly communityId: string }) {
  const asked = useAnswer('charging.billingSettings', { communityId });
  const setting = useChange('charging.setBilling');
  const now = useNow();
  const set = async (before: BillingSettings, next: Partial<BillingSettings>) => {
    const { autoPublish, collectsUtilities, billing } = { ...before, ...next };
    const input = { communityId, autoPublish, collectsUtilities, ...(billing ? { billing } : {}) };
    const after = await setting.run(input);
    if (after) asked.take(after);
  };
  return (
    <Answered asked={asked} title="出账设置暂时看不到" cards={[3]}>
      {(settings) => (
        <Card>
          <View className="type-heading">出账设置</View>
          {rowsOf(settings, (at) => momentWords(at, now)).map(({ id, title, line, isOn, next }) => (
            <View key={id} className="bill-runs__switch">
              <View className="bill-runs__words">
                <View>{title}</View>
                <View className="type-second">{line}</View>
              </View>
              <Switch
                id={id}
                checked={isOn}
                disabled={setting.isBusy}
                color={colours.brand}
                ariaLabel={title}
                onChange={() => void set(settings, next)}
              />
            </View>
          ))}
          {setting.refusal && <Refusal sentence={setting.refusal.sentence} />}
        </Card>
      )}
    </Answered>
  );
}

function rowsOf(settings: BillingSettings, said: (at: number) => string): readonly SwitchRow[] {
  const { autoPublish, collectsUtilities, billing, nextAt } = settings;
  const month = billing?.of === 'thisMonth' ? '当月' : '上个月';
  return [
    {
      id: 'auto-start',
      title: '每月自动出账',
      line: billing
        ? `每月 ${billing.day} 日出${month}的账${nextAt === undefined ? '' : `，下次 ${said(nextAt)}`}`
        : `打开后每月 ${usualBilling.day} 日自动出上个月的账`,
      isOn: billing !== undefined,
      next: { billing: billing ? undefined : usualBilling } as Partial<BillingSettings>,
    },
    {
      id: 'auto-publish',
      title: '草稿一天后自动发布',
      line: autoPublish ? '没有人拦下来，草稿满一天就发布' : '现在要财务核对后手动发布',
      isOn: autoPublish,
      next: { autoPublish: !autoPublish },
    },
    {
      id: 'utilities',
      title: '代收水电费',
      line: '水电费只有受供应单位委托才能代收（物业管理条例第四十四条）',
      isOn: collectsUtilities,
      next: { collectsUtilities: !collectsUtilities },
    },
  ];
}
