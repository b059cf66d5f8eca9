import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Facts, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { callPhone } from '@/services/device';
import type { Binding } from '../../../../types/contract/people';
import { Remark } from '../Remark';
import { relationNames } from '../relationNames';

export interface BindingSheetProps {
  readonly binding: Binding;
  readonly onClose: (isDecided: boolean) => void;
}

/** One request: who asks, the number to call, and letting them in or sending it back with a reason. */
export function BindingSheet({ binding, onClose }: BindingSheetProps) {
  const [isRejecting, reject] = useState(false);
  if (isRejecting) return <RejectSheet binding={binding} onClose={onClose} />;
  return <ApproveSheet binding={binding} onClose={onClose} onReject={() => reject(true)} />;
}

function ApproveSheet({ binding, onClose, onReject }: BindingSheetProps & { readonly onReject: () => void }) {
  const { run, isBusy, refusal } = useChange('people.approveBinding');
  const approve = async () => {
    if (await run({ bindingId: binding.bindingId })) onClose(true);
  };
  return (
    <Sheet
      label="绑定申请"
      onClose={() => onClose(false)}
      footer={
        <>
          {refusal && <Refusal title="没有同意" sentence={refusal.sentence} />}
          <View className="side-by-side">
            <Button kind="outline" label="退回" onTap={onReject} />
            <Button label="核对过，同意" isBusy={isBusy} onTap={() => void approve()} />
          </View>
        </>
      }
    >
      <View className="stack">
        <Applicant binding={binding} />
        <View className="type-second">同意后，申请人马上能看到这套房屋的账单。</View>
      </View>
    </Sheet>
  );
}

function RejectSheet({ binding, onClose }: BindingSheetProps) {
  const [text, write] = useState('');
  const reason = text.trim();
  const { run, isBusy, refusal } = useChange('people.rejectBinding');
  const reject = async () => {
    if (await run({ bindingId: binding.bindingId, reason })) onClose(true);
  };
  return (
    <Sheet
      label="退回绑定申请"
      onClose={() => onClose(false)}
      footer={
        <>
          {refusal && <Refusal title="没有退回" sentence={refusal.sentence} />}
          <Button
            kind="danger"
            label="退回申请"
            isBusy={isBusy}
            isDisabled={reason === ''}
            onTap={() => void reject()}
          />
        </>
      }
    >
      <View className="stack">
        <Applicant binding={binding} />
        <View className="type-second">退回后，申请人会收到消息，可以补充资料再申请。</View>
        <Field
          id="reject-reason"
          label="为什么退回，申请人看得到"
          value={text}
          onChange={write}
          isLong
          most={200}
          placeholder="例如：和登记的业主姓名不一致，请带房产证到物业服务中心"
        />
      </View>
    </Sheet>
  );
}

function Applicant({ binding: { place, name, phone, relation, note } }: { readonly binding: Binding }) {
  return (
    <>
      <View className="type-title">
        {place} {name}
      </View>
      <Facts
        facts={[
          { name: '身份', value: relationNames[relation] },
          { name: '手机号', value: phone },
        ]}
      />
      <Remark name="说明" text={note} />
      <Button kind="outline" icon="phone" label="打电话核对" onTap={() => callPhone(phone)} />
    </>
  );
}
