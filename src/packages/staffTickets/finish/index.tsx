import { View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Field, Page, Refusal } from '@/components';
import { SignaturePad } from '@/components/SignaturePad/SignaturePad';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useConsent } from '@/hooks/useConsent';
import { useDraft } from '@/hooks/useDraft';
import { useParameters } from '@/hooks/useParameters';
import { useSignedFile } from '@/hooks/useSignedFile';
import { goBack } from '@/services/routes';
import type { TicketView } from '../../../../types/contract/tickets';
import { useWorkFolder } from '../useWorkFolder';
import './index.css';

/** 修好了: what was done, and the engineer's signature (B5); the owner's comes on the owner's phone. */
export default function Finish() {
  const { ticketId = '' } = useParameters();
  const asked = useAnswer('tickets.ticket', ticketId === '' ? undefined : { ticketId }, { isKept: true });
  const ticket = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const { draft, change, clear } = useDraft(`finish:${ticketId}`, { result: '' });
  const { finish, signature, isBusy, trouble } = useFinish(ticket, draft.result.trim(), clear);
  const consent = useConsent('work');
  const canFinish = ticket?.can.includes('ticketWork.finish') === true;
  return (
    <Page
      name="finish gloves"
      banner={<AnswerBanner asked={asked} />}
      footer={
        canFinish && (
          <>
            <Button
              label="交给业主验收"
              isBusy={isBusy}
              busyLabel="正在提交"
              isDisabled={signature.isEmpty || draft.result.trim() === ''}
              onTap={() => {
                consent.addSilently();
                void finish();
              }}
            />
            <Button
              kind="quiet"
              label="重写签名"
              isDisabled={signature.isEmpty || isBusy}
              onTap={signature.clear}
            />
          </>
        )
      }
    >
      <Answered asked={asked} title="暂时打不开" cards={[3, 4]}>
        {(shown) => (
          <>
            <View className="type-heading">{`${shown.place} ${shown.title}`}</View>
            {trouble && <Refusal title="没有提交成" sentence={trouble} />}
            {canFinish ? (
              <>
                <Field
                  id="finish-result"
                  label="做了什么，业主会看到"
                  value={draft.result}
                  isLong
                  most={200}
                  placeholder="换了一根软管，通水不渗"
                  onChange={(result) => change({ result })}
                />
                <View className="type-second">我已按清单做完，请签名。</View>
                <SignaturePad signature={signature} />
              </>
            ) : (
              <>
                <View className="page__note">这张工单现在不用签字</View>
                <Button kind="outline" label="返回" onTap={goBack} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Sends the signature and finishes with it. */
function useFinish(ticket: TicketView | undefined, result: string, onDone: () => void) {
  const folder = useWorkFolder(ticket?.communityId);
  const { signature, isSending, trouble, send } = useSignedFile('engineer-signature', folder);
  const { run, isBusy, refusal } = useChange('ticketWork.finish');
  const finish = async () => {
    if (!ticket) return;
    const fileId = await send();
    if (fileId === undefined) return;
    if (!(await run({ ticketId: ticket.ticketId, result, signature: fileId }))) return;
    onDone();
    goBack();
  };
  return { signature, finish, isBusy: isBusy || isSending, trouble: trouble ?? refusal?.sentence };
}
