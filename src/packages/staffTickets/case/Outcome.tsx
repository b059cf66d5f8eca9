import { View } from '@tarojs/components';
import { Card, Row } from '@/components';
import { PhotoStrip, type PhotoStripProps } from '@/components/PhotoStrip/PhotoStrip';
import { open, pages } from '@/services/routes';
import { stateChip } from '@/words/tickets';
import { momentWords, nearDayWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import { dayOf, type Instant } from '../../../../types/day';

/** Who gave so many stars, and who wrote them down. */
function ratedLine({ stars, takenBy }: NonNullable<TicketView['rating']>): string {
  return takenBy === undefined ? `业主评了 ${stars} 星` : `电话里评了 ${stars} 星，${takenBy}记`;
}

/** What was done, answered, rated and promised, and the tickets that belong to it. */
export function Outcome({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const { result, before, after, signed, answers, rating, revisits, plan, links } = ticket;
  const signatures = [signed?.engineer, signed?.owner].filter((file) => file !== undefined);
  const isDone = result !== undefined || before.length + after.length > 0;
  const isJudged = rating !== undefined || revisits.length > 0 || plan !== undefined;
  return (
    <>
      {isDone && (
        <Card>
          <View className="type-second">处理结果</View>
          {result && <View>{result}</View>}
          <Photos files={before} label="修之前" />
          <Photos files={after} label="修好后" />
          <Photos files={signatures} label="签名" />
        </Card>
      )}
      {answers.length > 0 && (
        <Card>
          {answers.map(({ text, by, at, helped }) => (
            <View key={at}>
              <View className="type-second">{`${by} ${momentWords(at, now)} 答复`}</View>
              <View>{text}</View>
              {helped === false && <View className="type-second tone-bad">业主说没有解决</View>}
            </View>
          ))}
        </Card>
      )}
      {isJudged && (
        <Card>
          {rating && <View className="strong">{ratedLine(rating)}</View>}
          {rating && rating.words.length > 0 && (
            <View className="type-second">{rating.words.join('、')}</View>
          )}
          {rating?.text && <View>{rating.text}</View>}
          {revisits.map(({ level, by, at, isSatisfied, note }) => (
            <View key={level}>
              <View className="type-second">{`${by} ${momentWords(at, now)} 回访，${isSatisfied ? '满意' : '不满意'}`}</View>
              <View>{note}</View>
            </View>
          ))}
          {plan && (
            <>
              <View className="type-second">{`整改方案，${nearDayWords(plan.dueOn, dayOf(now as Instant))}前做到`}</View>
              <View>{plan.text}</View>
            </>
          )}
        </Card>
      )}
      {links.length > 0 && (
        <Card isFlush>
          {links.map(({ ticketId, title, relation, assignee, state }) => (
            <Row
              key={ticketId}
              title={title}
              line={[relation === 'parent' ? '由它引起' : '一起办', assignee].filter(Boolean).join('，')}
              chip={stateChip(state)}
              onTap={() => open(pages.deskTicket, { ticketId })}
            />
          ))}
        </Card>
      )}
    </>
  );
}

/** A strip that says what it shows. */
function Photos(strip: PhotoStripProps) {
  if (strip.files.length === 0) return null;
  return (
    <View className="desk-ticket__photos">
      <View className="type-second">{strip.label}</View>
      <PhotoStrip {...strip} />
    </View>
  );
}
