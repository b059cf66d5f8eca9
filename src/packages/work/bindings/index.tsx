import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Facts, Field, Page, Refusal, Row, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { callPhone } from '@/services/device';
import { momentWords } from '@/words/timeWords';
import type { Binding, BindingPage } from '../../../../types/contract/people';
import { PagedList } from '../PagedList';
import { relationNames } from '../relationNames';

const pageOf = ({ bindings, next }: BindingPage) => ({ rows: bindings, next });

/** Row A1: who asked to be bound to a home and could not be matched; customer service asks and decides. */
export default function Bindings() {
  const { communityId = '' } = useParameters();
  const [chosen, choose] = useState<Binding>();
  const [round, nextRound] = useState(0);
  const close = (isDecided: boolean) => {
    choose(undefined);
    if (isDecided) nextRound(round + 1);
  };
  return (
    <Page name="bindings" over={chosen && <BindingSheet binding={chosen} onClose={close} />}>
      <List key={round} communityId={communityId} choose={choose} />
    </Page>
  );
}

interface ListProps {
  readonly communityId: string;
  readonly choose: (binding: Binding) => void;
}

function List({ communityId, choose }: ListProps) {
  const now = useNow();
  const list = usePages('people.bindings', { communityId }, pageOf);
  return (
    <PagedList
      list={list}
      title="绑定申请暂时看不到"
      empty={{ title: '没有等核对的申请', line: '手机号和登记对不上的住户提交的申请，会列在这里。' }}
    >
      {(binding) => (
        <Row
          key={binding.bindingId}
          icon="family"
          title={`${binding.place} ${binding.name}`}
          line={`${relationNames[binding.relation]}，${momentWords(binding.askedAt, now)}`}
          onTap={() => choose(binding)}
        />
      )}
    </PagedList>
  );
}

interface SheetProps {
  readonly binding: Binding;
  readonly onClose: (isDecided: boolean) => void;
}

function BindingSheet({ binding, onClose }: SheetProps) {
  const { bindingId, place, name, phone, relation, note } = binding;
  const [reason, write] = useState('');
  const [isRejecting, reject] = useState(false);
  const approving = useChange('people.approveBinding');
  const rejecting = useChange('people.rejectBinding');
  const refusal = approving.refusal ?? rejecting.refusal;
  const done = async (decision: Promise<unknown>) => {
    if ((await decision) !== undefined) onClose(true);
  };
  return (
    <Sheet
      label="绑定申请"
      onClose={() => onClose(false)}
      footer={
        <>
          {refusal && <Refusal sentence={refusal.sentence} />}
          {isRejecting ? (
            <Button
              kind="danger"
              label="退回申请"
              isBusy={rejecting.isBusy}
              isDisabled={reason.trim() === ''}
              onTap={() => void done(rejecting.run({ bindingId, reason: reason.trim() }))}
            />
          ) : (
            <View className="side-by-side">
              <Button kind="outline" label="退回" onTap={() => reject(true)} />
              <Button
                label="核对过，同意"
                isBusy={approving.isBusy}
                onTap={() => void done(approving.run({ bindingId }))}
              />
            </View>
          )}
        </>
      }
    >
      <View className="stack">
        <View className="type-title">
          {place} {name}
        </View>
        <Facts
          facts={[
            { name: '身份', value: relationNames[relation] },
            { name: '手机号', value: phone },
            ...(note ? [{ name: '说明', value: note }] : []),
          ]}
        />
        <Button kind="outline" icon="phone" label="打电话核对" onTap={() => callPhone(phone)} />
        <View className="type-second">
          {isRejecting
            ? '退回后，申请人会收到消息，可以补充资料再申请。'
            : '同意后，申请人马上能看到这套房屋的账单。'}
        </View>
        {isRejecting && (
          <Field
            id="reject-reason"
            label="为什么退回"
            value={reason}
            onChange={write}
            isLong
            most={200}
            placeholder="例如：和登记的业主姓名不一致，请带房产证到物业服务中心"
          />
        )}
      </View>
    </Sheet>
  );
}
