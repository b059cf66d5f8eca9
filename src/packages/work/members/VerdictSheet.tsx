import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Facts, Field, Icon, Refusal, Row, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { momentWords } from '@/words/timeWords';
import type { Member } from '../../../../types/contract/people';
import { Remark } from '../Remark';
import { relationNames } from '../relationNames';
import { memberName, type Verdict, verdictLine, verdictNames } from './objectionWords';

export interface VerdictSheetProps {
  readonly homeId: string;
  readonly member: Member;
  readonly onDecided: (members: readonly Member[], verdict: Verdict) => void;
  readonly onClose: () => void;
}

const verdicts = ['stays', 'leaves'] as const;

/** What is objected to a member, what each verdict does, and why it is given. */
export function VerdictSheet({ homeId, member, onDecided, onClose }: VerdictSheetProps) {
  const now = useNow();
  const [verdict, choose] = useState<Verdict>();
  const [reason, write] = useState('');
  const { run, isBusy, refusal } = useChange('people.decideObjection');
  const decide = async () => {
    if (!verdict) return;
    const members = await run({ homeId, tenureId: member.tenureId, verdict, reason: reason.trim() });
    if (members) onDecided(members, verdict);
  };
  return (
    <Sheet
      label="处理异议"
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title="没有处理" sentence={refusal.sentence} />}
          <Button
            {...(verdict === 'leaves' ? { kind: 'danger' as const } : {})}
            label={verdict === undefined ? '决定' : buttonLabels[verdict]}
            isBusy={isBusy}
            isDisabled={!verdict || reason.trim() === ''}
            onTap={() => void decide()}
          />
        </>
      }
    >
      <View className="stack">
        <View className="type-title">{memberName(member)}</View>
        <Facts
          facts={[
            { name: '身份', value: relationNames[member.relation] },
            ...(member.objection ? [{ name: '提出', value: momentWords(member.objection.at, now) }] : []),
          ]}
        />
        <Remark name="异议" text={member.objection?.reason} />
        <Verdicts member={member} chosen={verdict} choose={choose} />
        <Field
          id="verdict-reason"
          label="核实到什么"
          hint="只留作记录，不发给住户。"
          value={reason}
          onChange={write}
          isLong
          most={200}
          placeholder="例如：看过租房合同，和业主通过电话"
        />
      </View>
    </Sheet>
  );
}

interface VerdictsProps {
  readonly member: Member;
  readonly chosen: Verdict | undefined;
  readonly choose: (verdict: Verdict) => void;
}

/** Both ways it can end, with what each does. */
function Verdicts({ member, chosen, choose }: VerdictsProps) {
  return (
    <View>
      {verdicts.map((each) => (
        <Row
          key={each}
          id={`verdict-${each}`}
          title={verdictNames[each]}
          line={verdictLine(member, each)}
          isStrong={chosen === each}
          end={chosen === each ? <Icon name="check" label="已选" /> : ''}
          onTap={() => choose(each)}
        />
      ))}
    </View>
  );
}

const buttonLabels: Readonly<Record<Verdict, string>> = { stays: '让这位成员留下', leaves: '移出这位成员' };
