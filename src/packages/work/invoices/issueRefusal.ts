import { fen } from '../../../../types/money';
import type { Refusal } from '../../../../types/refusal';
import { formatYuan } from '../../../../types/yuan';

/** Why an invoice could not be handed over. Where a refund made it smaller meanwhile, what finance does next. */
export function issueRefusal(refusal: Refusal | undefined): string | undefined {
  const amount = refusal?.details?.amount;
  return refusal?.code === 'AMOUNT_CHANGED' && typeof amount === 'number'
    ? `缴款有退款，开票金额现在是 ${formatYuan(fen(amount))}，请按这个金额重新开票。`
    : refusal?.sentence;
}
