import { View } from '@tarojs/components';
import { Button, Facts } from '@/components';
import { copyText } from '@/services/device';
import type { InvoiceView } from '../../../../types/contract/invoicing';
import { formatPeriod } from '../../../../types/period';
import { formatYuan } from '../../../../types/yuan';

/** To whom an invoice is made out, for what, and under which numbers; the title can be copied. */
export function InvoiceTitleFacts({ invoice }: { readonly invoice: InvoiceView }) {
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
