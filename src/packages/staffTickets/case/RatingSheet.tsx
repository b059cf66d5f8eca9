import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import type { TicketType } from '../../../../types/ticket';
import { starNames } from '../../tickets/rate/ratingWords';
import { Stars } from '../../tickets/rate/Stars';
import { WordPills } from '../../tickets/rate/WordPills';
import { ActSheet } from '../ActSheet';
import { CaseReason } from './CaseReason';
import type { CaseSheetProps } from './caseSheet';

interface RatingSheetProps extends CaseSheetProps {
  readonly type: TicketType;
}

/** What whoever has no WeChat said on the phone: stars, words, own words (B6); or that they cannot be asked. */
export function RatingSheet({ type, ...props }: RatingSheetProps) {
  const [isGivenUp, giveUp] = useState(false);
  return isGivenUp ? (
    <NoRatingSheet {...props} />
  ) : (
    <SaidSheet type={type} {...props} onGiveUp={() => giveUp(true)} />
  );
}

function SaidSheet(props: RatingSheetProps & { readonly onGiveUp: () => void }) {
  const { ticketId, type, onClose, onChanged, onGiveUp } = props;
  const [stars, giveStars] = useState(0);
  const [words, choose] = useState<readonly string[]>([]);
  const [text, write] = useState('');
  const { run, isBusy, refusal } = useChange('ticketWork.takeRating');
  const send = async () => {
    const said = text.trim();
    const changed = await run({ ticketId, stars, words: [...words], ...(said ? { text: said } : {}) });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '记评价', button: '记下评价', isReady: stars > 0, isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <View className="type-second">请对方打分，2 星及以下会有人回访。</View>
      <Stars
        stars={stars}
        onChange={(count) => {
          giveStars(count);
          choose([]);
        }}
      />
      <View className="center tone-brand">{starNames[stars - 1] ?? '点星星打分'}</View>
      {stars > 0 && <WordPills {...{ type, stars }} chosen={words} onChange={choose} />}
      <Field id="rating-text" label="对方怎么说，可以不写" value={text} isLong most={200} onChange={write} />
      <Button kind="quiet" label="问不到，不再打了" onTap={onGiveUp} />
    </ActSheet>
  );
}

/** Why there will be no rating. */
export function NoRatingSheet({ ticketId, ...sheet }: CaseSheetProps) {
  const { run, ...change } = useChange('ticketWork.giveUpRating');
  return (
    <CaseReason
      title="为什么问不到"
      line="记下以后，不再列在要打的电话里。"
      usual={['打了几次没有人接', '号码打不通', '对方不愿意评价']}
      button="不再打了"
      {...{ ...sheet, ...change }}
      send={(reason) => run({ ticketId, reason })}
    />
  );
}
