import { View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Facts, Page, Refusal } from '@/components';
import { SignaturePad } from '@/components/SignaturePad/SignaturePad';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useParameters } from '@/hooks/useParameters';
import { useSignedFile } from '@/hooks/useSignedFile';
import { goBack, pages, replaceBy } from '@/services/routes';
import { stateNames } from '@/words/tickets';
import type { TicketView } from '../../../../types/contract/tickets';
import { useFolder } from '../useFolder';
import { workFacts } from '../workFacts';
import './index.css';

/** 验收: the owner signs for the work, or turns back (B5). */
export default function Sign() {
  const { ticketId } = useParameters();
  const asked = useAnswer('tickets.ticket', ticketId === undefined ? undefined : { ticketId }, {
    ...{ topics: ['tickets'], isKept: true },
  });
  const ticket = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const { accept, signature, isBusy, trouble } = useAcceptance(ticket);
  const canSign = ticket?.can.includes('tickets.acceptWork') === true;
  return (
    <Page
      name="sign"
      banner={<AnswerBanner asked={asked} />}
      footer={
        canSign && (
          <>
            <Button
              label="签好了"
              isBusy={isBusy}
              busyLabel="正在提交签名"
              isDisabled={signature.isEmpty}
              onTap={() => void accept()}
            />
            <Button
              kind="quiet"
              label="重写"
              isDisabled={signature.isEmpty || isBusy}
              onTap={signature.clear}
            />
          </>
        )
      }
    >
      <Answered asked={asked} title="验收暂时打不开" cards={[3, 4]}>
        {(shown) =>
          canSign ? (
            <>
              <View className="type-heading sign__sentence">{sentenceOf(shown)}</View>
              <Facts facts={workFacts(shown)} />
              {trouble && <Refusal title="没有签成" sentence={trouble} />}
              <SignaturePad signature={signature} />
              <View className="page__note">不满意可以不签，返回点“还没修好”，师傅会再来。</View>
            </>
          ) : (
            <Refusal title={shown.title} sentence={`这张工单${stateNames[shown.state]}，现在不用签字。`}>
              <Button kind="outline" label="返回" onTap={goBack} />
            </Refusal>
          )
        }
      </Answered>
    </Page>
  );
}

/** One sentence with what is signed for (design: signature). */
function sentenceOf({ title, place, assignee, result }: TicketView): string {
  return `我确认：${place} ${title}，${assignee ?? '师傅'}已经修好${result ? `（${result}）` : ''}。`;
}

/** Sends the signature and accepts with it. */
function useAcceptance(ticket: TicketView | undefined) {
  const { signature, isSending, trouble, send } = useSignedFile('owner-signature', useFolder(ticket?.homeId));
  const { run, isBusy, refusal } = useChange('tickets.acceptWork');
  const accept = async () => {
    if (!ticket) return;
    const fileId = await send();
    if (fileId === undefined) return;
    const accepted = await run({ ticketId: ticket.ticketId, signature: fileId });
    if (accepted) replaceBy(pages.rateTicket, { ticketId: accepted.ticketId });
  };
  return { signature, accept, isBusy: isBusy || isSending, trouble: trouble ?? refusal?.sentence };
}
