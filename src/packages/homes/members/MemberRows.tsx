import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Card, Chip, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { isSure } from '@/services/device';
import type { Member } from '../../../../types/contract/people';
import { dayOf, type Instant } from '../../../../types/day';
import type { Relation } from '../../../../types/role';
import { memberActions, memberLine } from '../homesWords';

export interface MemberRowsProps {
  readonly homeId: string;
  readonly members: readonly Member[];
  readonly mine: Relation | undefined;
  readonly onChanged: (members: readonly Member[]) => void;
}

/** Everybody of the home, with what one may do about them. */
export function MemberRows({ homeId, members, mine, onChanged }: MemberRowsProps) {
  const { run, isBusy, refusal } = useChange('people.removeMember');
  const [contested, contest] = useState<Member>();
  const remove = async (member: Member) => {
    if (!(await isSure(`移除 ${member.name}`, '移除后对方马上看不到这套房屋的账单和消息。', '移除'))) return;
    const left = await run({ homeId, tenureId: member.tenureId });
    if (left) onChanged(left);
  };
  return (
    <>
      {refusal && <Refusal title="没有移除" sentence={refusal.sentence} />}
      <Card>
        {members.map((member, index) => (
          <View key={member.tenureId}>
            {index > 0 && <View className="rule" />}
            <MemberRow
              member={member}
              actions={memberActions(member, mine)}
              isBusy={isBusy}
              onRemove={() => void remove(member)}
              onContest={() => contest(member)}
            />
          </View>
        ))}
      </Card>
      {contested && (
        <ObjectionSheet
          homeId={homeId}
          member={contested}
          onClose={() => contest(undefined)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly actions: readonly ('object' | 'remove')[];
  readonly isBusy: boolean;
  readonly onRemove: () => void;
  readonly onContest: () => void;
}

function MemberRow({ member, actions, isBusy, onRemove, onContest }: MemberRowProps) {
  const today = dayOf(useNow() as Instant);
  return (
    <View className="between members__member">
      <View>
        <View>{member.name}</View>
        <View className="type-second">{memberLine(member, today)}</View>
      </View>
      <View className="members__acts">
        {actions.includes('object') && (
          <Button kind="quiet" label="不认识" isDisabled={isBusy} onTap={onContest} />
        )}
        {actions.includes('remove') && (
          <Button kind="quiet" label="移除" isDisabled={isBusy} onTap={onRemove} />
        )}
        {member.isSuspended && <Chip text="核实中" tone="warn" />}
      </View>
    </View>
  );
}

interface ObjectionSheetProps {
  readonly homeId: string;
  readonly member: Member;
  readonly onClose: () => void;
  readonly onDone: (members: readonly Member[]) => void;
}

function ObjectionSheet({ homeId, member, onClose, onDone }: ObjectionSheetProps) {
  const [reason, setReason] = useState('');
  const { run, isBusy, refusal } = useChange('people.objectToMember');
  const send = async () => {
    const members = await run({ homeId, tenureId: member.tenureId, reason: reason.trim() });
    if (!members) return;
    onDone(members);
    onClose();
  };
  return (
    <Sheet
      label="提出异议"
      onClose={onClose}
      footer={
        <>
          {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
          <Button
            label="提交异议"
            isBusy={isBusy}
            busyLabel="正在提交"
            isDisabled={reason.trim() === ''}
            onTap={() => void send()}
          />
        </>
      }
    >
      <View className="type-title">{member.name} 不该在这里</View>
      <View className="tone-plain">提交后客服会核实。</View>
      <Field
        id="objection"
        label="请写下原因"
        value={reason}
        isLong
        most={200}
        placeholder="例如：我不认识这个人"
        onChange={setReason}
      />
    </Sheet>
  );
}
