import { Text, View } from '@tarojs/components';
import type { Fen } from '../../../types/money';
import { formatYuan } from '../../../types/yuan';
import { amountWords } from '../../words/amountWords';

/** ¥12,345.67 fits the phone in care mode's size; what is longer gets smaller. */
const longAmount = 10;

export interface AmountProps {
  readonly fen: Fen;
  /** `amount` 40 dp, `big` 28, `title` 20, `plain` as the text around it. */
  readonly size?: 'amount' | 'big' | 'title' | 'plain';
  /** A refund or reduction is written with a minus. */
  readonly isMinus?: boolean;
  /** Also says it in words, below; for care mode. */
  readonly inWords?: string;
}

/** ¥1,234.50 with two decimals, the sign small before a large number. Screen readers hear it in words. */
export function Amount({ fen, size = 'plain', isMinus = false, inWords }: AmountProps) {
  const text = formatYuan(fen);
  const isLong = text.length > longAmount;
  const sign = `${isMinus || fen < 0 ? '−' : ''}¥`;
  return (
    <View
      className={`amount amount--${size}${isLong ? ' amount--long' : ''}`}
      ariaRole="text"
      ariaLabel={amountWords(fen)}
    >
      <View className="amount__figures">
        <Text className="amount__sign">{sign}</Text>
        <Text className="amount__number">{text.replace(/^-?¥/, '')}</Text>
      </View>
      {inWords !== undefined && <View className="amount__words">{`${inWords}${amountWords(fen)}`}</View>}
    </View>
  );
}
