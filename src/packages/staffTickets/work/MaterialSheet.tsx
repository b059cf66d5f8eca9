import { useState } from 'react';
import { Choice, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { parseYuan } from '../../../../types/yuan';
import { ActSheet } from '../ActSheet';
import type { WorkProps } from './workProps';

/** One more part: its name, how many, what one costs, and the old one. */
export function MaterialSheet({ ticket, onChanged, onClose }: WorkProps & { readonly onClose: () => void }) {
  const { run, isBusy, refusal } = useChange('ticketWork.setMaterials');
  const [name, setName] = useState('');
  const [count, setCount] = useState('1');
  const [yuan, setYuan] = useState('');
  const [old, setOld] = useState<'yes' | 'no'>();
  const price = parseYuan(yuan.trim());
  const quantity = /^[1-9]\d{0,2}$/.test(count.trim()) ? Number(count.trim()) : undefined;
  const isPrice = price !== undefined && price >= 0;
  const add = async () => {
    if (quantity === undefined || !isPrice || old === undefined) return;
    const one = { name: name.trim(), quantity, price, isOldReturned: old === 'yes' };
    const changed = await run({ ticketId: ticket.ticketId, materials: [...ticket.materials, one] });
    if (!changed) return;
    onChanged(changed);
    onClose();
  };
  const isWhole = name.trim() !== '' && quantity !== undefined && isPrice && old !== undefined;
  return (
    <ActSheet
      {...{
        title: '加一件用料',
        button: '加上',
        trouble: '没有加上',
        isReady: isWhole,
        isBusy,
        refusal,
        onClose,
      }}
      onSend={() => void add()}
    >
      <Field id="material-name" label="名称" value={name} placeholder="不锈钢软管 50 cm" onChange={setName} />
      <Field
        id="material-count"
        label="数量"
        value={count}
        keyboard="number"
        most={3}
        onChange={setCount}
        {...(quantity === undefined ? { error: '请填 1 到 999' } : {})}
      />
      <Field
        id="material-price"
        label="单价（元），免费的填 0"
        value={yuan}
        keyboard="digit"
        most={10}
        onChange={setYuan}
        {...(yuan.trim() !== '' && !isPrice ? { error: '请填金额，最多两位小数，例如 28.50' } : {})}
      />
      <Choice
        label="旧件"
        options={[
          { value: 'yes', name: '旧件已交回' },
          { value: 'no', name: '没有旧件' },
        ]}
        value={old}
        onChange={setOld}
      />
    </ActSheet>
  );
}
