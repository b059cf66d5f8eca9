import { useState } from 'react';
import { Choice, Field } from '@/components';
import { useChange } from '@/hooks/useChange';
import { typeNames, urgencyNames } from '@/words/tickets';
import type { TicketView } from '../../../../types/contract/tickets';
import { ticketTypes, type Urgency } from '../../../../types/ticket';
import { ActSheet } from '../ActSheet';
import type { CaseSheetProps } from './caseSheet';
import { ProblemPills } from './ProblemPills';

const types = ticketTypes.map((value) => ({ value, name: typeNames[value] }));
const repairUrgencies = (['emergency', 'general'] as const).map((value) => ({
  value,
  name: urgencyNames[value],
}));

/** Puts right what a ticket is; nobody gains time by it. */
export function CorrectSheet({
  ticket,
  onClose,
  onChanged,
}: CaseSheetProps & { readonly ticket: TicketView }) {
  const { ticketId } = ticket;
  const [type, chooseType] = useState(ticket.type);
  const [problem, chooseProblem] = useState(ticket.problem);
  const [urgency, chooseUrgency] = useState<Urgency>(ticket.urgency);
  const [reason, setReason] = useState('');
  const { run, isBusy, refusal } = useChange('tickets.correct');
  const tier =
    type === 'repair'
      ? urgency === 'enquiry'
        ? 'general'
        : urgency
      : type === 'complaint'
        ? 'general'
        : 'enquiry';
  const send = async () => {
    const changed = await run({ ticketId, type, problem, urgency: tier, reason: reason.trim() });
    if (changed) onChanged(changed);
  };
  return (
    <ActSheet
      {...{ title: '更正类型', button: '更正', isReady: reason.trim() !== '', isBusy, refusal, onClose }}
      onSend={() => void send()}
    >
      <Choice label="是哪一种" options={types} value={type} onChange={chooseType} />
      {type === 'repair' && (
        <Choice
          label="急不急"
          options={repairUrgencies}
          value={tier === 'emergency' ? 'emergency' : 'general'}
          onChange={chooseUrgency}
        />
      )}
      <ProblemPills type={type} value={problem} onChange={chooseProblem} />
      <Field id="correct-reason" label="为什么" value={reason} isLong most={200} onChange={setReason} />
    </ActSheet>
  );
}
