import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Choice, Page, Refusal, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useParameters } from '@/hooks/useParameters';
import { openFile } from '@/services/device';
import { open, pages } from '@/services/routes';
import type { InputOf } from '../../../../types/contract';
import { type Instant, monthAt } from '../../../../types/day';
import { fen, sumFen } from '../../../../types/money';
import { formatYuan } from '../../../../types/yuan';
import { useDuties } from '../useDuties';

type What = InputOf<'desk.export'>['what'];
const exports: readonly { readonly value: What; readonly name: string }[] = [
  { value: 'payments', name: '收款' },
  { value: 'bills', name: '账单' },
  { value: 'arrears', name: '欠费' },
  { value: 'journals', name: '凭证' },
];

/** The trial balance (试算平衡): every account with what stands on it; and the month as a spreadsheet. */
export default function Accounts() {
  const { communityId = '' } = useParameters();
  const month = monthAt(Date.now() as Instant);
  const asked = useAnswer('desk.accounts', { communityId });
  const isFinance = useDuties(communityId).includes('finance');
  return (
    <Page name="accounts" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="科目余额暂时看不到" cards={[8]}>
        {(accounts) => (
          <Card isFlush>
            {accounts.map(({ account, name, balance }) => (
              <Row
                key={account}
                title={name}
                {...(balance === 0 ? {} : { line: balance < 0 ? '贷方' : '借方' })}
                end={formatYuan(fen(Math.abs(balance)))}
                onTap={() =>
                  open(pages.deskLines, { communityId, month, kind: 'account', of: account, title: name })
                }
              />
            ))}
            <Row title="合计" isStrong end={formatYuan(sumFen(accounts.map(({ balance }) => balance)))} />
          </Card>
        )}
      </Answered>
      {isFinance && asked.answer.kind === 'ready' && <Export communityId={communityId} month={month} />}
    </Page>
  );
}

function Export({ communityId, month }: { readonly communityId: string; readonly month: string }) {
  const [what, choose] = useState<What>('payments');
  const taking = useChange('desk.export');
  const take = async () => {
    const made = await taking.run({ communityId, month, what });
    if (made) await openFile(made.link, 'xlsx');
  };
  return (
    <>
      <View className="type-heading">导出本月表格</View>
      <Card>
        <View className="stack">
          <Choice label="导出什么" options={exports} value={what} onChange={choose} />
          {taking.refusal && <Refusal sentence={taking.refusal.sentence} />}
          <Button
            kind="outline"
            icon="download"
            label="导出表格"
            isBusy={taking.isBusy}
            busyLabel="正在做表"
            onTap={() => void take()}
          />
        </View>
      </Card>
    </>
  );
}
