import { View } from '@tarojs/components';
import { useState } from 'react';
import { Amount, Button, Card, Choice, Field, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { chooseTitle } from '@/services/invoiceTitle';
import type { Receipt } from '../../../../types/contract/payments';
import { invoiceAmount } from './invoiceWords';
import { blankTitle, titleErrors, titleOf } from './titleDraft';

const kinds = [
  { value: 'person', name: '个人' },
  { value: 'company', name: '公司' },
] as const;

interface AskInvoiceProps {
  readonly receipt: Receipt;
  readonly onAsked: () => void;
}

/** A title, picked from WeChat or written, and asking for the invoice. */
export function AskInvoice({ receipt, onAsked }: AskInvoiceProps) {
  const { draft, change } = useDraft('invoiceTitle', blankTitle);
  const { run, isBusy, refusal } = useChange('invoicing.ask');
  const [isTried, setTried] = useState(false);
  const errors = titleErrors(draft);
  const shown = isTried ? errors : {};
  const pick = async () => {
    const title = await chooseTitle();
    if (title) change({ email: draft.email, taxNumber: '', ...title });
  };
  const send = async () => {
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    if (await run({ orderId: receipt.orderId, title: titleOf(draft) })) onAsked();
  };
  return (
    <>
      <What receipt={receipt} />
      <Card>
        <View className="stack">
          <Choice label="抬头类型" options={kinds} value={draft.kind} onChange={(kind) => change({ kind })} />
          <Button kind="outline" label="从微信选抬头" onTap={() => void pick()} />
          <Field
            id="title-name"
            label={draft.kind === 'person' ? '姓名' : '公司名称'}
            value={draft.name}
            most={100}
            onChange={(name) => change({ name })}
            {...(shown.name ? { error: shown.name } : {})}
          />
          {draft.kind === 'company' && (
            <Field
              id="title-tax"
              label="税号"
              value={draft.taxNumber}
              most={24}
              onChange={(taxNumber) => change({ taxNumber })}
              {...(shown.taxNumber ? { error: shown.taxNumber } : {})}
            />
          )}
          <Field
            id="title-email"
            label="邮箱（可以不填）"
            value={draft.email}
            most={100}
            onChange={(email) => change({ email })}
            {...(shown.email ? { error: shown.email } : {})}
          />
        </View>
      </Card>
      {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
      <Button label="申请开票" isBusy={isBusy} busyLabel="正在提交" onTap={() => void send()} />
    </>
  );
}

function What({ receipt }: { readonly receipt: Receipt }) {
  return (
    <Card>
      <View className="type-second">开票金额</View>
      <Amount fen={invoiceAmount(receipt)} size="big" />
      <View className="type-second">由{receipt.payeeName}开具，开好后发到消息里</View>
    </Card>
  );
}
