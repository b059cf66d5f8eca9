import { useChange } from '@/hooks/useChange';
import type { TicketView } from '../../../../types/contract/tickets';
import { AddSheet } from './AddSheet';
import { AfterCheckSheet } from './AfterCheckSheet';
import { AnswerSheet } from './AnswerSheet';
import { AppointmentSheet } from './AppointmentSheet';
import { CaseReason } from './CaseReason';
import { CorrectSheet } from './CorrectSheet';
import type { CaseAct } from './caseActs';
import type { CaseSheetProps } from './caseSheet';
import { GradeSheet } from './GradeSheet';
import { OverrideSheet } from './OverrideSheet';
import { PlanSheet } from './PlanSheet';
import { NoRatingSheet, RatingSheet } from './RatingSheet';
import { RevisitSheet } from './RevisitSheet';

/** The sheet of what is being done to a ticket. */
export function CaseSheet(props: CaseSheetProps & { readonly act: CaseAct; readonly ticket: TicketView }) {
  const { act, ticket } = props;
  switch (act) {
    case 'tickets.answer':
      return <AnswerSheet {...props} />;
    case 'tickets.add':
      return <AddSheet {...props} />;
    case 'tickets.grade':
      return <GradeSheet {...props} grade={ticket.grade ?? 'minor'} />;
    case 'tickets.correct':
      return <CorrectSheet {...props} />;
    case 'tickets.cancel':
      return <CancelCase {...props} />;
    case 'tickets.rejectWork':
      return <NotRepaired {...props} />;
    case 'tickets.judgeAnswer':
      return <NotHelped {...props} />;
    case 'tickets.confirmAppointment':
      return <AppointmentSheet {...props} />;
    case 'ticketWork.revisit':
      return <RevisitSheet {...props} />;
    case 'ticketWork.takeRating':
      return <RatingSheet {...props} type={ticket.type} />;
    case 'ticketWork.giveUpRating':
      return <NoRatingSheet {...props} />;
    case 'ticketWork.plan':
      return <PlanSheet {...props} />;
    case 'ticketWork.afterCheck':
      return <AfterCheckSheet {...props} about={ticket.afterCheck?.about} />;
    case 'ticketWork.override':
      return <OverrideSheet {...props} />;
  }
}

function CancelCase({ ticketId, ...sheet }: CaseSheetProps) {
  const { run, ...change } = useChange('tickets.cancel');
  return (
    <CaseReason
      title="为什么取消"
      line="报的人会收到消息，能看到原因。"
      usual={['业主说不用了', '重复报修']}
      button="取消这张工单"
      {...{ ...sheet, ...change }}
      send={(reason) => run({ ticketId, reason })}
    />
  );
}

/** The owner said on the phone that the repair does not hold. */
function NotRepaired({ ticketId, ...sheet }: CaseSheetProps) {
  const { run, ...change } = useChange('tickets.rejectWork');
  return (
    <CaseReason
      title="哪里还没修好"
      line="会退回给师傅再去一次，主管会收到消息。"
      usual={['还在漏', '修好又坏了', '没有修完']}
      button="退回给师傅"
      {...{ ...sheet, ...change }}
      send={(reason) => run({ ticketId, reason, photos: [] })}
    />
  );
}

/** The owner said on the phone that the answer does not help. */
function NotHelped({ ticketId, ...sheet }: CaseSheetProps) {
  const { run, ...change } = useChange('tickets.judgeAnswer');
  return (
    <CaseReason
      title="哪里没有解决"
      line="会转给上一级重新答复。"
      usual={['情况没有变', '没有答到点上', '答应的没有做']}
      button="转给上一级"
      {...{ ...sheet, ...change }}
      send={(reason) => run({ ticketId, helped: false, reason })}
    />
  );
}
