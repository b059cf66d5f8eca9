import { useChange } from '@/hooks/useChange';
import type { TicketView } from '../../../../types/contract/tickets';
import { ReasonSheet } from '../ReasonSheet';
import type { CaseSheetProps } from './ActSheet';
import { AfterCheckSheet } from './AfterCheckSheet';
import { AnswerSheet } from './AnswerSheet';
import { CorrectSheet } from './CorrectSheet';
import type { CaseAct } from './caseActs';
import { GradeSheet } from './GradeSheet';
import { OverrideSheet } from './OverrideSheet';
import { PlanSheet } from './PlanSheet';
import { RevisitSheet } from './RevisitSheet';

/** The sheet of what is being done to a ticket. */
export function CaseSheet(props: CaseSheetProps & { readonly act: CaseAct; readonly ticket: TicketView }) {
  const { act, ticket } = props;
  switch (act) {
    case 'tickets.answer':
      return <AnswerSheet {...props} />;
    case 'tickets.grade':
      return <GradeSheet {...props} grade={ticket.grade ?? 'minor'} />;
    case 'tickets.correct':
      return <CorrectSheet {...props} />;
    case 'tickets.cancel':
      return <CancelCase {...props} />;
    case 'ticketWork.revisit':
      return <RevisitSheet {...props} />;
    case 'ticketWork.plan':
      return <PlanSheet {...props} />;
    case 'ticketWork.afterCheck':
      return <AfterCheckSheet {...props} />;
    case 'ticketWork.override':
      return <OverrideSheet {...props} />;
  }
}

function CancelCase({ ticketId, onClose, onChanged }: CaseSheetProps) {
  const { run, isBusy, refusal } = useChange('tickets.cancel');
  const cancel = async (reason: string) => {
    const changed = await run({ ticketId, reason });
    if (changed) onChanged(changed);
  };
  return (
    <ReasonSheet
      title="为什么取消"
      line="报的人会收到消息，能看到原因。"
      usual={['业主说不用了', '重复报修']}
      button="取消这张工单"
      {...{ isBusy, refusal, onClose }}
      onReason={(reason) => void cancel(reason)}
    />
  );
}
