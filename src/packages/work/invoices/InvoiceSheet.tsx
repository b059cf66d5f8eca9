import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Facts, Field, Refusal, Sheet } from '@/components';
import { useChange } from '@/hooks/useChange';
import { copyText, openFile } from '@/services/device';
import type { InvoiceView } from '../../../../types/contract/invoicing';
import { formatPeriod } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';
import { issueRefusal } from './issueRefusal';
import { isNumber, numberProblem } from './numberText';
import { usePdf } from './usePdf';

export interface InvoiceSheetProps {
  readonly invoice: InvoiceView;
  readonly onClose: (moved: boolean) => void;
}

/** One invoice: the title and lines to copy into the tax platform, then its number and PDF; or the number of its red one. */
export function InvoiceSheet({ invoice, onClose }: InvoiceSheetProps) {
  const { invoiceId, communityId, state, amount, link } = invoice;
  const [number, write] = useState('');
  const pdf = usePdf(communityId);
  const issuing = useChange('invoicing.issue');
  const flushing = useChange('invoicing.redFlush');
  const isAsked = state === 'asked';
  const isOpen = isAsked || state === 'toBeRedFlushed';
  const finish = async () => {
    const fileId = pdf.file?.fileId;
    const done = isAsked
      ? fileId !== undefined &&
        (await issuing.run({ invoiceId, number: number.trim(), fileId, expectedAmount: amount }))
      : await flushing.run({ invoiceId, redNumber: number.trim(), ...(fileId ? { fileId } : {}) });
    if (done) onClose(true);
  };
  const problem = numberProblem(number);
  const hasShrunk = issuing.refusal?.code === 'AMOUNT_CHANGED';
  const refusal = issueRefusal(issuing.refusal) ?? flushing.refusal?.sentence ?? pdf.problem;
  return (
    <Sheet
      label={isAsked ? '开发票' : '发票'}
      onClose={() => onClose(hasShrunk)}
      {...(isOpen
        ? {
            footer: (
              <>
                {refusal && <Refusal sentence={refusal} />}
                <Button
                  label={isAsked ? '开好了，发给业主' : '已冲红'}
                  isBusy={issuing.isBusy || flushing.isBusy}
                  isDisabled={!isNumber(number) || (isAsked && !pdf.file)}
                  onTap={() => void finish()}
                />
              </>
            ),
          }
        : {})}
    >
      <View className="stack">
        <Title invoice={invoice} />
        {isOpen && (
          <Field
            id="invoice-number"
            label={isAsked ? '发票号码' : '红字发票号码'}
            keyboard="number"
            value={number}
            onChange={write}
            most={20}
            {...(problem ? { error: problem } : {})}
          />
        )}
        {isOpen && (
          <Button
            kind="outline"
            icon="upload"
            label={pdf.file ? pdf.file.name : `从聊天里选${isAsked ? '' : '红字'}发票 PDF`}
            isBusy={pdf.isBusy}
            busyLabel={pdf.busyLabel}
            onTap={() => void pdf.choose()}
          />
        )}
        {link && (
          <Button kind="outline" icon="document" label="看发票" onTap={() => void openFile(link, 'pdf')} />
        )}
      </View>
    </Sheet>
  );
}

function Title({ invoice }: { readonly invoice: InvoiceView }) {
  const { title, amount, place, bills, number, redNumber } = invoice;
  const { kind, name, taxNumber, email } = title;
  const copied = [name, taxNumber, email].filter((part) => part).join('\n');
  return (
    <>
      <View className="type-title">{name}</View>
      <Facts
        facts={[
          { name: '抬头', value: kind === 'company' ? '单位' : '个人' },
          ...(taxNumber ? [{ name: '税号', value: taxNumber }] : []),
          ...(email ? [{ name: '邮箱', value: email }] : []),
          { name: '房屋', value: place },
          ...bills.map(({ itemName, period, money }) => ({
            name: `${itemName} ${formatPeriod(period)}`,
            value: formatYuan(money),
          })),
          { name: '开票金额', value: formatYuan(amount) },
          ...(number ? [{ name: '发票号码', value: number }] : []),
          ...(redNumber ? [{ name: '红字发票号码', value: redNumber }] : []),
        ]}
      />
      <Button kind="quiet" label="复制抬头" onTap={() => copyText(copied)} />
    </>
  );
}
