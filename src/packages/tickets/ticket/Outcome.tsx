import { View } from '@tarojs/components';
import { Card, Facts, Row } from '@/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { open, pages } from '@/services/routes';
import { stateNames } from '@/words/tickets';
import { nearDayWords } from '@/words/timeWords';
import type { TicketView } from '../../../../types/contract/tickets';
import { dayOf, type Instant } from '../../../../types/day';
import { workFacts } from '../workFacts';
import { planPromise, ratingCheckWords } from './ticketWords';

/** What was done, what it was rated, what follows from it, what runs beside it. */
export function Outcome({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const { before, after, result, links } = ticket;
  const facts = workFacts(ticket);
  const isDone = result !== undefined || before.length + after.length > 0 || facts.length > 0;
  return (
    <>
      {isDone && (
        <Card>
          {result && <View className="strong">{result}</View>}
          <Shots files={before} label="修之前" />
          <Shots files={after} label="修好后" />
          {facts.length > 0 && (
            <View className="ticket__shots">
              <Facts facts={facts} />
            </View>
          )}
        </Card>
      )}
      {links.length > 0 && (
        <Card isFlush>
          {links.map((link) => (
            <Row
              key={link.ticketId}
              title={link.title}
              line={`${link.relation === 'parent' ? '由它引起' : '一起办'}${link.assignee ? `，${link.assignee}` : ''}`}
              chip={{ text: stateNames[link.state] }}
            />
          ))}
        </Card>
      )}
      <Trust ticket={ticket} now={now} />
    </>
  );
}

function Shots({ files, label }: { readonly files: TicketView['before']; readonly label: string }) {
  if (files.length === 0) return null;
  return (
    <View className="ticket__shots">
      <View className="type-second">{label}</View>
      <PhotoStrip files={files} label={label} />
    </View>
  );
}

/** The rating, and what the company does about a poor one (B7). */
function Trust({ ticket, now }: { readonly ticket: TicketView; readonly now: number }) {
  const { rating, plan, communityId } = ticket;
  if (!rating && !plan) return null;
  const note = ratingCheckWords(rating?.textCheck);
  return (
    <Card>
      {rating && (
        <>
          <View className="strong">{`${rating.takenBy === undefined ? '您' : '电话里'}评了 ${rating.stars} 星`}</View>
          {rating.words.length > 0 && <View className="type-second">{rating.words.join('、')}</View>}
          {rating.text && <View>{rating.text}</View>}
          {note && <View className="type-second tone-warn">{note}</View>}
          <PhotoStrip files={rating.photos} label="评价照片" />
          {rating.stars <= 2 && !plan && <View className="type-second">{planPromise(ticket, now)}</View>}
        </>
      )}
      {plan && (
        <>
          {rating && <View className="rule" />}
          <View className="type-second">{`整改办法，${nearDayWords(plan.dueOn, dayOf(now as Instant))}前做到`}</View>
          <View>{plan.text}</View>
          <View
            className="link"
            ariaRole="button"
            onClick={() => open(pages.rectifications, { communityId })}
          >
            看小区全部整改
          </View>
        </>
      )}
    </Card>
  );
}
