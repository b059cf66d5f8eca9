import { Canvas, View } from '@tarojs/components';
import { useState } from 'react';
import type { Receipt } from '../../types/contract/payments';
import { Button, Refusal } from '../components';
import { say } from '../services/device';
import { type Saving, saveDrawn } from '../services/pictures';
import { open, pages } from '../services/routes';
import { useCare } from '../stores/care';
import { receiptPicture } from './receiptPicture';

const canvasId = 'receipt-canvas';

/** 开发票 and 保存图片, with what stands in their way said in place. */
export function ReceiptActions({ receipt }: { readonly receipt: Receipt }) {
  const [saving, setSaving] = useState<Saving | 'going'>();
  const save = async () => {
    setSaving('going');
    const saved = await saveDrawn(canvasId, receiptPicture(receipt));
    setSaving(saved);
    if (saved === 'saved') say('已存到相册');
  };
  const isCare = useCare((care) => care.isOn);
  const hasInvoice = receipt.invoice !== undefined;
  return (
    <>
      {(saving === 'refused' || saving === 'failed') && <NotSaved saving={saving} />}
      <View className={isCare ? 'stack' : 'side-by-side'}>
        {(hasInvoice || receipt.canAskInvoice) && (
          <Button
            kind="outline"
            icon="receipt"
            label={hasInvoice ? '看发票' : '开发票'}
            onTap={() => open(pages.invoice, { orderId: receipt.orderId })}
          />
        )}
        <Button
          kind="outline"
          icon="download"
          label="保存图片"
          isBusy={saving === 'going'}
          busyLabel="正在保存"
          onTap={() => void save()}
        />
      </View>
      <Canvas type="2d" id={canvasId} canvasId={canvasId} className="receipt__canvas" />
    </>
  );
}

function NotSaved({ saving }: { readonly saving: 'refused' | 'failed' }) {
  if (saving === 'failed') {
    return <Refusal title="图片没有存成" sentence="请再点一次；收据一直在“缴费记录”里。" />;
  }
  return (
    <Refusal title="没有存到相册" sentence="您没有允许存到相册。可以在设置里打开，收据一直在“缴费记录”里。">
      <Button kind="outline" label="打开设置" opens="openSetting" />
    </Refusal>
  );
}
