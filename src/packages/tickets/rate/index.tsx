import { Image, Textarea, View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Card, Facts, Page, Refusal } from '@/components';
import { PhotoRow } from '@/components/PhotoRow/PhotoRow';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { fileIdsOf, useUploads } from '@/hooks/useUploads';
import { pages, replaceBy } from '@/services/routes';
import type { TicketView } from '../../../../types/contract/tickets';
import { untilWords } from '../../../words/timeWords';
import { useFolder } from '../useFolder';
import { workFacts } from '../workFacts';
import { headOf, promiseFor, starNames, whyNot } from './ratingWords';
import { Stars } from './Stars';
import { WordPills } from './WordPills';
import './index.css';

/** The contract's. */
const longest = 200;

/** 评价: stars, words, photos, once (B6). */
export default function Rate() {
  const { ticketId } = useParameters();
  const asked = useAnswer('tickets.ticket', ticketId === undefined ? undefined : { ticketId }, {
    isKept: true,
  });
  const ticket = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const rating = useRating(ticketId ?? '', ticket);
  const canRate = ticket?.can.includes('tickets.rate') === true;
  return (
    <Page
      name="rate"
      banner={<AnswerBanner asked={asked} />}
      footer={
        canRate && (
          <Button
            label="提交评价"
            isBusy={rating.isBusy}
            busyLabel="正在提交"
            isDisabled={rating.draft.stars === 0}
            onTap={() => void rating.send()}
          />
        )
      }
    >
      <Answered asked={asked} title="评价暂时打不开" cards={[3, 4]}>
        {(shown) => (
          <>
            <Done ticket={shown} />
            {canRate ? (
              <Form ticket={shown} rating={rating} />
            ) : (
              <>
                <View className="page__note">{whyNot(shown)}</View>
                <Button
                  kind="outline"
                  label="看办理进度"
                  onTap={() => replaceBy(pages.ticket, { ticketId: shown.ticketId })}
                />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

type Rating = ReturnType<typeof useRating>;

function useRating(ticketId: string, ticket: TicketView | undefined) {
  const { draft, change, clear } = useDraft(`rate:${ticketId}`, {
    ...{ stars: 0, words: [] as readonly string[], text: '' },
  });
  const uploads = useUploads(useFolder(ticket?.homeId));
  const { run, isBusy, refusal } = useChange('tickets.rate');
  const send = async () => {
    const text = draft.text.trim();
    const photos = fileIdsOf(await uploads.settled());
    const { stars, words } = draft;
    const rated = await run({ ticketId, stars, words: [...words], photos, ...(text ? { text } : {}) });
    if (!rated) return;
    clear();
    replaceBy(pages.ticket, { ticketId });
  };
  return { draft, change, uploads, send, isBusy, refusal };
}

function Done({ ticket }: { readonly ticket: TicketView }) {
  const { assignee, before, after, steps } = ticket;
  const now = useNow();
  const at = (what: string) => steps.find((step) => step.what === what)?.at;
  const [came, done] = [at('checkIn'), at('finish')];
  const times = [came && `${untilWords(came, now)} 到场`, done && `${untilWords(done, now)} 完工`].filter(
    Boolean,
  );
  const [first] = before;
  const [last] = after;
  const facts = workFacts(ticket);
  return (
    <>
      <View>
        <View className="type-title">{headOf(ticket)}</View>
        <View className="type-second tabular">{[assignee, times.join('，')].filter(Boolean).join('　')}</View>
      </View>
      {(first?.link || last?.link || facts.length > 0) && (
        <Card>
          {first?.link && last?.link && (
            <View className="beforeafter">
              <Shot link={first.link} name="修之前" />
              <Shot link={last.link} name="修好后" />
            </View>
          )}
          {facts.length > 0 && (
            <View className="rate__facts">
              <Facts facts={facts} />
            </View>
          )}
        </Card>
      )}
    </>
  );
}

function Shot({ link, name }: { readonly link: string; readonly name: string }) {
  return (
    <View className="beforeafter__shot">
      <Image className="beforeafter__picture" src={link} mode="aspectFill" ariaLabel={name} />
      <View className="type-second center">{name}</View>
    </View>
  );
}

function Form({ ticket, rating }: { readonly ticket: TicketView; readonly rating: Rating }) {
  const { draft, change, uploads, refusal } = rating;
  const { stars } = draft;
  return (
    <>
      {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
      <Card>
        <View className="type-heading center">
          {ticket.type === 'repair' ? '这次修得怎么样' : '这次办得怎么样'}
        </View>
        <Stars stars={stars} onChange={(count) => change({ stars: count, words: [] })} />
        <View className="center tone-brand">{starNames[stars - 1] ?? '点星星打分'}</View>
        {stars > 0 && (
          <WordPills
            type={ticket.type}
            stars={stars}
            chosen={draft.words}
            onChange={(words) => change({ words })}
          />
        )}
        <View className="rate__box">
          <Textarea
            id="rate-text"
            className="rate__text"
            value={draft.text}
            placeholder="想说的话，可以不写"
            placeholderClass="field__placeholder"
            ariaLabel="想说的话"
            autoHeight
            maxlength={longest}
            showConfirmBar={false}
            onInput={(event) => change({ text: event.detail.value })}
          />
          <View className="type-second tabular rate__count">{`${draft.text.length}/${longest}`}</View>
          <PhotoRow uploads={uploads} />
        </View>
      </Card>
      <View className="page__note">{promiseFor(stars, ticket)}</View>
    </>
  );
}
